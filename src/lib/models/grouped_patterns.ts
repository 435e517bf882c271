import {
  checkPatterns,
  type CovariatePattern,
  type Factor,
  type FactorLevel,
} from './covariate_patterns';
import { quoted } from './figures_in_words';

export interface PreparedPatterns {
  readonly factors: readonly Factor[];
  /** One a combination of levels, in order of their codes: the order given changes nothing. */
  readonly patterns: readonly CovariatePattern[];
  /** What was joined, left out or compared otherwise than asked, in sentences. */
  readonly notes: readonly string[];
}

/** A level needs this many people with the outcome, and as many without. */
export const FEWEST_IN_LEVEL = 10;
/** When more people than this share would be left out with a level, the factor is left out instead. */
const MOST_LEFT_OUT = 0.05;
const OTHER_LABEL = 'Other or not recorded';

interface Column {
  readonly factor: Factor;
  readonly index: number;
  readonly levels: readonly FactorLevel[];
  readonly reference: number;
  /** From the code given to the code used; codes that are missing are left out with their people. */
  readonly recode: ReadonlyMap<number, number>;
  readonly notes: readonly string[];
}

/**
 * Makes levels large enough to be compared: those with fewer than 10 people with the outcome, or
 * without it, are joined; where even together they are too few, their people are left out; where that
 * would leave out too many, or leave nothing to compare, the factor is. Everything done is said.
 *
 * @throws RangeError when a pattern's codes or counts cannot be.
 */
export function preparePatterns(
  factors: readonly Factor[],
  patterns: readonly CovariatePattern[],
): PreparedPatterns {
  checkPatterns(factors, patterns);
  let columns: readonly Column[] = factors.map((factor, index) => ({
    factor,
    index,
    levels: factor.levels,
    reference: factor.reference,
    recode: new Map(factor.levels.map(({ code }) => [code, code])),
    notes: [],
  }));
  const refused: string[] = [];
  // Leaving people out for one factor can make a level of another too small: until nothing changes.
  for (;;) {
    const next: Column[] = [];
    for (const [i, column] of columns.entries()) {
      const others = [...next, ...columns.slice(i)];
      const settled = settle(column, patternsOf(others, patterns));
      if (settled === null)
        refused.push(
          `${column.factor.label} is left out: there are not two groups of it with at least ` +
            `${FEWEST_IN_LEVEL} people with the outcome and ${FEWEST_IN_LEVEL} without to compare.`,
        );
      else next.push(settled);
    }
    const same = next.length === columns.length && next.every((column, i) => column === columns[i]);
    columns = next;
    if (same) break;
  }
  return {
    factors: columns.map(({ factor: { id, label }, levels, reference }) => ({
      id,
      label,
      levels,
      reference,
    })),
    patterns: gather(columns, patterns),
    notes: [...columns.flatMap((column) => column.notes), ...refused],
  };
}

/** The column with its small levels joined or left out; itself when none is; null when it is refused. */
function settle(column: Column, patterns: readonly CovariatePattern[]): Column | null {
  const { factor, index } = column;
  const sizes = (recode: ReadonlyMap<number, number>): Map<number, Size> => {
    const found = new Map<number, Size>();
    for (const { levels, people, events } of patterns) {
      const code = recode.get(levels[index]!);
      if (code === undefined) continue;
      const size = found.get(code) ?? { people: 0, events: 0 };
      found.set(code, { people: size.people + people, events: size.events + events });
    }
    return found;
  };
  const before = sizes(column.recode);
  const present = column.levels.filter(({ code }) => (before.get(code)?.people ?? 0) > 0);
  const small = present.filter(({ code }) => !isLarge(before.get(code)!));
  const notes = [...column.notes];
  let recode = column.recode;
  let levels = present;

  const joint =
    present.find(({ code }) => code === factor.other) ??
    ({ code: Math.min(...factor.levels.map(({ code }) => code)) - 1, label: OTHER_LABEL } as const);
  const joining = small.filter(({ code }) => code !== joint.code);
  if (joining.length > 1 || (joining.length === 1 && present.includes(joint))) {
    const codes = new Set(joining.map(({ code }) => code));
    recode = new Map([...recode].map(([from, to]) => [from, codes.has(to) ? joint.code : to]));
    levels = [...present.filter(({ code }) => !codes.has(code) && code !== joint.code), joint];
    notes.push(
      `${factor.label}: ${quoted(joining.map(({ label }) => label))} ` +
        `${joining.length === 1 ? 'is' : 'are'} counted with “${joint.label}”, because too few ` +
        'people in the group had the outcome, or had not.',
    );
  }

  const after = sizes(recode);
  const large = levels.filter(({ code }) => isLarge(after.get(code)!));
  const tooSmall = levels.filter((level) => !large.includes(level));
  if (large.length < 2) return null;
  if (tooSmall.length > 0) {
    const everybody = patterns.reduce((sum, { people }) => sum + people, 0);
    const gone = tooSmall.reduce((sum, { code }) => sum + after.get(code)!.people, 0);
    if (gone > MOST_LEFT_OUT * everybody) return null;
    const codes = new Set(tooSmall.map(({ code }) => code));
    recode = new Map([...recode].filter(([, to]) => !codes.has(to)));
    notes.push(
      `${factor.label}: people recorded as ${quoted(tooSmall.map(({ label }) => label))} are left ` +
        'out, because too few of them had the outcome, or had not.',
    );
  }
  let { reference } = column;
  if (!large.some(({ code }) => code === reference)) {
    const size = (level: FactorLevel): number => after.get(level.code)!.people;
    const largest = large.reduce((best, level) => (size(level) > size(best) ? level : best));
    reference = largest.code;
    notes.push(
      `${factor.label}: the groups are compared with “${largest.label}”, because the group meant for ` +
        'it is too small.',
    );
  }
  const unchanged =
    recode === column.recode &&
    reference === column.reference &&
    large.length === column.levels.length;
  return unchanged ? column : { ...column, levels: large, reference, recode, notes };
}

interface Size {
  readonly people: number;
  readonly events: number;
}

function isLarge({ people, events }: Size): boolean {
  return Math.min(events, people - events) >= FEWEST_IN_LEVEL;
}

function patternsOf(
  columns: readonly Column[],
  patterns: readonly CovariatePattern[],
): readonly CovariatePattern[] {
  return patterns.filter(({ levels }) =>
    columns.every(({ index, recode }) => recode.has(levels[index]!)),
  );
}

function gather(
  columns: readonly Column[],
  patterns: readonly CovariatePattern[],
): readonly CovariatePattern[] {
  const gathered = new Map<string, CovariatePattern>();
  for (const { levels, people, events } of patternsOf(columns, patterns)) {
    const codes = columns.map(({ index, recode }) => recode.get(levels[index]!)!);
    const key = codes.join(' ');
    const known = gathered.get(key);
    gathered.set(key, {
      levels: codes,
      people: people + (known?.people ?? 0),
      events: events + (known?.events ?? 0),
    });
  }
  return [...gathered.values()]
    .filter(({ people }) => people > 0)
    .sort((a, b) => {
      const differs = a.levels.findIndex((code, i) => code !== b.levels[i]);
      return differs < 0 ? 0 : a.levels[differs]! - b.levels[differs]!;
    });
}
