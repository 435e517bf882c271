import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Workspace } from '$lib/workspace/workspace';
import { ExtractFolder } from '../../files/extract_folder';
import { person, register, schools, times } from '../../files/rows';
import {
  countyCounts,
  findingsOf,
  loadInto,
  reportOf,
  workspaceWith,
} from './workspace_with_files';

let folder: ExtractFolder;
let workspace: Workspace;
let first: string;
/** A row with an unknown code, the first file's ten sessions again but absent, then ten more. */
let second: string;

beforeAll(async () => {
  folder = await ExtractFolder.create();
  first = await folder.parquet('attendance', register(1, 118001, '2024-09-09', times('/', 10)), {
    as: 'attendance-a.parquet',
  });
  second = await folder.parquet(
    'attendance',
    [
      ...register(1, 118001, '2024-09-02', ['9']),
      ...register(1, 118001, '2024-09-09', times('I', 10)),
      ...register(1, 118001, '2024-09-16', times('/', 10)),
    ],
    { as: 'attendance-b.parquet' },
  );
  workspace = await workspaceWith([
    await folder.parquet('people', [person(1, '2010-05-01')]),
    await folder.parquet('schools', schools),
  ]);
});

beforeEach(async () => {
  for (const { fileNo, table } of workspace.reports) {
    if (table === 'attendance') await workspace.remove(fileNo);
  }
});

afterAll(async () => {
  await workspace.close();
  await folder.remove();
});

const absence = () => countyCounts(workspace, 'overall_absence', '2024-25');

it('drops the sessions that a later file repeats, and gives their rows in that file', async () => {
  await loadInto(workspace, [first, second]);
  expect(await absence()).toEqual([0, 20]);
  const [finding, ...others] = findingsOf(
    reportOf(workspace, 'attendance-b.parquet'),
    'duplicate_key',
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ count: 10, severity: 'drop', file: 'attendance-b.parquet' });
  // row 1 was dropped for its code, so the repeated sessions are rows 2 to 11 of the file
  expect(finding?.rows).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(findingsOf(reportOf(workspace, 'attendance-a.parquet'), 'duplicate_key')).toEqual([]);
});

it('brings the rows of the later file back when the earlier one is removed', async () => {
  await loadInto(workspace, [first, second]);
  await workspace.remove(reportOf(workspace, 'attendance-a.parquet').fileNo);
  expect(await absence()).toEqual([10, 20]);
  const report = reportOf(workspace, 'attendance-b.parquet');
  expect(findingsOf(report, 'duplicate_key')).toEqual([]);
  expect(findingsOf(report, 'unknown_code')).toMatchObject([{ count: 1, rows: [1] }]);
});

it('brings them back when the earlier one is replaced by a file without them', async () => {
  await loadInto(workspace, [first, second]);
  const { namedBlob } = await import('../../../src/cli/workspace_in_node');
  const other = await folder.parquet(
    'attendance',
    register(1, 118001, '2024-11-04', times('/', 4)),
    { as: 'attendance-c.parquet' },
  );
  await workspace.replace(
    reportOf(workspace, 'attendance-a.parquet').fileNo,
    await namedBlob(other),
  );
  expect(await absence()).toEqual([10, 24]);
});

it('tells sessions of another school, half-day or person apart', async () => {
  const sessions = register(1, 118001, '2024-09-09', ['/', 'I']);
  const [morning, afternoon] = sessions;
  await loadInto(workspace, [
    await folder.parquet('attendance', [morning ?? {}], { as: 'attendance-d.parquet' }),
    await folder.parquet(
      'attendance',
      [{ ...morning, school_id: 118002 }, afternoon ?? {}, { ...morning, person_id: 2 }],
      { as: 'attendance-e.parquet' },
    ),
  ]);
  // two enrolments of person 1: one of two sessions, one of them missed, and one of one session
  expect(await absence()).toEqual([1, 3]);
  const report = reportOf(workspace, 'attendance-e.parquet');
  expect(findingsOf(report, 'duplicate_key')).toEqual([]);
  expect(findingsOf(report, 'person_not_in_people')).toMatchObject([{ count: 1, rows: [3] }]);
});

it('finds what three files repeat of one another, across months', async () => {
  const long = (as: string, start: string, count: number) =>
    folder.parquet('attendance', register(1, 118001, start, times('/', count)), { as });
  await loadInto(workspace, [
    await long('attendance-1.parquet', '2024-09-23', 10),
    await long('attendance-2.parquet', '2024-09-30', 10),
    await long('attendance-3.parquet', '2024-09-23', 30),
  ]);
  expect(await absence()).toEqual([0, 30]);
  const found = (file: string) =>
    findingsOf(reportOf(workspace, file), 'duplicate_key').map(({ count }) => count);
  expect(found('attendance-1.parquet')).toEqual([]);
  expect(found('attendance-2.parquet')).toEqual([]);
  expect(found('attendance-3.parquet')).toEqual([20]);
});
