// Figures that are kept and answered out of wider questions are those that the engine gives when it is asked plainly.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawPolicy } from '$lib/disclosure/policy';
import { protect } from '$lib/disclosure/protect';
import { count } from '$lib/measures/count';
import type { DimensionId } from '$lib/measures/measure';
import type { FigureRequest } from '$lib/measures/request';
import { lookedThrough } from '$lib/measures/widened';
import { periodBefore } from '$lib/view/periods';
import { KeptFigures, type Figures, type Standing } from '$lib/workspace/figures';
import type { Workspace } from '$lib/workspace/workspace';
import { openWorkspaceInNode } from '../../../src/cli/workspace_in_node';
import { CountyVariants } from '../../files/county_variants';
import { coveredBy, type Covered } from '../measures/whole_catalogue';
import { loadInto } from './workspace_with_files';

let county: CountyVariants;
let plain: Workspace;
let keeping: Workspace;
let covered: readonly Covered[];

beforeAll(async () => {
  county = await CountyVariants.create(600, 11);
  const files = await county.write();
  plain = await openWorkspaceInNode(rawPolicy, { figures: askedPlainly });
  keeping = await openWorkspaceInNode(rawPolicy, {
    figures: (standing) => new KeptFigures(standing),
  });
  await loadInto(plain, files);
  await loadInto(keeping, files);
  covered = coveredBy(plain);
}, 120_000);

afterAll(async () => {
  await plain.close();
  await keeping.close();
  await county.remove();
});

/** Each request as its own question, not widened. */
const askedPlainly = ({ engine, policy, covered }: Standing): Figures => ({
  figures: async (measure, request) =>
    protect(
      await count(engine(), measure, request, (period) => covered(measure, period)),
      policy(),
    ),
  readAhead: () => Promise.resolve(),
});

const filteredBy = ({ measure }: Covered): DimensionId[] =>
  lookedThrough.filter((id) => measure.dimensions.includes(id));

/** Codes of a dimension in the data, and one that nobody has. */
async function codesOf({ measure, period }: Covered, id: DimensionId): Promise<string[]> {
  const table = await plain.figures({
    measure: measure.id,
    periods: [period],
    by: [id],
    where: {},
  });
  return [...table.rows.map(({ keys }) => keys[id] ?? ''), 'E07999999'];
}

async function expectTheSame(request: FigureRequest): Promise<void> {
  const kept = await keeping.figures(request);
  const asked = await plain.figures(request);
  expect({ ...kept, measure: kept.measure.id }, JSON.stringify(request)).toEqual({
    ...asked,
    measure: asked.measure.id,
  });
}

it('every measure filtered to one group is what its own question gives', async () => {
  let compared = 0;
  for (const [index, each] of covered.entries()) {
    const by = filteredBy(each);
    const id = by[index % by.length];
    if (id === undefined) continue;
    const codes = await codesOf(each, id);
    for (const code of [codes[index % codes.length] ?? '']) {
      const { measure, period } = each;
      await expectTheSame({
        measure: measure.id,
        periods: [period],
        by: [],
        where: { [id]: [code] },
      });
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(140);
}, 120_000);

it('so is every split by kinds alone, also of a group that nobody is in', async () => {
  let compared = 0;
  for (const each of covered) {
    const kinds = each.measure.dimensions.filter((id) => each.measure.kinds?.[id] !== undefined);
    const id = filteredBy(each).find((filter) => !kinds.includes(filter));
    if (kinds.length === 0 || id === undefined) continue;
    const codes = await codesOf(each, id);
    for (const code of [codes[0] ?? '', codes.at(-1) ?? '']) {
      const by = kinds.slice(0, 1 + (compared % 2));
      const where = { [id]: [code] };
      await expectTheSame({ measure: each.measure.id, periods: [each.period], by, where });
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(10);
}, 120_000);

it('so are splits, several periods and filters on several dimensions at once', async () => {
  const chosen = fc
    .constantFrom(...covered.filter((each) => filteredBy(each).length >= 2))
    .chain((each) =>
      fc.record({
        each: fc.constant(each),
        filters: fc
          .shuffledSubarray(filteredBy(each), { minLength: 1 })
          .map((all) => all.slice(0, 3)),
        by: fc.subarray([...each.measure.dimensions], { maxLength: 1 }),
        which: fc.nat(),
        years: fc.constantFrom(1, 2),
      }),
    );
  await fc.assert(
    fc.asyncProperty(chosen, async ({ each, filters, by, which, years }) => {
      const { measure, period } = each;
      const where: Partial<Record<DimensionId, readonly string[]>> = {};
      for (const id of filters) {
        const codes = await codesOf(each, id);
        where[id] = [codes[which % codes.length] ?? ''];
      }
      const periods = years === 2 ? [periodBefore(period), period] : [period];
      await expectTheSame({ measure: measure.id, periods, by, where });
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('the same request gives the very same table, until the files change', async () => {
  const [first] = covered;
  if (!first) throw new Error('The county has no figures.');
  const request = { measure: first.measure.id, periods: [first.period], by: [], where: {} };
  const before = await keeping.figures(request);
  expect(await keeping.figures({ ...request })).toBe(before);
  const file = keeping.reports.find(({ table }) => table === 'exclusions');
  if (!file) throw new Error('The county has no exclusions.');
  await keeping.remove(file.fileNo);
  const after = await keeping.figures(request);
  expect(after).not.toBe(before);
  expect(after.rows).toEqual(before.rows);
}, 60_000);
