// Properties of every measure of the catalogue: how the same rows reach the engine, and how often it is asked,
// changes no figure.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workspace } from '$lib/workspace/workspace';
import { CountyVariants } from '../../files/county_variants';
import { loadInto, workspaceWith } from '../workspace/workspace_with_files';
import { periodsCovered } from '$lib/measures/covered';
import { periodText } from '$lib/measures/period';
import { coveredBy, everyFigure, saidBy, type Covered, type Figures } from './whole_catalogue';

let county: CountyVariants;
let workspace: Workspace;
let covered: readonly Covered[];
let figures: Figures;

beforeAll(async () => {
  county = await CountyVariants.create(400, 11);
  workspace = await workspaceWith(await county.write());
  covered = coveredBy(workspace);
  figures = await everyFigure(workspace, covered);
}, 120_000);

afterAll(async () => {
  await workspace.close();
  await county.remove();
});

/** The same figures of other files. */
async function figuresOf(paths: readonly string[]): Promise<Figures> {
  const other = await workspaceWith(paths);
  try {
    return await everyFigure(other, covered);
  } finally {
    await other.close();
  }
}

it('has figures worth comparing', () => {
  expect(covered.length).toBeGreaterThan(150);
  const counted = Object.values(figures).filter((rows) =>
    Object.values(rows).some(([numerator]) => Number(numerator) > 0),
  );
  expect(counted.length).toBeGreaterThan(200);
});

it('shuffled rows, split files and other row groups give the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        seed: fc.integer({ min: 1, max: 1_000_000 }),
        parts: fc.integer({ min: 1, max: 4 }),
        rowGroup: fc.constantFrom(2048, 4096, 20_480),
      }),
      async (layout) => {
        expect(await figuresOf(await county.write({ layout }))).toEqual(figures);
      },
    ),
    { numRuns: 2 },
  );
}, 180_000);

it('files that have gone and come back, in any order, leave the same figures', async () => {
  const paths = await county.write({ layout: { seed: 5, parts: 2, rowGroup: 20_480 } });
  const other = await workspaceWith(paths);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(paths, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (chosen, atOnce) => {
        // Marts stand over the files before some go: what is left of them must not be used again.
        await other.figures({
          measure: 'persistent_absence',
          periods: ['2024-25'],
          by: [],
          where: {},
        });
        for (const path of chosen) {
          const report = other.reports.find(({ file }) => path.endsWith(`/${file}`));
          await other.remove(report?.fileNo ?? 0);
        }
        for (const some of atOnce ? [chosen] : chosen.map((path) => [path]))
          await loadInto(other, some);
        expect(await everyFigure(other, covered)).toEqual(figures);
      },
    ),
    { numRuns: 2 },
  );
  await other.close();
}, 180_000);

it('many month ends asked at once are the month ends asked one by one', async () => {
  const different: string[] = [];
  for (const { measure } of covered) {
    const basis = measure.periodBases.find((each) => each === 'month_end' || each === 'month');
    if (basis === undefined) continue;
    const months = periodsCovered(measure, workspace.coverage, basis).slice(-5).map(periodText);
    const by = measure.dimensions.slice(0, 1);
    const ask = async (periods: readonly string[]) =>
      saidBy(await workspace.figures({ measure: measure.id, periods, by, where: {} }));
    const apart = await Promise.all(months.map((month) => ask([month])));
    if (JSON.stringify(await ask(months)) !== JSON.stringify(Object.assign({}, ...apart)))
      different.push(measure.id);
  }
  expect(different).toEqual([]);
}, 60_000);
