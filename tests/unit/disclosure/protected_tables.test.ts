// Tables as pages ask for them: nobody who has them, and the totals that go with them, can work out what is hidden.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangesOfHidden } from '$lib/disclosure/complementary/attacker';
import { latticeOf, totalsOf } from '$lib/disclosure/complementary/lattice';
import { makeCounts, type CountRow, type CountsPart } from '$lib/disclosure/counts';
import { defaultPolicy } from '$lib/disclosure/policy';
import { protect } from '$lib/disclosure/protect';
import type { SafeTable } from '$lib/disclosure/safe_table';
import type { DimensionId, Measure } from '$lib/measures/measure';

const measure = { id: 'neet', label: 'NEET', kind: 'proportion' } as Measure;
const districts = ['E07000105', 'E07000106', 'E07000107', 'E07000108'];

function row(keys: CountRow['keys'], numerator: number, denominator: number): CountRow {
  return { period: '2025-01', keys, numerator, denominator, available: true };
}

function table(
  by: readonly DimensionId[],
  rows: readonly CountRow[],
  of: Measure = measure,
  part?: CountsPart,
): SafeTable {
  const made = { sql: 'select 1', parameters: {} };
  return protect(
    makeCounts({ measure: of, by, where: {}, rows, made, ...(part ? { part } : {}) }),
    defaultPolicy,
  );
}

const statuses = (of: SafeTable): readonly string[] => of.rows.map(({ status }) => status);

describe('a table by district', () => {
  const byDistrict = (...counts: readonly (readonly [number, number])[]) =>
    districts.map((district, at) => row({ district }, counts[at]?.[0] ?? 0, counts[at]?.[1] ?? 0));

  it('hides a second district beside a hidden one: the county’s total would give it away', () => {
    const shown = table(['district'], byDistrict([3, 400], [40, 400], [60, 400], [90, 400]));
    expect(statuses(shown)).toEqual(['c', 'c', 'ok', 'ok']);
  });

  it('hides no more where two are hidden that protect each other', () => {
    const shown = table(['district'], byDistrict([4, 400], [3, 400], [60, 400], [90, 400]));
    expect(statuses(shown)).toEqual(['c', 'c', 'ok', 'ok']);
  });

  it('hides nothing where nothing is small', () => {
    const shown = table(['district'], byDistrict([0, 400], [40, 400], [60, 400], [90, 400]));
    expect(statuses(shown)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('hides the same districts for every measure of few people', () => {
    const people: readonly number[] = [4, 400, 500, 600];
    const other = (numerators: readonly number[]) =>
      statuses(
        table(
          ['district'],
          byDistrict(...numerators.map((n, at) => [n, people[at] ?? 0] as const)),
        ),
      );
    expect(other([0, 40, 60, 90])).toEqual(['c', 'c', 'ok', 'ok']);
    expect(other([2, 90, 20, 10])).toEqual(['c', 'c', 'ok', 'ok']);
  });

  it('leaves groups that overlap alone: no total ties them', () => {
    const services = { ...measure, overlapping: ['service'], kinds: { service: 'services_seen' } };
    const rows = [3, 40, 60].map((count, at) => row({ service: `s${at}` }, count, 400));
    expect(statuses(table(['service'], rows, services as unknown as Measure))).toEqual([
      'c',
      'ok',
      'ok',
    ]);
  });
});

it('a part of a table is hidden as the whole is', () => {
  const rows = districts.map((district, at) => row({ district }, [3, 40, 60, 90][at] ?? 0, 400));
  const partOf = (code: string): SafeTable =>
    table(['district'], rows, measure, {
      by: [],
      where: { district: [code] },
      codes: { district: code },
      nobody: [{ ...row({}, 0, 0), period: '2025-01' }],
    });
  expect(districts.map((code) => partOf(code).rows[0]?.status)).toEqual(['c', 'c', 'ok', 'ok']);
  expect(partOf('E07000107').rows[0]?.keys).toEqual({});
  expect(partOf('E07000107').by).toEqual([]);
  // Nobody lives there, which is not hidden.
  expect(partOf('E07000116').rows.map(({ status }) => status)).toEqual(['z']);
});

/** The people and those counted among them, by two dimensions. */
const twoWays = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 4 }))
  .chain(([across, down]) =>
    fc.record({
      across: fc.constant(across),
      down: fc.constant(down),
      counts: fc.array(
        fc
          .tuple(
            fc.oneof(
              fc.constant(0),
              fc.integer({ min: 1, max: 9 }),
              fc.integer({ max: 200, min: 6 }),
            ),
            fc.oneof(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 50, max: 900 })),
          )
          .map(([n, more]): [number, number] => [n, n + more]),
        { minLength: across * down, maxLength: across * down },
      ),
    }),
  );

it('tables by two dimensions, by each of them, and the total together give no hidden count away', () => {
  let hiddenCells = 0;
  fc.assert(
    fc.property(twoWays, ({ across, down, counts }) => {
      const groups = Array.from({ length: across * down }, (_, at): [string, string] => [
        `d${Math.floor(at / down)}`,
        `s${at % down}`,
      ]);
      const lattice = latticeOf(groups, 2);
      const numerators = totalsOf(
        lattice,
        counts.map(([n]) => n),
      );
      const denominators = totalsOf(
        lattice,
        counts.map(([, d]) => d),
      );
      const ask = (by: readonly DimensionId[]): SafeTable => {
        const rows = lattice.keys.flatMap(([district, sex], place) => {
          const wanted = (by.includes('district') ? 1 : 0) + (by.includes('sex') ? 2 : 0);
          const is = (district === null ? 0 : 1) + (sex === null ? 0 : 2);
          if (is !== wanted) return [];
          const keys = {
            ...(district === null || district === undefined ? {} : { district }),
            ...(sex === null || sex === undefined ? {} : { sex }),
          };
          return [row(keys, numerators[place] ?? 0, denominators[place] ?? 0)];
        });
        return table(by, rows);
      };
      // Everything that is shown, as a page would ask for it in four questions.
      const hidden = lattice.keys.map(() => false);
      for (const by of [[], ['district'], ['sex'], ['district', 'sex']] as DimensionId[][])
        for (const shown of ask(by).rows) {
          const place = lattice.placeOf([shown.keys.district ?? null, shown.keys.sex ?? null]);
          hidden[place ?? -1] = shown.status === 'c';
        }
      hiddenCells += hidden.filter((isHidden) => isHidden).length;
      const cells = numerators.map((value, place) => ({ value, most: denominators[place] ?? 0 }));
      for (const [cell, { least, most }] of rangesOfHidden({ cells, sums: lattice.sums }, hidden))
        if (small(numerators[cell] ?? 0))
          expect(most - least, JSON.stringify(lattice.keys[cell])).toBeGreaterThanOrEqual(5 - 1e-6);
    }),
    { numRuns: 150 },
  );
  expect(hiddenCells).toBeGreaterThan(300);
}, 120_000);

function small(value: number): boolean {
  return value > 0 && value < 6;
}
