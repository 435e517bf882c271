/** What the samples command was asked for. */
export interface SampleOptions {
  people: number;
  /** Academic years with session-level registers. */
  years: number;
  seed: number;
  out: string;
  /** Last academic year: 2024 for 2024/25. */
  endYear: number;
  attendanceRows?: number;
}

export const HELP = `npm run samples -- --people N --years Y --seed S --out DIR

Writes a synthetic county to the extract contract. Every person in it is invented.
The same arguments give the same files, byte for byte.

  --people N           people of academic age -1 to 24 (default 25000)
  --years Y            academic years with a register row for every session (default 3);
                       the year before them has census totals only
  --seed S             a whole number; another seed is another county (default 1)
  --out DIR            folder to write to; files of the same names are replaced
  --end-year Y         last academic year, 2024 for 2024/25; the extract is of 31 July after it
                       (default 2024)
  --attendance-rows N  about this many attendance rows in all: fewer than the county's own age mix
                       gives leaves out whole schools' registers, more makes more of the people
                       pupils. One pupil has about 363 rows a year, so 100 million rows in one
                       year need --people 276000; 250000 people make at most 91 million.
  --help               this text
`;

/** Reads the command line; throws with a sentence for the reader. */
export function readArguments(args: readonly string[]): SampleOptions | 'help' {
  const given = new Map<string, string>();
  const known = ['people', 'years', 'seed', 'out', 'end-year', 'attendance-rows'];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (word === '--help' || word === '-h') return 'help';
    const [name = '', inline] = word.replace(/^--/, '').split('=');
    if (!word.startsWith('--') || !known.includes(name))
      throw new Error(`${word} is not an option; try --help`);
    const value = inline ?? args[++i];
    if (value === undefined) throw new Error(`--${name} needs a value`);
    given.set(name, value);
  }
  const whole = (name: string, fallback: number, low: number, high: number): number => {
    const value = Number(given.get(name) ?? fallback);
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new Error(`--${name} must be a whole number from ${low} to ${high}`);
    }
    return value;
  };
  const out = given.get('out');
  if (out === undefined) throw new Error('--out DIR is missing; try --help');
  const options: SampleOptions = {
    people: whole('people', 25_000, 100, 5_000_000),
    years: whole('years', 3, 1, 10),
    seed: whole('seed', 1, 0, 2 ** 31),
    endYear: whole('end-year', 2024, 2012, 2090),
    out,
  };
  if (!given.has('attendance-rows')) return options;
  return { ...options, attendanceRows: whole('attendance-rows', 0, 0, 2 ** 40) };
}
