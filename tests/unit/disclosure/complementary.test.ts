// Complementary suppression: what stays hidden when somebody solves the table for it. The attacker of these tests is
// HiGHS, another solver than the product's own.
import fc from 'fast-check';
import highsLoader from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rangesOfHidden } from '$lib/disclosure/complementary/attacker';
import { hideMore } from '$lib/disclosure/complementary/hide_more';
import { latticeOf, totalsOf, type Lattice } from '$lib/disclosure/complementary/lattice';
import type { LinearTable } from '$lib/disclosure/complementary/linear_table';

let highs: Awaited<ReturnType<typeof highsLoader>>;
beforeAll(async () => {
  highs = await highsLoader();
});

const THRESHOLD = 5;

interface Example {
  readonly lattice: Lattice;
  readonly table: LinearTable;
  readonly primary: readonly boolean[];
}

/** A table with its totals, from the numbers of its own groups in the order of their codes. */
function example(sizes: readonly number[], numbers: readonly number[], isSmall = small): Example {
  let groups: string[][] = [[]];
  for (const size of sizes)
    groups = groups.flatMap((group) =>
      Array.from({ length: size }, (_, code) => [...group, String(code)]),
    );
  const lattice = latticeOf(groups, sizes.length);
  const values = totalsOf(lattice, numbers);
  const table = {
    cells: values.map((value) => ({ value, most: Infinity })),
    sums: lattice.sums,
  };
  return { lattice, table, primary: values.map(isSmall) };
}

function small(value: number): boolean {
  return value > 0 && value <= THRESHOLD;
}

/** The least and the most of a hidden cell, as HiGHS finds them: a programme over every cell of the table. */
function rangeByHighs(
  { cells, sums }: LinearTable,
  hidden: readonly boolean[],
  cell: number,
): [number, number] {
  const term = (each: number, sign: string): string => `${sign} x${each}`;
  const rows = sums.map(
    ({ total, parts }, index) =>
      ` s${index}: ${parts.map((part) => term(part, '+')).join(' ')} ${term(total, '-')} = 0`,
  );
  const bounds = cells.map(({ value }, each) =>
    hidden[each] === true ? ` x${each} >= 0` : ` x${each} = ${value}`,
  );
  const solveFor = (direction: string): number => {
    const answer = highs.solve(
      `${direction}\n obj: x${cell}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`,
    );
    return answer.Status === 'Unbounded' || answer.Status === 'Primal infeasible or unbounded'
      ? Infinity
      : answer.ObjectiveValue;
  };
  return [solveFor('Minimize'), solveFor('Maximize')];
}

it('the example of the handbook: a two by two block is hidden, and nothing can be solved', () => {
  // Young: 2, 0, 5; old: 3, 4, 6. One young person and none at all are told of nobody.
  const few = example([2, 3], [2, 0, 5, 3, 4, 6], () => false);
  const place = (age: string | null, area: string | null) => few.lattice.placeOf([age, area]) ?? -1;
  const primary = few.primary.map((_, cell) => cell === place('0', '1'));
  const { hidden, unprotected } = hideMore({ table: few.table, hidden: primary, width: 1 });
  const names = few.lattice.keys.filter((_, cell) => hidden[cell]).map((key) => key.join(' '));
  expect(unprotected).toEqual([]);
  expect(names.sort()).toEqual(['0 0', '0 1', '1 0', '1 1']);
  for (const [cell, { least, most }] of rangesOfHidden(few.table, hidden))
    expect(most - least, `cell ${cell}`).toBeGreaterThanOrEqual(1);
});

/** Tables such as the page has: many small numbers, a few large ones, some zeros. */
const tables = fc
  .array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 4 })
  .filter((sizes) => sizes.reduce((all, size) => all * size, 1) <= 36)
  .chain((sizes) => {
    const groups = sizes.reduce((all, size) => all * size, 1);
    const number = fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
      { weight: 6, arbitrary: fc.integer({ min: 6, max: 400 }) },
    );
    return fc.record({
      sizes: fc.constant(sizes),
      numbers: fc.array(number, { minLength: groups, maxLength: groups }),
    });
  });

describe('the attacker', () => {
  it('finds the ranges that HiGHS finds', () => {
    fc.assert(
      fc.property(tables, fc.nat(), ({ sizes, numbers }, seed) => {
        const { table } = example(sizes, numbers);
        const hidden = table.cells.map((_, cell) => ((cell + 1) * (seed + 7)) % 3 === 0);
        const ranges = rangesOfHidden(table, hidden);
        for (const [cell, { least, most }] of ranges) {
          const [from, to] = rangeByHighs(table, hidden, cell);
          expect(least).toBeCloseTo(from, 4);
          if (Number.isFinite(to)) expect(most).toBeCloseTo(to, 4);
          else expect(most).toBe(Infinity);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('random tables of one to four dimensions', () => {
  it('have no hidden cell that can be solved, and none whose range is too narrow', () => {
    let [cells, extra, naive, audited] = [0, 0, 0, 0];
    fc.assert(
      fc.property(tables, ({ sizes, numbers }) => {
        const { table, primary, lattice } = example(sizes, numbers);
        const { hidden, unprotected } = hideMore({ table, hidden: primary, width: THRESHOLD });
        expect(unprotected).toEqual([]);
        primary.forEach((isHidden, cell) => {
          if (isHidden) expect(hidden[cell]).toBe(true);
        });
        for (const [cell, { least, most }] of rangesOfHidden(table, hidden))
          expect(most - least, `cell ${cell}`).toBeGreaterThanOrEqual(THRESHOLD - 1e-6);
        cells += table.cells.length;
        const besides = (of: readonly boolean[]) =>
          of.filter((isHidden, cell) => isHidden && primary[cell] !== true).length;
        extra += besides(hidden);
        naive += besides(everythingInTheRow(lattice, primary));
        // HiGHS looks at one cell in some tables: it takes longer than all of the rest.
        const some = hidden.findIndex((isHidden) => isHidden);
        if (some >= 0 && numbers.reduce((sum, each) => sum + each, 0) % 4 === 0) {
          const [from, to] = rangeByHighs(table, hidden, some);
          expect(to - from).toBeGreaterThanOrEqual(THRESHOLD - 1e-4);
          audited += 1;
        }
      }),
      { numRuns: Number(process.env['WAYMARK_TABLES'] ?? 300) },
    );
    console.info(
      `${cells} cells: ${extra} hidden besides, the naive way ${naive}; HiGHS looked at ${audited}`,
    );
    expect(extra).toBeLessThan(naive);
    expect(audited).toBeGreaterThan(10);
  }, 600_000);
});

/** The naive way: whatever stands in a sum with a hidden cell is hidden too, but for the totals over everything. */
function everythingInTheRow(lattice: Lattice, primary: readonly boolean[]): readonly boolean[] {
  const hidden = [...primary];
  for (const { parts } of lattice.sums)
    if (parts.some((part) => primary[part])) for (const part of parts) hidden[part] = true;
  return hidden;
}
