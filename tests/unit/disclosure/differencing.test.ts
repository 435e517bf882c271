// What can be learned by adding and subtracting figures that were shown one after the other. The attacker here is
// written apart from the guard: it knows who is in each shown cohort, cell by cell, and counts how often.
import { describe, expect, it } from 'vitest';
import { makeCounts, type CountRow, type CountsContent } from '$lib/disclosure/counts';
import { Ledger } from '$lib/disclosure/differencing/ledger';
import { rawPolicy } from '$lib/disclosure/policy';
import type { DisclosurePolicy } from '$lib/disclosure/safe_table';
import { settings } from '$lib/disclosure/settings';
import { hiddenRows } from '$lib/disclosure/suppression';
import { measureNamed } from '$lib/measures/catalogue';
import type { DimensionId, Measure } from '$lib/measures/measure';
import { extractsIn, openWorkspaceInNode } from '../../../src/cli/workspace_in_node';

const measure = measureNamed('neet_or_not_known')!;
const policy = settings.inspection;
const { threshold } = policy;
const made = { sql: '', parameters: {} };

type Codes = Readonly<Partial<Record<DimensionId, string>>>;
type Where = Readonly<Partial<Record<DimensionId, readonly string[]>>>;

/** So many people with these codes, so many of them counted. */
interface Cell {
  readonly codes: Codes;
  readonly numerator: number;
  readonly denominator: number;
}

const isIn = (where: Where, codes: Codes): boolean =>
  Object.entries(where).every(([id, wanted]) => wanted.includes(codes[id as DimensionId] ?? ''));

/** The counts of one month by some dimensions, as the engine would answer them. */
function countsOf(
  cells: readonly Cell[],
  by: readonly DimensionId[],
  where: Where,
  of: Measure = measure,
): CountsContent {
  const rows = new Map<string, CountRow>();
  for (const { codes, ...counts } of cells) {
    if (!isIn(where, codes)) continue;
    const keys = Object.fromEntries(by.map((id) => [id, codes[id] ?? 'unknown']));
    const before = rows.get(JSON.stringify(keys));
    rows.set(JSON.stringify(keys), {
      period: '2025-01',
      keys,
      numerator: (before?.numerator ?? 0) + counts.numerator,
      denominator: (before?.denominator ?? 0) + counts.denominator,
      available: true,
    });
  }
  return { measure: of, by, where, rows: [...rows.values()], made };
}

/** A reader of these people, who asks one figure after the other. */
function readerOf(cells: readonly Cell[]) {
  let looks = 0;
  const ledger = new Ledger(async (of, _, by) => {
    looks += 1;
    return makeCounts(countsOf(cells, by, {}, of));
  });
  return {
    looks: () => looks,
    /** Which rows of a table are hidden. */
    async ask(
      where: Where,
      by: readonly DimensionId[] = [],
      under: DisclosurePolicy = policy,
      of = measure,
    ) {
      const content = countsOf(cells, by, where, of);
      const { hidden, heldBack } = await ledger.decide(content, under, () => true);
      return { content, hidden, heldBack };
    },
    /** Whether a total is held back. */
    async isHeldBack(
      where: Where,
      under: DisclosurePolicy = policy,
      of = measure,
    ): Promise<boolean> {
      return (await this.ask(where, [], under, of)).heldBack[0] === true;
    },
  };
}

/** People by district and need, none of them counted above the line. */
const people = (numbers: Readonly<Record<string, readonly number[]>>): Cell[] =>
  Object.entries(numbers).flatMap(([district, [none = 0, support = 0, plan = 0]]) =>
    Object.entries({ N: none, K: support, E: plan }).map(([sen, denominator]) => ({
      codes: { district, sen, sex: 'F' },
      numerator: 0,
      denominator,
    })),
  );

