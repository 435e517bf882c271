import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '$lib/workspace/workspace';
import { ExtractFolder, type FileOptions, type Rows } from '../../files/extract_folder';
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

beforeAll(async () => {
  folder = await ExtractFolder.create();
  workspace = await workspaceWith([]);
});

afterEach(async () => {
  for (const { fileNo } of workspace.reports) await workspace.remove(fileNo);
});

afterAll(async () => {
  await workspace.close();
  await folder.remove();
});

let written = 0;
/** A file with a name of its own, so that no two tests share one. */
const write = (table: string, rows: Rows, options: FileOptions = {}) =>
  folder.parquet(table, rows, { as: `${table}-${written++}.parquet`, ...options });

const overall = () => countyCounts(workspace, 'overall_absence', '2024-25');
const registers = (people: readonly (number | string)[]) =>
  people.flatMap((id) => register(id, 118001, '2024-09-09', [...times('/', 9), 'I']));

describe('the order in which tables come', () => {
  it('does not matter between registers and people', async () => {
    await loadInto(workspace, [await write('attendance', registers([1, 2]))]);
    await expect(overall()).rejects.toMatchObject({ name: 'RequestError' });
    await loadInto(workspace, [await write('schools', schools)]);
    await loadInto(workspace, [await write('people', [person(2, '2010-01-01')])]);
    expect(await overall()).toEqual([1, 10]);
    await loadInto(workspace, [await write('people', [person(1, '2010-01-01')])]);
    expect(await overall()).toEqual([2, 20]);
  });

  it('lets restrictions that come last take their people out of every figure', async () => {
    const spell = { service: 'early_help', start_date: '2024-09-01', end_date: null };
    const position = { month: '2025-01-01', activity_code: 619, currency_lapsed: false };
    await loadInto(workspace, [
      await write(
        'people',
        [1, 2, 3].map((id) => person(id, '2009-05-01')),
      ),
      await write(
        'people',
        [11, 12, 13].map((id) => person(id, '2007-05-01')),
      ),
      await write('schools', schools),
      await write('attendance', registers([1, 2, 3])),
      await write(
        'involvements',
        [1, 2, 3, 11].map((person_id) => ({ person_id, ...spell })),
      ),
      await write(
        'activities',
        [11, 12, 13].map((person_id) => ({ person_id, ...position })),
        {
          as: 'activities.parquet',
        },
      ),
    ]);
    expect(await overall()).toEqual([3, 30]);
    expect(await countyCounts(workspace, 'neet', '2025-01')).toEqual([3, 3]);
    expect(await countyCounts(workspace, 'service_involvement', '2024-12')).toEqual([4, 6]);

    const restricted = await write('restrictions', [{ person_id: 2 }, { person_id: 11 }]);
    await loadInto(workspace, [restricted]);
    expect(await overall()).toEqual([2, 20]);
    expect(await countyCounts(workspace, 'persistent_absence', '2024-25')).toEqual([2, 2]);
    expect(await countyCounts(workspace, 'neet', '2025-01')).toEqual([2, 2]);
    expect(await countyCounts(workspace, 'service_involvement', '2024-12')).toEqual([2, 4]);

    // Who is restricted must not be findable: the report has the count and no row.
    const report = reportOf(workspace, 'activities.parquet');
    expect(findingsOf(report, 'restricted')).toMatchObject([{ count: 1, rows: [] }]);

    await workspace.remove(workspace.reports.find(({ table }) => table === 'restrictions')!.fileNo);
    expect(await overall()).toEqual([3, 30]);
  });
});

describe('retention', () => {
  it('drops people past their 25th birthday at the extract date from every table, and counts them', async () => {
    const spell = { service: 'care_leaver', start_date: '2016-01-01', end_date: null };
    const born = ['2000-02-01', '2000-03-01', '2000-04-01'];
    await loadInto(workspace, [
      await write(
        'people',
        born.map((month, index) => person(index + 1, month)),
        {
          as: 'people.parquet',
          metadata: { extracted_on: '2025-03-15' },
        },
      ),
      await write(
        'involvements',
        [1, 2, 3].map((person_id) => ({ person_id, ...spell })),
        {
          as: 'involvements.parquet',
        },
      ),
    ]);
    expect(workspace.extractDate).toBe('2025-03-15');
    // Only April is surely before the birthday; who turns 25 in the month of the extract may be past it.
    // 72 months back the three of them were 18 or 19, so the person born in April is counted nowhere now.
    const file = reportOf(workspace, 'involvements.parquet');
    expect(findingsOf(file, 'past_retention')).toMatchObject([{ count: 2, rows: [1, 2] }]);
    const people = reportOf(workspace, 'people.parquet');
    expect(findingsOf(people, 'past_retention')).toMatchObject([{ count: 2, rows: [1, 2] }]);
  });

  it('keeps their earlier years out too: a figure of 2016 has nobody who is past 25 in 2025', async () => {
    await loadInto(workspace, [
      await write('people', [person(1, '2000-06-01'), person(2, '2001-06-01')], {
        metadata: { extracted_on: '2025-07-31' },
      }),
      await write('schools', schools),
      await write(
        'attendance',
        [1, 2].flatMap((id) => register(id, 118001, '2015-09-07', times('/', 10))),
      ),
    ]);
    expect(await countyCounts(workspace, 'overall_absence', '2015-16')).toEqual([0, 10]);
  });
});

describe('pseudonyms', () => {
  const load = async (
    people: readonly [readonly (number | string)[], string],
    attendance: readonly [readonly (number | string)[], string],
  ) =>
    loadInto(workspace, [
      await write(
        'people',
        people[0].map((id) => person(id, '2010-01-01')),
        {
          types: { person_id: people[1] },
        },
      ),
      await write('schools', schools),
      await write('attendance', registers(attendance[0]), { types: { person_id: attendance[1] } }),
    ]);

  it.each([
    ['varchar', 'bigint'],
    ['integer', 'varchar'],
    ['ubigint', 'smallint'],
    ['utinyint', 'hugeint::varchar'],
  ])('are the same person as %s and as %s', async (inPeople, inAttendance) => {
    await load([[101, 102], inPeople], [[101, 102, 103], inAttendance]);
    expect(await overall()).toEqual([2, 20]);
    const report = workspace.reports.find(({ table }) => table === 'attendance');
    expect(report && findingsOf(report, 'person_not_in_people')).toMatchObject([{ count: 10 }]);
  });

  it('of 64 bits keep every digit', async () => {
    const [one, next] = ['9223372036854775806', '9223372036854775807'];
    await load([[one], 'bigint'], [[one, next], 'bigint']);
    expect(await overall()).toEqual([1, 10]);
  });

  it('in text are told apart by case, leading zeros and spaces', async () => {
    const own = ['a-1', 'A-1', '007'];
    await load([own, 'varchar'], [[...own, '7', 'a-1 ', 'b-1'], 'varchar']);
    expect(await overall()).toEqual([3, 30]);
  });
});
