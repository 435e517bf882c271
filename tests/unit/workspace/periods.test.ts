import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '$lib/workspace/workspace';
import { ExtractFolder, type FileOptions, type Rows } from '../../files/extract_folder';
import { person, register, schools, times } from '../../files/rows';
import { countyCounts, loadInto, workspaceWith } from './workspace_with_files';

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
const write = (table: string, rows: Rows, options: FileOptions = {}) =>
  folder.parquet(table, rows, { as: `${table}-${written++}.parquet`, ...options });

const overall = (period: string) => countyCounts(workspace, 'overall_absence', period);

/** Mondays on which the six terms of 2024/25 begin, with holidays between them. */
const mondays = [
  ['2024-09-02', 1],
  ['2024-11-04', 2],
  ['2025-01-06', 3],
  ['2025-02-24', 4],
  ['2025-04-28', 5],
  ['2025-06-02', 6],
] as const;

describe('terms', () => {
  /** A pupil of Year 9 and one of Year 11: in term n each misses n of its 20 sessions. */
  const attendance = mondays.flatMap(([monday, term]) =>
    [1, 2].flatMap((id) =>
      register(id, 118001, monday, [...times('I', term), ...times('/', 20 - term)]),
    ),
  );
  const people = [person(1, '2010-12-01'), person(2, '2008-12-01')];

  async function expectTerms() {
    for (const [, term] of mondays) {
      // Year 11 has no sixth term.
      const pupils = term === 6 ? 1 : 2;
      expect(await overall(`2024-25-t${term}`)).toEqual([pupils * term, pupils * 20]);
    }
    expect(await overall('2024-25')).toEqual([2 * 15 + 6, 2 * 100 + 20]);
  }

  it('come from the calendar', async () => {
    const calendar = mondays.map(([start_date, term]) => ({
      academic_year: 2024,
      term,
      start_date,
      end_date: new Date(Date.parse(start_date) + 25 * 86_400_000).toISOString().slice(0, 10),
    }));
    await loadInto(workspace, [
      await write('people', people),
      await write('schools', schools),
      await write('attendance', attendance),
      await folder.csv('calendar', calendar),
    ]);
    await expectTerms();
  });

  it('are found from the gaps between sessions where there is no calendar', async () => {
    await loadInto(workspace, [
      await write('people', people),
      await write('schools', schools),
      await write('attendance', attendance),
    ]);
    await expectTerms();
  });

  it('may be handed over as timestamps at midnight, in several files', async () => {
    const types = { date: 'timestamp' };
    await loadInto(workspace, [
      await write('people', people, { types: { birth_month: 'timestamp' } }),
      await write('schools', schools),
      await write('attendance', attendance.slice(0, 100), { types }),
      await write('attendance', attendance.slice(100), {
        as: 'registers of the year.parquet',
        metadata: { table: 'attendance' },
        types: { date: 'timestamp_ms' },
      }),
    ]);
    expect(workspace.reports.map(({ refused }) => refused)).toEqual([null, null, null, null]);
    await expectTerms();
  });
});

