import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DimensionId } from '$lib/measures/measure';
import type { Workspace } from '$lib/workspace/workspace';
import { ExtractFolder } from '../../files/extract_folder';
import { absence, countSessions } from '../../files/reference/absence';
import { neetAndNotKnown } from '../../files/reference/neet';
import { openReference } from '../../files/reference/reference_county';
import { openInvolvement } from '../../files/reference/services';
import { extractDate, writeSmallCounty } from '../../files/small_county';
import { countsOf, workspaceWith } from './workspace_with_files';

let folder: ExtractFolder;
let workspace: Workspace;

beforeAll(async () => {
  folder = await ExtractFolder.create();
  const files = await writeSmallCounty(folder);
  workspace = await workspaceWith(Object.values(files).flatMap((paths) => paths ?? []));
  await openReference(folder.native, files, extractDate);
  await countSessions(folder.native);
});

afterAll(async () => {
  await workspace.close();
  await folder.remove();
});

/** One or two dimensions; none is the county. */
const dimensionsOf = (split: string) => split.split(' ').filter((id) => id !== '') as DimensionId[];

const everyone = ['sex', 'ethnic_group', 'sen', 'free_school_meals', 'year_group'];
const absenceMeasures = ['overall_absence', 'persistent_absence', 'severe_absence'] as const;

describe('absence, beside native DuckDB over the same files', () => {
  it('loads every file without a refusal', () => {
    expect(workspace.reports.map(({ refused }) => refused)).toEqual(
      workspace.reports.map(() => null),
    );
    expect(workspace.extractDate).toBe(extractDate);
  });

  it.each(['', 'district', 'home_district', 'district sex', ...everyone])(
    'for a year by "%s"',
    async (split) => {
      const by = dimensionsOf(split);
      const expected = await absence(folder.native, { academicYear: 2024, term: null, by });
      for (const measure of absenceMeasures) {
        expect(await countsOf(workspace, measure, '2024-25', by)).toEqual(expected[measure]);
      }
      expect(Object.keys(expected.persistent_absence).length).toBeGreaterThan(
        by.length === 0 ? 0 : 1,
      );
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('for term %i by district and year', async (term) => {
    for (const academicYear of [2023, 2024]) {
      const expected = await absence(folder.native, { academicYear, term, by: ['district'] });
      const period = `${academicYear}-${academicYear - 1999}-t${term}`;
      for (const measure of absenceMeasures) {
        expect(await countsOf(workspace, measure, period, ['district'])).toEqual(expected[measure]);
      }
    }
  });

  it('shows alternative provision when split by phase, and in no total', async () => {
    const phases = ['primary', 'secondary', 'special', 'alternative'];
    const question = { academicYear: 2024, term: null, by: ['phase'], phases };
    const expected = await absence(folder.native, question);
    const found = await countsOf(workspace, 'persistent_absence', '2024-25', ['phase']);
    expect(found).toEqual(expected.persistent_absence);
    expect(Object.keys(found).sort()).toEqual([...phases].sort());

    const total = await countsOf(workspace, 'persistent_absence', '2024-25');
    const withoutIt = phases.slice(0, 3).map((phase) => found[phase]?.[1] ?? 0);
    expect(total['']?.[1]).toBe(withoutIt.reduce((sum, count) => sum + count, 0));
  });

  it('answers a filter as it answers the same group of a split', async () => {
    const bySex = await countsOf(workspace, 'persistent_absence', '2024-25', ['sex']);
    const filtered = await countsOf(workspace, 'persistent_absence', '2024-25', [], { sex: ['F'] });
    expect(filtered['']).toEqual(bySex['F']);
    const two = await countsOf(workspace, 'persistent_absence', '2024-25', [], { sex: ['F', 'M'] });
    expect(two['']?.[1]).toBe((bySex['F']?.[1] ?? 0) + (bySex['M']?.[1] ?? 0));
  });
});

describe('NEET and not known, beside native DuckDB over the same files', () => {
  const measures = ['neet', 'not_known', 'neet_or_not_known'] as const;
  it.each(['', 'district', 'district year_group', ...everyone])(
    'for the winter headline by "%s"',
    async (split) => {
      const by = dimensionsOf(split);
      const months = ['2024-12', '2025-01', '2025-02'];
      const expected = await neetAndNotKnown(folder.native, months, by);
      for (const measure of measures) {
        const found = await countsOf(workspace, measure, '2025-djf', by);
        expect(Object.keys(found).sort()).toEqual(Object.keys(expected[measure]).sort());
        for (const [key, [numerator, denominator]] of Object.entries(expected[measure])) {
          expect(found[key]?.[0]).toBeCloseTo(numerator, 9);
          expect(found[key]?.[1]).toBeCloseTo(denominator, 9);
        }
      }
    },
  );

  it.each(['2023-12', '2024-01', '2024-02', '2024-09', '2024-12', '2025-03'])(
    'for the month end of %s by district',
    async (month) => {
      const expected = await neetAndNotKnown(folder.native, [month], ['district']);
      for (const measure of measures) {
        expect(await countsOf(workspace, measure, month, ['district'])).toEqual(expected[measure]);
      }
    },
  );
});

describe('service involvement, beside native DuckDB over the same files', () => {
  it.each(['', 'district', ...everyone])('by "%s"', async (split) => {
    const by = dimensionsOf(split);
    for (const month of ['2023-11', '2024-08', '2024-09', '2025-07']) {
      const expected = await openInvolvement(folder.native, month, by);
      expect(await countsOf(workspace, 'service_involvement', month, by)).toEqual(expected);
    }
  });

  it.each(['service', 'service district'])('by "%s"', async (split) => {
    const by = dimensionsOf(split);
    const expected = await openInvolvement(folder.native, '2025-03', by);
    const found = await countsOf(workspace, 'service_involvement', '2025-03', by);
    const someone = Object.entries(found).filter(([, [numerator]]) => numerator > 0);
    expect(Object.fromEntries(someone)).toEqual(expected);
    expect(someone.length).toBeGreaterThan(4);
  });

  it('never counts a point event, nor a spell that ends on the last day of the month', async () => {
    const found = await countsOf(workspace, 'service_involvement', '2025-07', [], {
      service: ['looked_after'],
    });
    const byService = await openInvolvement(folder.native, '2025-07', ['service']);
    expect(found['']).toEqual(byService['looked_after']);
  });
});