describe('what is held back', () => {
  const cells = people({ X: [100, 40, 3], Y: [80, 20, 30], Z: [60, 10, 9] });

  it('is a whole of which all but few were shown, and the other way round', async () => {
    const one = readerOf(cells);
    expect(await one.isHeldBack({ district: ['X'], sen: ['N', 'K'] })).toBe(false);
    expect(await one.isHeldBack({ district: ['X'] })).toBe(true);
    expect(await one.isHeldBack({ district: ['X', 'Y'] })).toBe(false);
    const other = readerOf(cells);
    expect(await other.isHeldBack({ district: ['X'] })).toBe(false);
    expect(await other.isHeldBack({ district: ['X'], sen: ['N', 'K'] })).toBe(true);
    // What was held back is not known to the reader, and stays held back.
    expect(await other.isHeldBack({ district: ['X'], sen: ['K'] })).toBe(false);
    expect(await other.isHeldBack({ district: ['X'], sen: ['N', 'K'] })).toBe(true);
  });

  it('is a part that with another leaves few of the whole', async () => {
    const reader = readerOf(cells);
    expect(await reader.isHeldBack({ district: ['X'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['X'], sen: ['N'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['X'], sen: ['K'] })).toBe(true);
  });

  it('is a part that shares few with another where both make up the whole', async () => {
    const reader = readerOf(cells);
    expect(await reader.isHeldBack({ district: ['X', 'Y'], sen: ['E'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['X', 'Z'], sen: ['E'] })).toBe(false);
    expect(await reader.isHeldBack({ sen: ['E'] })).toBe(true);
  });

  it('is one of two parts without a third that both hold between them', async () => {
    const reader = readerOf(cells);
    expect(await reader.isHeldBack({ district: ['X'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['Y'], sen: ['N', 'K'] })).toBe(false);
    // X and this part of Y, without those of both who have no plan, leave the three of X who have one.
    expect(await reader.isHeldBack({ district: ['X', 'Y'], sen: ['N', 'K'] })).toBe(true);
  });

  it('is told by who there is, also where the codes do not say that one holds the other', async () => {
    // Nobody in X is male: whoever is asked for as female is everybody.
    const reader = readerOf([
      ...cells,
      { codes: { district: 'Y', sen: 'N', sex: 'M' }, numerator: 0, denominator: 50 },
    ]);
    expect(await reader.isHeldBack({ district: ['X'], sex: ['F'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['X'], sen: ['N', 'K'] })).toBe(true);
    expect(reader.looks()).toBe(1);
  });

  it('is what the rows of a table add up to, and then one of them and another with it', async () => {
    const reader = readerOf(cells);
    expect(await reader.isHeldBack({ sen: ['N', 'K'], district: ['X'] })).toBe(false);
    const { hidden, heldBack } = await reader.ask({ district: ['X'] }, ['sex']);
    expect([hidden, heldBack]).toEqual([[true], [true]]);
  });

  it('cannot be worked out from the other rows of its table and their total', async () => {
    const reader = readerOf(cells);
    expect(await reader.isHeldBack({ district: ['X'], sen: ['N', 'K'] })).toBe(false);
    const { content, hidden, heldBack } = await reader.ask({}, ['district']);
    const place = content.rows.findIndex(({ keys }) => keys.district === 'X');
    expect(heldBack.map((isHeld, i) => (isHeld ? i : -1)).filter((i) => i >= 0)).toEqual([place]);
    expect(hidden.filter((isHidden) => isHidden).length).toBeGreaterThan(1);
  });

  it('is nothing that tells only of people not known, nothing seen before, nothing rounded', async () => {
    const withUnknown = [
      ...cells,
      { codes: { district: 'Z', sen: 'unknown', sex: 'F' }, numerator: 0, denominator: 2 },
    ];
    const reader = readerOf(withUnknown);
    expect(await reader.isHeldBack({ district: ['Z'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['Z'], sen: ['N', 'K', 'E'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['Z'], sen: ['E', 'K', 'N'] })).toBe(false);
    expect(await reader.isHeldBack({ district: ['X'] })).toBe(false);
    const few = { district: ['X'], sen: ['N', 'K'] };
    expect(await reader.isHeldBack(few, settings.partners)).toBe(false);
    expect(await reader.isHeldBack(few, rawPolicy)).toBe(false);
    expect(await reader.isHeldBack(few, { ...policy, differencing: false })).toBe(false);
    expect(settings.explore.differencing).toBe(true);
    expect(await reader.isHeldBack(few)).toBe(true);
  });

  it('is looked for within a school, and where several or all are asked for', async () => {
    const pupils = (school: string, sen: string, denominator: number): Cell => ({
      codes: { school, sen, sex: 'F' },
      numerator: 0,
      denominator,
    });
    const schools = [
      ...[pupils('A', 'N', 90), pupils('A', 'K', 4), pupils('B', 'N', 50), pupils('B', 'K', 30)],
      ...[pupils('C', 'N', 3), pupils('C', 'K', 1)],
    ];
    const absence = measureNamed('persistent_absence')!;
    expect(absence.dimensions).toContain('school');
    const of = (reader: ReturnType<typeof readerOf>) => (where: Where) =>
      reader.isHeldBack(where, policy, absence);
    const one = of(readerOf(schools));
    expect(await one({ school: ['A'], sen: ['N'] })).toBe(false);
    expect(await one({ school: ['B'], sen: ['N'] })).toBe(false);
    expect(await one({ school: ['A'] })).toBe(true);
    const several = of(readerOf(schools));
    expect(await several({ school: ['A', 'C'] })).toBe(false);
    expect(await several({ school: ['A'] })).toBe(true);
    const all = of(readerOf(schools));
    expect(await all({ school: ['A'] })).toBe(false);
    expect(await all({ school: ['B'] })).toBe(false);
    expect(await all({})).toBe(true);
  });

  it('is judged by everybody below the line, whichever measure showed them', async () => {
    const reader = readerOf(cells);
    const other = measureNamed('not_known')!;
    expect(other.denominator).toBe(measure.denominator);
    expect(await reader.isHeldBack({ district: ['X'] }, policy, other)).toBe(false);
    expect(await reader.isHeldBack({ district: ['X'], sen: ['N', 'K'] })).toBe(true);
  });
});

describe('measures of which one holds the other', () => {
  const where = { district: ['X'] };
  const inX = (numerator: number): Cell[] => [
    { codes: { district: 'X', sex: 'F' }, numerator, denominator: 200 },
    { codes: { district: 'Y', sex: 'F' }, numerator: 40, denominator: 300 },
  ];
  /** Whether the second figure is held back after the first was shown, each a measure and its count in X. */
  async function isHeldBack(...figures: readonly (readonly [string, number])[]): Promise<boolean> {
    const ledger = new Ledger((of, _, by) =>
      Promise.resolve(makeCounts(countsOf(inX(0), by, {}, of))),
    );
    const held: boolean[] = [];
    for (const [id, count] of figures) {
      const content = countsOf(inX(count), [], where, measureNamed(id)!);
      held.push((await ledger.decide(content, policy, () => true)).heldBack[0] === true);
    }
    expect(held[0]).toBe(false);
    return held.at(-1) === true;
  }

  it('tell of few together when one leaves few of the other', async () => {
    expect(await isHeldBack(['not_known', 20], ['neet_or_not_known', 23])).toBe(true);
    expect(await isHeldBack(['not_known', 20], ['neet_or_not_known', 29])).toBe(false);
    expect(await isHeldBack(['neet_or_not_known', 23], ['neet', 20])).toBe(true);
    expect(await isHeldBack(['persistent_absence', 44], ['severe_absence', 40])).toBe(true);
    expect(await isHeldBack(['persistent_absence', 44], ['severe_absence', 30])).toBe(false);
  });

  it('do not when neither holds the other', async () => {
    expect(await isHeldBack(['not_known', 20], ['neet', 23])).toBe(false);
    expect(await isHeldBack(['persistent_absence', 23], ['near_persistent_absence', 20])).toBe(
      false,
    );
  });
});

describe('sessions, behind which people stand', () => {
  /** So many sessions missed of so many possible, and so many pupils behind both. */
  interface Sessions {
    readonly keys?: Codes;
    readonly where?: Where;
    readonly missed: number;
    readonly possible: number;
    readonly pupils: number;
  }
  const pupilsOf = { district: 'X', sex: 'F' };
  const cells = [
    { codes: { ...pupilsOf, year_group: '7' }, numerator: 0, denominator: 200 },
    { codes: { ...pupilsOf, year_group: '8' }, numerator: 0, denominator: 3 },
  ];

  /** Which rows are held back of tables that are asked for one after the other. */
  async function heldBack(id: string, tables: readonly (readonly Sessions[])[]) {
    const ledger = new Ledger((of, _, by) =>
      Promise.resolve(makeCounts(countsOf(cells, by, {}, of))),
    );
    const held: (readonly boolean[])[] = [];
    for (const table of tables) {
      const rows = table.map(({ keys = {}, missed, possible, pupils }) => ({
        period: '2025-01',
        keys,
        numerator: missed,
        denominator: possible,
        contributors: { numerator: pupils, denominator: pupils },
        available: true,
      }));
      const by = Object.keys(table[0]?.keys ?? {}) as DimensionId[];
      const where = table[0]?.where ?? {};
      const content = { measure: measureNamed(id)!, by, where, rows, made };
      held.push((await ledger.decide(content, policy, () => true)).heldBack);
    }
    return held;
  }

  it('are shown for every weekday, however alike the numbers of pupils are', async () => {
    const days = ['1', '2', '3', '4', '5'].map((weekday, i) => ({
      keys: { weekday },
      missed: 900 + i,
      possible: 14_000 + i,
      pupils: 197 + i,
    }));
    const whole = { missed: 4510, possible: 70_010, pupils: 203 };
    const held = await heldBack('absence_by_day', [[whole], days]);
    expect(held).toEqual([[false], days.map(() => false)]);
  });

  it('are held back of a part that leaves few pupils, as many sessions as these have', async () => {
    const whole = { missed: 4510, possible: 70_000, pupils: 203 };
    const year = { where: { year_group: ['7'] }, missed: 4010, possible: 69_000, pupils: 200 };
    expect(await heldBack('absence_by_day', [[whole], [year]])).toEqual([[false], [true]]);
    const many = { ...year, possible: 60_000, pupils: 170 };
    expect(await heldBack('absence_by_day', [[whole], [many]])).toEqual([[false], [false]]);
  });

  it('are held back of some reasons that leave no more of the others than few pupils can have', async () => {
    const whole = { missed: 4510, possible: 70_000, pupils: 203 };
    const but = (missed: number): Sessions => ({
      where: { register_code: ['I', 'M', 'O'] },
      missed,
      possible: 70_000,
      pupils: 180,
    });
    expect(await heldBack('absence_by_reason', [[whole], [but(4200)]])).toEqual([[false], [true]]);
    expect(await heldBack('absence_by_reason', [[whole], [but(2000)]])).toEqual([[false], [false]]);
  });
});

/** The characteristics by which the walker filters and splits. */
const walked = ['district', 'sex', 'sen', 'free_school_meals', 'year_group'] as const;
type Walked = (typeof walked)[number];

/** Every person of the sample county in one month, as cells of all characteristics at once. */
async function cellsOfSample(): Promise<readonly Cell[]> {
  const workspace = await openWorkspaceInNode(rawPolicy);
  try {
    const files = await extractsIn('data-samples');
    const needed = /(people|restrictions|schools|activities|calendar)\.\w+$/;
    await workspace.load(files.filter(({ name }) => needed.test(name)));
    const request = { measure: measure.id, periods: ['2025-01'], by: walked, where: {} };
    const { rows } = await workspace.figures(request);
    // People of whom something is not known are no group that is protected for their own sake.
    const known = rows.filter(({ keys }) => !Object.values(keys).includes('unknown'));
    return known.map(({ keys, numerator, denominator }) => ({
      codes: keys,
      numerator: numerator.value ?? 0,
      denominator: denominator.value ?? 0,
    }));
  } finally {
    await workspace.close();
  }
}

/** A stream of numbers from 0 to 1 that is the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A count that was shown, and for each cell whether it is in it. */
interface Seen {
  readonly cells: Uint8Array;
  readonly count: number;
}

const few = (count: number): boolean => count > 0 && count <= threshold;

/** Whether everybody is counted once or not at all in what is added less what is taken away. */
function isGroup(plus: readonly Seen[], minus: readonly Seen[]): boolean {
  const [length = 0] = plus.map(({ cells }) => cells.length);
  for (let cell = 0; cell < length; cell += 1) {
    let times = 0;
    for (const seen of plus) times += seen.cells[cell] ?? 0;
    for (const seen of minus) times -= seen.cells[cell] ?? 0;
    if (times !== 0 && times !== 1) return false;
  }
  return true;
}

/** Groups from 1 to the threshold that pairs and triples of what was seen single out; none where all is well. */
function singledOut(seen: readonly Seen[]): number {
  let found = 0;
  for (const [i, a] of seen.entries())
    for (const [j, b] of seen.entries()) {
      if (i === j) continue;
      if (few(a.count - b.count) && isGroup([a], [b])) found += 1;
      if (j < i) continue;
      for (const c of seen) {
        if (c === a || c === b) continue;
        const left = a.count + b.count - c.count;
        if (few(left) && isGroup([a, b], [c])) found += 1;
        if (few(-left) && isGroup([c], [a, b])) found += 1;
      }
    }
  return found;
}

/** A walk through the filters: what is shown of the numerators and of the denominators on the way. */
async function walk(cells: readonly Cell[], seed: number, changes: number, guarded: boolean) {
  const random = randomFrom(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const codesOf = Object.fromEntries(
    walked.map((id) => [id, [...new Set(cells.map(({ codes }) => codes[id] ?? ''))]]),
  ) as Record<Walked, string[]>;
  const reader = readerOf(cells);
  const seen = { numerator: new Map<string, Seen>(), denominator: new Map<string, Seen>() };
  let where: Partial<Record<Walked, readonly string[]>> = {};
  let [shown, heldBack] = [0, 0];
  for (let change = 0; change < changes; change += 1) {
    const id = pick(walked);
    const codes = codesOf[id].filter(() => random() < 0.5);
    if (random() < 0.3 || codes.length === 0) {
      const others = Object.entries(where).filter(([each]) => each !== id);
      where = Object.fromEntries(others);
    } else where = { ...where, [id]: random() < 0.4 ? [pick(codes)] : codes };
    for (const by of [[], [pick(walked)]]) {
      const content = countsOf(cells, by, where);
      const asShown = hiddenRows(content, policy);
      const hidden = guarded ? (await reader.ask(where, by)).hidden : asShown;
      content.rows.forEach(({ keys, numerator, denominator }, i) => {
        if (hidden[i] === true) {
          heldBack += asShown[i] === true ? 0 : 1;
          return;
        }
        shown += 1;
        const own = Object.fromEntries(Object.entries(keys).map(([each, code]) => [each, [code]]));
        const has = Uint8Array.from(cells, ({ codes: its }) =>
          isIn(where, its) && isIn(own, its) ? 1 : 0,
        );
        seen.numerator.set(has.join(''), { cells: has, count: numerator ?? 0 });
        seen.denominator.set(has.join(''), { cells: has, count: denominator ?? 0 });
      });
    }
  }
  const found = Object.values(seen).map((each) => singledOut([...each.values()]));
  return { found: found.reduce((a, b) => a + b, 0), shown, heldBack };
}

describe('walks through the filters of the sample county', () => {
  const walks = Number(process.env['WAYMARK_WALKS'] ?? 30);
  const changes = Number(process.env['WAYMARK_CHANGES'] ?? 50);

  it('single nobody out by pairs and triples, as they do without the guard', async () => {
    const cells = await cellsOfSample();
    expect(cells.length).toBeGreaterThan(150);
    const total = { found: 0, unguarded: 0, shown: 0, heldBack: 0 };
    for (let seed = 1; seed <= walks; seed += 1) {
      const { found, shown, heldBack } = await walk(cells, seed, changes, true);
      total.found += found;
      total.shown += shown;
      total.heldBack += heldBack;
      if (seed <= 3) total.unguarded += (await walk(cells, seed, changes, false)).found;
    }
    console.info(
      `${walks} walks of ${changes} changes: ${total.found} groups singled out, ${total.heldBack} rows held back beside ${total.shown} shown; in 3 walks without the guard ${total.unguarded}`,
    );
    expect(total.found).toBe(0);
    expect(total.unguarded).toBeGreaterThan(0);
    expect(total.heldBack).toBeLessThan(total.shown);
  }, 3_600_000);
});
