import { describe, expect, it } from 'vitest';
import { engineWithRows, register } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { calendar, pupils, schools, times } from './pupils_and_schools';

/** A pupil each, who missed so many of 100 sessions. */
async function engineWithAbsences(...absences: number[]) {
  return engineWithRows({
    people: pupils(...absences.map((_, index) => index + 1)),
    schools,
    attendance: absences.flatMap((absent, index) =>
      register(index + 1, 1, '2024-09-02', [...times('I', absent), ...times('/', 100 - absent)]),
    ),
    calendar,
  });
}

describe('absence bands', () => {
  it('hold their lower edge', async () => {
    const engine = await engineWithAbsences(0, 4, 5, 9, 10, 14, 15, 45, 49, 50, 100);
    const bands = await countsOf(engine, 'absence_bands', '2024-25', { by: ['absence_band'] });
    expect(bands.map((row) => [row['absence_band'], row['numerator']])).toEqual([
      ['0-4.99', 2],
      ['5-9.99', 2],
      ['10-14.99', 2],
      ['15-19.99', 1],
      ['20-24.99', 0],
      ['25-29.99', 0],
      ['30-34.99', 0],
      ['35-39.99', 0],
      ['40-44.99', 0],
      ['45-49.99', 2],
      ['50-100', 2],
    ]);
    expect(bands.every((row) => row['denominator'] === 11)).toBe(true);
    await engine.close();
  });

  it('near persistent absence is 8 to under 10 %, high attendance 95 % and more', async () => {
    const engine = await engineWithAbsences(4, 5, 6, 7, 8, 9, 10);
    expect(await countsOf(engine, 'near_persistent_absence', '2024-25')).toEqual([
      { numerator: 2, denominator: 7 },
    ]);
    expect(await countsOf(engine, 'high_attendance', '2024-25')).toEqual([
      { numerator: 2, denominator: 7 },
    ]);
    await engine.close();
  });
});

describe('the share of absence of the most absent tenth', () => {
  it('takes whole enrolments and a part of those on the edge', async () => {
    // 15 enrolments: a tenth is one and a half; 60, then half of 20
    const engine = await engineWithAbsences(60, 20, ...Array.from({ length: 13 }, () => 10));
    expect(await countsOf(engine, 'share_of_absence_of_the_most_absent_tenth', '2024-25')).toEqual([
      { numerator: 70, denominator: 210, people_in_numerator: 1, people_in_denominator: 15 },
    ]);
    await engine.close();
  });

  it('is the first of ten tenths, which together hold all absence', async () => {
    const engine = await engineWithAbsences(60, 20, ...Array.from({ length: 13 }, () => 10));
    const rows = await countsOf(engine, 'absence_by_tenth', '2024-25', { by: ['absence_tenth'] });
    // a tenth is one and a half: 60 and half of 20, the other half of 20 and one of 10, then 15 each
    expect(rows.map((row) => row['numerator'])).toEqual([70, 20, ...Array<number>(8).fill(15)]);
    expect(rows.every((row) => row['denominator'] === 210)).toBe(true);
    expect(rows[9]).toMatchObject({ absence_tenth: 10, people_in_numerator: 1 });
    expect(await countsOf(engine, 'absence_by_tenth', '2024-25')).toMatchObject([
      { numerator: 210, denominator: 210, people_in_numerator: 15 },
    ]);
    // a filter by tenths takes them out of the ranking of all
    expect(
      await countsOf(engine, 'absence_by_tenth', '2024-25', {
        where: { absence_tenth: ['1', '3'] },
      }),
    ).toMatchObject([{ numerator: 85, denominator: 210 }]);
    await engine.close();
  });

  it('splits ties evenly, so that equal absence gives a tenth', async () => {
    const engine = await engineWithAbsences(...Array.from({ length: 7 }, () => 10));
    expect(
      await countsOf(engine, 'share_of_absence_of_the_most_absent_tenth', '2024-25', {
        by: ['sex'],
      }),
    ).toEqual([
      {
        sex: 'unknown',
        numerator: 7,
        denominator: 70,
        people_in_numerator: 0,
        people_in_denominator: 7,
      },
    ]);
    await engine.close();
  });
});
