import { describe, expect, it } from 'vitest';
import { engineWithRows, register } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { calendar, pupils, schools, times } from './pupils_and_schools';

describe('absence by reason', () => {
  it('gives every code its group, counts L as present, and shows a true zero', async () => {
    const codes = ['I', 'M', 'E', 'C', 'C1', 'C2', 'J1', 'R', 'S', 'T', 'G', 'O', 'N', 'U'];
    const engine = await engineWithRows({
      people: pupils(1, 2),
      schools,
      calendar,
      attendance: [
        ...register(1, 1, '2024-09-02', [...codes, 'L', 'L', '/', 'D', 'Y1', 'X']), // 17 possible
        ...register(2, 2, '2024-09-02', times('/', 3)),
      ],
    });
    const groups = await countsOf(engine, 'absence_by_reason', '2024-25', {
      by: ['reason_group'],
    });
    expect(
      Object.fromEntries(groups.map((row) => [row['reason_group'], row['numerator']])),
    ).toEqual({
      illness: 1,
      medical_appointment: 1,
      exclusion: 1,
      granted_leave: 2,
      part_time_timetable: 1,
      other_authorised: 4,
      unauthorised_holiday: 1,
      other_unauthorised: 1,
      no_reason_yet: 1,
      late_after_close: 1,
    });
    for (const row of groups) {
      expect(row).toMatchObject({ denominator: 20, people_in_denominator: 2 });
      expect(row['people_in_numerator']).toBe(1);
    }
    expect(await countsOf(engine, 'absence_by_reason', '2024-25')).toEqual([
      { numerator: 14, denominator: 20, people_in_numerator: 1, people_in_denominator: 2 },
    ]);
    // nobody of the second school was ill
    expect(
      await countsOf(engine, 'absence_by_reason', '2024-25', {
        by: ['school', 'register_code'],
        where: { register_code: ['I'] },
      }),
    ).toMatchObject([
      { school: 1, register_code: 'I', numerator: 1, denominator: 17 },
      { school: 2, register_code: 'I', numerator: 0, denominator: 3 },
    ]);
    expect(await countsOf(engine, 'late_before_close', '2024-25')).toMatchObject([
      { numerator: 2, denominator: 20 },
    ]);
    expect(await countsOf(engine, 'late_after_close', '2024-25')).toMatchObject([
      { numerator: 1, denominator: 20 },
    ]);
    await engine.close();
  });

  it('has agreed holidays in granted leave, and nothing on part-time timetables before they had a code', async () => {
    const engine = await engineWithRows({
      people: pupils(1, 2),
      schools,
      calendar,
      attendance: [
        ...register(1, 1, '2023-09-11', ['H', 'C', '/', '/']),
        ...register(1, 1, '2024-09-02', ['C2', 'C2', '/', '/']),
        ...register(2, 1, '2024-09-02', times('/', 4)),
      ],
    });
    expect(await countsOf(engine, 'granted_leave', '2023-24')).toMatchObject([
      { numerator: 2, denominator: 4, people_in_numerator: 1 },
    ]);
    expect(await countsOf(engine, 'part_time_timetable', '2023-24')).toMatchObject([
      { denominator: null },
    ]);
    expect(await countsOf(engine, 'part_time_timetable', '2024-25')).toMatchObject([
      { numerator: 2, denominator: 8 },
    ]);
    expect(await countsOf(engine, 'enrolments_on_part_time_timetable', '2023-24')).toMatchObject([
      { denominator: 0 },
    ]);
    expect(await countsOf(engine, 'enrolments_on_part_time_timetable', '2024-25')).toEqual([
      { numerator: 1, denominator: 2 },
    ]);
    await engine.close();
  });

  it('stops at the same day in the year to date, and leaves out term 6 of Year 11', async () => {
    const engine = await engineWithRows(
      {
        people: [
          ...pupils(1),
          { person_no: 2, birth_month: '2009-01-01', home_district: 'E07000105' }, // Year 11 in 2024/25
        ],
        schools,
        calendar,
        attendance: [
          // the latest day of all is Friday 13 September 2024
          ...register(1, 1, '2024-09-02', [...times('I', 5), ...times('/', 15)]),
          ...register(1, 1, '2023-09-04', [...times('I', 4), ...times('/', 10)]), // to 12 September 2023
          ...register(1, 1, '2023-09-18', times('I', 10)), // after the day
        ],
      },
      '2024-09-20',
    );
    expect(await countsOf(engine, 'illness', '2023-24-ytd')).toMatchObject([
      { numerator: 4, denominator: 14 },
    ]);
    expect(await countsOf(engine, 'illness', '2023-24')).toMatchObject([
      { numerator: 14, denominator: 24 },
    ]);
    expect(await countsOf(engine, 'illness', '2024-25-ytd')).toMatchObject([
      { numerator: 5, denominator: 20 },
    ]);
    expect(await countsOf(engine, 'illness_by_day', '2023-24-ytd', { by: ['term'] })).toMatchObject(
      [{ term: 1, numerator: 4, denominator: 14 }],
    );
    await engine.close();

    const yearEleven = await engineWithRows({
      people: [{ person_no: 2, birth_month: '2009-01-01', home_district: 'E07000105' }],
      schools,
      calendar,
      attendance: [
        ...register(2, 1, '2024-09-02', ['S', '/']),
        ...register(2, 1, '2025-06-09', times('S', 10)),
      ],
    });
    expect(await countsOf(yearEleven, 'other_authorised', '2024-25')).toMatchObject([
      { numerator: 1, denominator: 2 },
    ]);
    expect(await countsOf(yearEleven, 'absence_by_day', '2024-25')).toMatchObject([
      { numerator: 1, denominator: 2 },
    ]);
    await yearEleven.close();
  });
});
