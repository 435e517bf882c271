// The committed sample county, beside native DuckDB over the very same files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DimensionId } from '$lib/measures/measure';
import type { Workspace } from '$lib/workspace/workspace';
import { nativeRows, openNative } from '../../files/native';
import { absence, countSessions } from '../../files/reference/absence';
import { neetAndNotKnown } from '../../files/reference/neet';
import { openReference, type CountyFiles } from '../../files/reference/reference_county';
import { openInvolvement } from '../../files/reference/services';
import { countsOf, findingsOf, reportOf, workspaceWith } from './workspace_with_files';

const sample = (file: string) => join('data-samples', file);
const files: CountyFiles = {
  people: [sample('people.parquet')],
  schools: [sample('schools.parquet')],
  enrolments: [sample('enrolments.parquet')],
  activities: [sample('activities.parquet')],
  involvements: [sample('involvements.parquet')],
  restrictions: [sample('restrictions.parquet')],
  calendar: [sample('calendar.csv')],
  // The latest year only: 4.6 million rows are enough to show a difference.
  attendance: [sample('attendance-2024-25.parquet')],
};

let native: DuckDBConnection;
let workspace: Workspace;

beforeAll(async () => {
  const paths = Object.values(files).flatMap((each) => each ?? []);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  workspace = await workspaceWith(paths);
  native = await openNative();
  await openReference(native, files, '2025-07-31');
  await countSessions(native);
});

afterAll(async () => {
  await workspace.close();
  native.closeSync();
});

it('loads, and stands at the day its files say', () => {
  expect(workspace.reports.filter(({ refused }) => refused !== null)).toEqual([]);
  expect(workspace.extractDate).toBe('2025-07-31');
});

it('has the same absence of every kind, by district of the school and of the home', async () => {
  for (const by of [[], ['district'], ['home_district', 'sex']] as DimensionId[][]) {
    const expected = await absence(native, { academicYear: 2024, term: null, by });
    expect(await countsOf(workspace, 'persistent_absence', '2024-25', by)).toEqual(
      expected.persistent_absence,
    );
    expect(await countsOf(workspace, 'overall_absence', '2024-25', by)).toEqual(
      expected.overall_absence,
    );
    expect(await countsOf(workspace, 'severe_absence', '2024-25', by)).toEqual(
      expected.severe_absence,
    );
  }
});

it.each([1, 2, 3, 4, 5, 6])('has the same overall absence in term %i', async (term) => {
  const expected = await absence(native, { academicYear: 2024, term, by: ['year_group'] });
  const period = `2024-25-t${term}`;
  expect(await countsOf(workspace, 'overall_absence', period, ['year_group'])).toEqual(
    expected.overall_absence,
  );
});

it('has the same NEET and not-known headline, and the same months by district', async () => {
  const measures = ['neet', 'not_known', 'neet_or_not_known'] as const;
  const winter = await neetAndNotKnown(native, ['2024-12', '2025-01', '2025-02'], []);
  for (const measure of measures) {
    const found = await countsOf(workspace, measure, '2025-djf');
    expect(found['']?.[0]).toBeCloseTo(winter[measure]['']?.[0] ?? -1, 9);
    expect(found['']?.[1]).toBeCloseTo(winter[measure]['']?.[1] ?? -1, 9);
  }
  for (const month of ['2023-09', '2024-09', '2025-01', '2025-06']) {
    const expected = await neetAndNotKnown(native, [month], ['district', 'year_group']);
    for (const measure of measures) {
      expect(await countsOf(workspace, measure, month, ['district', 'year_group'])).toEqual(
        expected[measure],
      );
    }
  }
});

it('has the same open involvement, by service and district', async () => {
  for (const month of ['2023-03', '2024-12', '2025-07']) {
    for (const by of [['service'], ['service', 'district']] as DimensionId[][]) {
      const expected = await openInvolvement(native, month, by);
      const found = await countsOf(workspace, 'service_involvement', month, by);
      const someone = Object.entries(found).filter(([, [numerator]]) => numerator > 0);
      expect(Object.fromEntries(someone)).toEqual(expected);
      expect(someone.length).toBeGreaterThan(8);
    }
  }
});

it('reports of the registers what native DuckDB finds in them', async () => {
  const [found] = await nativeRows<Record<string, number>>(
    native,
    `select
      (select count(*)::integer from raw_attendance) as rows,
      (select count(*)::integer from raw_attendance where code = '9') as unknown,
      (select count(*)::integer from raw_attendance where code in ('H', 'Y', 'J')) as retired,
      (select count(*)::integer from raw_attendance
        where person_id not in (select person_id from raw_people)) as nobody,
      (select count(*)::integer from raw_attendance
        where person_id in (select person_id from raw_restrictions)) as restricted`,
  );
  const report = reportOf(workspace, 'attendance-2024-25.parquet');
  const counted = (rule: string) =>
    findingsOf(report, rule).reduce((sum, finding) => sum + finding.count, 0);
  expect(report.rows).toBe(found?.['rows']);
  expect(counted('unknown_code')).toBe(found?.['unknown']);
  expect(counted('code_not_in_force')).toBe(found?.['retired']);
  expect(counted('person_not_in_people')).toBe(found?.['nobody']);
  expect(counted('restricted')).toBe(found?.['restricted']);
});
