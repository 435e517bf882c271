// What is held about one pseudonym: which tables, how many rows, and nothing of what they say.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '$lib/workspace/workspace';
import { ExtractFolder, type Rows } from '../../files/extract_folder';
import { person, register, schools, times } from '../../files/rows';
import { loadInto, workspaceWith } from './workspace_with_files';

let folder: ExtractFolder;
let workspace: Workspace;
/** A file whose pseudonyms are texts. */
const write = (table: string, rows: Rows, as = `${table}.parquet`) =>
  folder.parquet(table, rows, {
    as,
    types: { person_id: 'varchar', parent: 'varchar', action: 'varchar' },
  });

beforeAll(async () => {
  folder = await ExtractFolder.create();
  const warning = { date: '2024-10-01', action: 'warning' };
  const sessions = (day: string, count: number) => register('p-1', 118001, day, times('/', count));
  workspace = await workspaceWith([
    await write('people', [person('p-1', '2010-01-01'), person('p-2', '2011-01-01')]),
    await write('schools', schools),
    await write('attendance', sessions('2024-09-09', 7), 'attendance-one.parquet'),
    await write('attendance', sessions('2024-10-07', 4), 'attendance-two.parquet'),
    await write('enforcements', [
      { person_id: 'p-1', ...warning, parent: 'p-2' },
      { person_id: 'p-2', ...warning, parent: 'g-9' },
      { person_id: 'p-2', ...warning, date: '2024-11-01', parent: 'g-9' },
    ]),
  ]);
});

afterAll(async () => {
  await workspace.close();
  await folder.remove();
});

test('the rows of every table are counted, those of several files together', async () => {
  expect(await workspace.rowsAbout('p-1')).toEqual([
    { table: 'people', as: 'person', rows: 1 },
    { table: 'attendance', as: 'person', rows: 11 },
    { table: 'enforcements', as: 'person', rows: 1 },
  ]);
});

test('rows that name somebody as a parent are told apart', async () => {
  expect(await workspace.rowsAbout('g-9')).toEqual([
    { table: 'enforcements', as: 'parent', rows: 2 },
  ]);
  expect(await workspace.rowsAbout(' p-2 ')).toEqual([
    { table: 'people', as: 'person', rows: 1 },
    { table: 'enforcements', as: 'person', rows: 2 },
    { table: 'enforcements', as: 'parent', rows: 1 },
  ]);
});

test.each(['', 'p-3', 'P-1', '1', '0', '-1', "p-1' or 1 = 1 --", 'p-1\u0000'])(
  'a wrong or unknown pseudonym is in no table: %j',
  async (pseudonym) => {
    expect(await workspace.rowsAbout(pseudonym)).toEqual([]);
  },
);

test('somebody whose data must not be used is still answered, and a file taken out is not', async () => {
  const restricted = await write('restrictions', [{ person_id: 'p-1' }]);
  await loadInto(workspace, [restricted]);
  const held = await workspace.rowsAbout('p-1');
  expect(held).toContainEqual({ table: 'restrictions', as: 'person', rows: 1 });
  expect(held).toContainEqual({ table: 'attendance', as: 'person', rows: 11 });
  const second = workspace.reports.find(({ file }) => file === 'attendance-two.parquet')!;
  await workspace.remove(second.fileNo);
  expect(await workspace.rowsAbout('p-1')).toContainEqual({
    table: 'attendance',
    as: 'person',
    rows: 7,
  });
});