describe('the year to date', () => {
  const people = [person(1, '2012-01-01')];
  /** Ten sessions in September, ten in March and ten in May; those of May are all missed. */
  const year = (start: number, months: readonly string[]) =>
    months.flatMap((day) =>
      register(1, 118001, `${day.startsWith('09') ? start : start + 1}-${day}`, [
        ...times(day.startsWith('05') ? 'O' : '/', 9),
        'I',
      ]),
    );

  it('cuts earlier years at the same day as the latest', async () => {
    await loadInto(workspace, [
      await write('people', people),
      await write('schools', schools),
      await write('attendance', [
        ...year(2023, ['09-11', '03-04', '05-13']),
        ...year(2024, ['09-09', '03-10']),
      ]),
    ]);
    // The latest session is Friday 14 March 2025, so 2023/24 stops at 14 March 2024.
    expect(await overall('2024-25-ytd')).toEqual([2, 20]);
    expect(await overall('2023-24-ytd')).toEqual([2, 20]);
    expect(await overall('2023-24')).toEqual([12, 30]);
  });

  it('cuts in the middle of a week too', async () => {
    await loadInto(workspace, [
      await write('people', people),
      await write('schools', schools),
      await write('attendance', [
        ...register(1, 118001, '2024-03-11', [...times('/', 6), 'I', 'I', 'O', 'O']),
        ...register(1, 118001, '2025-03-10', times('/', 8)), // Monday 10 to Thursday 13 March
      ]),
    ]);
    // Monday 11 to Wednesday 13 March 2024 are six sessions; the absence of Thursday and Friday is later.
    expect(await overall('2023-24-ytd')).toEqual([0, 6]);
    expect(await overall('2024-25-ytd')).toEqual([0, 8]);
    expect(await overall('2023-24')).toEqual([4, 10]);
  });

  it('of census returns, which cannot be cut at a day, is not available beside a year half done', async () => {
    const totals = ['autumn', 'spring', 'summer'].map((term) => ({
      person_id: 1,
      school_id: 118001,
      academic_year: 2023,
      term,
      code: '/',
      sessions: 120,
    }));
    await loadInto(workspace, [
      await write('people', people),
      await write('schools', schools),
      await write('attendance', year(2024, ['09-09', '03-10'])),
      await write('attendance_totals', totals),
    ]);
    expect(await overall('2023-24')).toEqual([0, 360]);
    // A full year under the name of a year to date would be compared with half a year.
    expect(await overall('2023-24-ytd')).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('census returns without registers', () => {
  it('give the year, and no term', async () => {
    const row = { school_id: 118001, academic_year: 2023 };
    await loadInto(workspace, [
      await write('people', [person(1, '2012-01-01'), person(2, '2012-02-01')]),
      await write('schools', schools),
      await write('attendance_totals', [
        { ...row, person_id: 1, term: 'autumn', code: '/', sessions: 90 },
        { ...row, person_id: 1, term: 'spring', code: 'I', sessions: 10 },
        { ...row, person_id: 1, term: 'spring', code: 'Y', sessions: 20 },
        { ...row, person_id: 2, term: 'autumn', code: 'L', sessions: 91 },
        { ...row, person_id: 2, term: 'summer', code: 'G', sessions: 9 },
      ]),
    ]);
    expect(await overall('2023-24')).toEqual([19, 200]);
    expect(await countyCounts(workspace, 'persistent_absence', '2023-24')).toEqual([1, 2]);
    expect(workspace.coverage.absenceYears).toEqual([2023]);
    expect(workspace.coverage.absenceTerms).toEqual([]);
  });

  it('are left out for an enrolment and year that a register shows', async () => {
    await loadInto(workspace, [
      await write('people', [person(1, '2012-01-01')]),
      await write('schools', schools),
      await write('attendance', register(1, 118001, '2024-09-09', times('/', 10))),
      await write('attendance_totals', [
        {
          person_id: 1,
          school_id: 118001,
          academic_year: 2024,
          term: 'autumn',
          code: 'I',
          sessions: 10,
        },
      ]),
    ]);
    expect(await overall('2024-25')).toEqual([0, 10]);
  });
});

describe('a period that the extracts do not cover', () => {
  it('is marked x beside one that they do, and is never zero', async () => {
    await loadInto(workspace, [
      await write('people', [person(1, '2012-01-01'), person(2, '2007-01-01')]),
      await write('schools', schools),
      await write('attendance', register(1, 118001, '2024-09-09', times('/', 10))),
      await write(
        'activities',
        ['2024-12-01', '2025-01-01'].map((month) => ({
          person_id: 2,
          month,
          activity_code: 619,
          currency_lapsed: false,
        })),
      ),
    ]);
    const table = await workspace.figures({
      measure: 'persistent_absence',
      periods: ['2023-24', '2024-25', '2024-25-t3'],
      by: [],
      where: {},
    });
    expect(table.rows.map(({ period, status }) => [period, status])).toEqual([
      ['2023-24', 'x'],
      ['2024-25', 'ok'],
      ['2024-25-t3', 'x'],
    ]);
    expect(table.rows[0]?.numerator).toEqual({ value: null, status: 'x' });

    // A headline of two months out of three would be another figure.
    const winter = await workspace.figures({
      measure: 'neet',
      periods: ['2025-djf', '2025-01'],
      by: [],
      where: {},
    });
    expect(winter.rows.map(({ status }) => status)).toEqual(['x', 'ok']);
  });

  it('is refused in a sentence when it is no period, or no period of the measure', async () => {
    await loadInto(workspace, [
      await write('people', [person(1, '2012-01-01')]),
      await write('schools', schools),
      await write('attendance', register(1, 118001, '2024-09-09', times('/', 10))),
    ]);
    await expect(overall('2024/25')).rejects.toMatchObject({ name: 'RequestError' });
    await expect(overall('2025-01')).rejects.toThrow('no figures for that kind of period');
  });
});
