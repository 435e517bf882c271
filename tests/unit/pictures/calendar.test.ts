import { describe, expect, test } from 'vitest';
import {
  calendarOf,
  calendarTable,
  calendarTitle,
  sayDay,
} from '../../../src/lib/pictures/calendar';
import { layOutWeeks } from '../../../src/lib/pictures/draw_calendar';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const year = '2024-25';
const day = (date: string, missed: number, possible = 1000) =>
  shownRow(year, missed, possible, { day: date });

describe('a calendar', () => {
  // 2 September 2024 is a Monday; that week's Friday is hidden, and a week follows without school
  const table = fakeTable(
    'absence_by_day',
    [
      day('2024-09-03', 30),
      hiddenRow(year, { day: '2024-09-06' }),
      day('2024-09-04', 0),
      day('2024-09-16', 60),
      // one school of many open
      day('2024-10-01', 90, 400),
    ],
    ['day'],
  );
  const calendar = calendarOf(table, year);

  test('has the days in weeks from the first Monday, and a gap where there was no school', () => {
    expect(calendar.days.map(({ name, week, weekday }) => [name, week, weekday])).toEqual([
      ['Tuesday 3 September 2024', 0, 1],
      ['Wednesday 4 September 2024', 0, 2],
      ['Friday 6 September 2024', 0, 4],
      ['Monday 16 September 2024', 2, 0],
      ['Tuesday 1 October 2024', 4, 1],
    ]);
    expect(calendar.weeks).toBe(5);
    expect(calendar.weekdays).toBe(5);
    expect(calendar.months).toEqual([
      { month: '2024-09', week: 0 },
      { month: '2024-10', week: 4 },
    ]);
  });

  test('takes its classes from the days that are shown, zero among them', () => {
    expect(calendar.classes.map(({ lower, upper }) => [lower, upper])).toEqual([
      [0, 0],
      [0.03, 0.03],
      [0.06, 0.225],
    ]);
  });

  test('does not call a day highest on which few schools were open', () => {
    expect(plain(calendarTitle(calendar, null, year, 'Kent'))).toBe(
      'Absence in Kent, 2024/25: highest on Monday 16 September 2024 (6.0 %)',
    );
  });

  test('names the weekdays that differ beyond chance, and none where they do not', () => {
    const weekdays = (friday: number) =>
      fakeTable(
        'absence_by_day',
        [
          shownRow(year, 600, 10000, { weekday: '1' }),
          shownRow(year, friday, 10000, { weekday: '5' }),
          hiddenRow(year, { weekday: '3' }),
        ],
        ['weekday'],
      );
    expect(plain(calendarTitle(calendar, weekdays(900), year, 'Kent'))).toContain(
      '; Fridays (9.0 %) run above Mondays (6.0 %)',
    );
    expect(plain(calendarTitle(calendar, weekdays(610), year, 'Kent'))).not.toContain('Fridays');
  });

  test('says a day with how many sessions stand behind it, a hidden one without', () => {
    const [first, zero, hidden] = calendar.days.map((each) => plain(sayDay(table.measure, each)));
    expect(first).toBe('3.0 %; 95 % interval 2.1 % to 4.3 %; of 1,000 possible sessions');
    expect(zero).toBe('0.0 %; 95 % interval 0.0 % to 0.4 %; of 1,000 possible sessions');
    expect(hidden).toBe('hidden to protect people, because few are counted');
  });

  test('has a row a day in its table', () => {
    const rows = calendarTable(calendar, year, 'Kent').rows;
    expect(rows.map(({ key }) => key)).toHaveLength(5);
    expect(rows[2]?.cells[3]).toEqual({ value: null, status: 'c' });
  });

  test('without a day that can be shown says so', () => {
    const none = fakeTable('absence_by_day', [hiddenRow(year, { day: '2024-09-06' })], ['day']);
    expect(calendarTitle(calendarOf(none, year), null, year, 'Kent')).toBe(
      'Absence in Kent, 2024/25: no day can be shown',
    );
  });

  test('breaks its weeks into bands where they have no room', () => {
    expect(layOutWeeks(47, 1150)).toEqual({ bands: 1, perBand: 47, cell: 24 });
    expect(layOutWeeks(47, 300)).toEqual({ bands: 3, perBand: 16, cell: 18 });
  });
});
