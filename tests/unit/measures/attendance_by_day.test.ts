import { describe, expect, it } from 'vitest';
import { engineWithRows, register } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { calendar, pupils, schools, times } from './pupils_and_schools';

describe('absence day by day', () => {
  it('adds up to overall absence, whatever it is split by', async () => {
    const engine = await engineWithRows({
      people: pupils(1, 2, 3, 4),
      schools,
      calendar,
      enrolments: [{ person_no: 4, school_id: 1, start_date: '2020-09-01', boarder: true }],
      attendance: [
        // Monday to Wednesday of the first week, and Monday of the second in the afternoon
        ...register(1, 1, '2024-09-02', ['I', 'I', '/', 'O', 'L', 'U']),
        ...register(2, 2, '2024-09-02', ['I', '/', '/', '/', 'Y2', 'D']),
        ...register(2, 2, '2024-09-09', ['/', 'G']),
        ...register(3, 3, '2024-09-02', times('O', 6)), // alternative provision
        ...register(4, 1, '2024-09-02', times('O', 6)), // boarder
      ],
    });
    const [overall] = await countsOf(engine, 'overall_absence', '2024-25');
    for (const by of ['day', 'week', 'weekday', 'am_pm', 'term', 'district'] as const) {
      const rows = await countsOf(engine, 'absence_by_day', '2024-25', { by: [by] });
      for (const column of ['numerator', 'denominator']) {
        expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(overall?.[column]);
      }
    }
    expect(
      await countsOf(engine, 'absence_by_day', '2024-25', { by: ['weekday', 'am_pm'] }),
    ).toMatchObject([
      { weekday: 1, am_pm: 'AM', numerator: 2, denominator: 3, people_in_numerator: 2 },
      { weekday: 1, am_pm: 'PM', numerator: 2, denominator: 3, people_in_numerator: 1 },
      { weekday: 2, am_pm: 'AM', numerator: 0, denominator: 2 },
      { weekday: 2, am_pm: 'PM', numerator: 1, denominator: 2 },
      { weekday: 3, am_pm: 'AM', numerator: 0, denominator: 1 },
      { weekday: 3, am_pm: 'PM', numerator: 1, denominator: 1 },
    ]);
    expect(await countsOf(engine, 'absence_by_day', '2024-25', { by: ['week'] })).toMatchObject([
      { week: '2024-09-02', numerator: 5, denominator: 10 },
      { week: '2024-09-09', numerator: 1, denominator: 2 },
    ]);
    expect(await countsOf(engine, 'late_by_day', '2024-25')).toMatchObject([{ numerator: 2 }]);
    expect(await countsOf(engine, 'absence_by_day', '2024-25', { by: ['phase'] })).toMatchObject([
      { phase: 'secondary', numerator: 6, denominator: 12 },
      { phase: 'alternative', numerator: 6, denominator: 6 },
    ]);
    await engine.close();
  });

  it('has an enrolment that starts in the second half of the summer term in that term alone', async () => {
    const engine = await engineWithRows({
      people: pupils(1, 2),
      schools,
      calendar,
      attendance: [
        ...register(1, 1, '2024-09-02', times('/', 10)),
        ...register(2, 1, '2025-06-09', times('I', 4)),
      ],
    });
    for (const measure of ['absence_by_day', 'overall_absence']) {
      expect(await countsOf(engine, measure, '2024-25')).toMatchObject([
        { numerator: 0, denominator: 10 },
      ]);
      expect(await countsOf(engine, measure, '2024-25-t6')).toMatchObject([
        { numerator: 4, denominator: 4 },
      ]);
    }
    await engine.close();
  });
});
