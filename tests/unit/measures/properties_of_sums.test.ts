// Properties of every measure of the catalogue: what is split adds up to what is not.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DimensionId } from '$lib/measures/measure';
import type { Workspace } from '$lib/workspace/workspace';
import { CountyVariants } from '../../files/county_variants';
import { workspaceWith } from '../workspace/workspace_with_files';
import { countsBy, coveredBy, type Counts, type Covered } from './whole_catalogue';

let county: CountyVariants;
let workspace: Workspace;
let covered: readonly Covered[];

beforeAll(async () => {
  county = await CountyVariants.create(600, 3);
  workspace = await workspaceWith(await county.write());
  covered = coveredBy(workspace);
}, 120_000);

afterAll(async () => {
  await workspace.close();
  await county.remove();
});

/** Its numerator is a part of all absence that the most absent hold: of a group these are others than of the county. */
const ofTheWholeGroup = ['share_of_absence_of_the_most_absent_tenth', 'absence_by_tenth'];

/** Beside the kinds of what is counted: somebody with two services is in the population of both. */
const populationsThatOverlap: Readonly<Record<string, readonly DimensionId[]>> = {
  persistent_absence_with_service: ['service'],
  suspended_with_service: ['service'],
  neet_with_service: ['service'],
};

/** Whether everybody counted is in one group of this dimension and no other. */
function isPartition({ measure }: Covered, dimension: DimensionId): boolean {
  return (
    measure.kinds?.[dimension] === undefined &&
    !populationsThatOverlap[measure.id]?.includes(dimension)
  );
}

function sum(rows: Iterable<Counts>): Counts {
  let [numerator, denominator] = [0, 0];
  for (const row of rows) {
    numerator += row[0];
    denominator += row[1];
  }
  return [numerator, denominator];
}

/** Groups with nobody below the line show no numerator either, so it is missing from a sum. */
const showsEveryNumerator = (rows: ReadonlyMap<string, Counts>): boolean =>
  [...rows.values()].every(([, denominator]) => denominator > 0);

/** What is wrong with a sum; empty when nothing is. Means of three months are thirds: equal but for rounding. */
function difference(what: string, of: Counts, total: Counts, everyNumerator: boolean): string[] {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  const numerators = everyNumerator ? near(of[0], total[0]) : of[0] <= total[0] + 1e-6;
  return numerators && near(of[1], total[1])
    ? []
    : [`${what}: ${of.join(' / ')}, not ${total.join(' / ')}`];
}

it('covers every measure', () => {
  expect(covered.length).toBeGreaterThan(150);
});

it('groups of any dimension add up to the county', async () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const each of covered.filter(({ measure }) => !ofTheWholeGroup.includes(measure.id))) {
    const total = (await countsBy(workspace, each)).get('') ?? [0, 0];
    for (const dimension of each.measure.dimensions.filter((id) => isPartition(each, id))) {
      const rows = await countsBy(workspace, each, [dimension]);
      const what = `${each.measure.id} by ${dimension}`;
      wrong.push(...difference(what, sum(rows.values()), total, showsEveryNumerator(rows)));
      asked += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
}, 120_000);

it('kinds of what is counted reach the county together and none goes beyond it', async () => {
  const wrong: string[] = [];
  for (const each of covered.filter(({ measure }) => !ofTheWholeGroup.includes(measure.id))) {
    const [total = 0] = (await countsBy(workspace, each)).get('') ?? [];
    for (const kind of Object.keys(each.measure.kinds ?? {}) as DimensionId[]) {
      const numerators = [...(await countsBy(workspace, each, [kind])).values()].map(([n]) => n);
      const together = numerators.reduce((a, b) => a + b, 0);
      if (together < total - 1e-6 || Math.max(0, ...numerators) > total + 1e-6)
        wrong.push(`${each.measure.id} by ${kind}: ${numerators.join(', ')} of ${total}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

/** A measure, two of its dimensions. */
const splits = () =>
  fc
    .constantFrom(...covered.filter(({ measure }) => measure.dimensions.length > 1))
    .chain((each) =>
      fc
        .shuffledSubarray([...each.measure.dimensions], { minLength: 2, maxLength: 2 })
        .map(([a, b]) => ({ each, a: a as DimensionId, b: b as DimensionId })),
    );

it('groups of two dimensions add up to the groups of one', async () => {
  await fc.assert(
    fc.asyncProperty(splits(), async ({ each, a, b }) => {
      fc.pre(isPartition(each, b) && !ofTheWholeGroup.includes(each.measure.id));
      const byBoth = await countsBy(workspace, each, [a, b]);
      const byOne = await countsBy(workspace, each, [a]);
      const wrong = [...byOne].flatMap(([code, total]) => {
        const rows = new Map([...byBoth].filter(([key]) => key.split('|')[0] === code));
        return difference(`${a} ${code}`, sum(rows.values()), total, showsEveryNumerator(rows));
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 120_000);

it('a filter gives what its group of a split gives', async () => {
  await fc.assert(
    fc.asyncProperty(splits(), fc.nat(), async ({ each, a, b }, which) => {
      const byBoth = await countsBy(workspace, each, [a, b]);
      const codes = [...new Set([...byBoth.keys()].map((key) => key.split('|')[1] ?? ''))];
      const code = codes[which % codes.length] ?? '';
      const filtered = await countsBy(workspace, each, [a], { [b]: [code] });
      const [one, other] = [new Map<string, Counts>(), new Map<string, Counts>()];
      for (const [key, counts] of byBoth)
        if (key.split('|')[1] === code && (counts[0] > 0 || counts[1] > 0))
          one.set(key.split('|')[0] ?? '', counts);
      for (const [key, counts] of filtered)
        if (counts[0] > 0 || counts[1] > 0) other.set(key, counts);
      expect(other).toEqual(one);
    }),
    { numRuns: 200 },
  );
}, 120_000);
