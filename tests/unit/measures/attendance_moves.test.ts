import { describe, expect, it } from 'vitest';
import { engineWithRows, register, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { calendar, pupils, schools, times } from './pupils_and_schools';

/** Ten sessions, or as many as are told, of which so many were missed. */
const marks = (person: number, school: number, monday: string, missed: number, of = 10): Rows =>
  register(person, school, monday, [...times('O', missed), ...times('/', of - missed)]);

describe('moves over the line of persistent absence', () => {
  it('are of those who could: pupils of both years, by their main enrolment', async () => {
    const engine = await engineWithRows({
      people: pupils(1, 2, 3, 4, 5, 6),
      schools,
      calendar,
      attendance: [
        ...marks(1, 1, '2023-09-04', 0),
        ...marks(1, 1, '2024-09-02', 1), // became: exactly 10 %
        ...marks(2, 1, '2023-09-04', 1),
        ...marks(2, 2, '2024-09-02', 5), // remained, in another school
        ...marks(3, 1, '2023-09-04', 5),
        ...marks(3, 1, '2024-09-02', 0), // recovered
        // two enrolments now: the longer one, without absence, stands for the pupil
        ...marks(4, 1, '2023-09-04', 0),
        ...marks(4, 1, '2024-09-02', 8),
        ...marks(4, 2, '2024-09-16', 0, 20),
        ...marks(5, 1, '2023-09-04', 9), // gone
        ...marks(6, 1, '2024-09-02', 9), // new
      ],
    });
    const counts = async (measure: string) => countsOf(engine, measure, '2024-25');
    expect(await counts('became_persistent')).toEqual([{ numerator: 1, denominator: 2 }]);
    expect(await counts('remained_persistent')).toEqual([{ numerator: 1, denominator: 2 }]);
    expect(await counts('recovered_persistent')).toEqual([{ numerator: 1, denominator: 2 }]);
    expect(await counts('persistent_two_years')).toEqual([{ numerator: 1, denominator: 4 }]);
    expect(await countsOf(engine, 'became_persistent', '2023-24')).toEqual([
      { numerator: 0, denominator: 0 },
    ]);
    const flow = await countsOf(engine, 'absence_band_moves', '2024-25', {
      by: ['band_before', 'absence_band'],
    });
    expect(flow).toHaveLength(3 * 11);
    expect(flow.filter((row) => row['numerator'] !== 0)).toEqual([
      { band_before: '0-4.99', absence_band: '0-4.99', numerator: 1, denominator: 2 },
      { band_before: '0-4.99', absence_band: '10-14.99', numerator: 1, denominator: 2 },
      { band_before: '10-14.99', absence_band: '50-100', numerator: 1, denominator: 1 },
      { band_before: '50-100', absence_band: '0-4.99', numerator: 1, denominator: 1 },
    ]);
    await engine.close();
  });

  it('go from term to term, over the summer too', async () => {
    const engine = await engineWithRows({
      people: pupils(1, 2),
      schools,
      calendar,
      attendance: [
        ...marks(1, 1, '2024-06-03', 0),
        ...marks(1, 2, '2024-09-02', 3),
        ...marks(1, 2, '2024-11-04', 0),
        ...marks(2, 1, '2024-09-02', 0),
        ...marks(2, 1, '2025-01-06', 9), // not there in term 2: no pair with term 3
      ],
    });
    expect(await countsOf(engine, 'became_persistent', '2024-25-t1')).toEqual([
      { numerator: 1, denominator: 1 },
    ]);
    expect(await countsOf(engine, 'recovered_persistent', '2024-25-t2')).toEqual([
      { numerator: 1, denominator: 1 },
    ]);
    expect(await countsOf(engine, 'became_persistent', '2024-25-t3')).toEqual([
      { numerator: 0, denominator: 0 },
    ]);
    await engine.close();
  });
});

describe('the first term as a signal of the year', () => {
  it('counts enrolments that were there in both', async () => {
    const engine = await engineWithRows({
      people: pupils(1, 2, 3, 4),
      schools,
      calendar,
      attendance: [
        ...marks(1, 1, '2024-09-02', 5),
        ...marks(1, 1, '2024-11-04', 0), // 5 of 20: persistent in both
        ...marks(2, 1, '2024-09-02', 1),
        ...marks(2, 1, '2024-11-04', 0), // 1 of 20: in the first term alone
        ...marks(3, 1, '2024-09-02', 0),
        ...marks(3, 1, '2024-11-04', 2), // 2 of 20: exactly on the line of the year
        ...marks(4, 1, '2024-11-04', 9), // came later
      ],
    });
    const counts = async (measure: string) => countsOf(engine, measure, '2024-25');
    expect(await counts('persistent_year_after_persistent_first_term')).toEqual([
      { numerator: 1, denominator: 2 },
    ]);
    expect(await counts('persistent_year_after_other_first_term')).toEqual([
      { numerator: 1, denominator: 1 },
    ]);
    expect(await counts('persistent_year_seen_in_first_term')).toEqual([
      { numerator: 1, denominator: 2 },
    ]);
    await engine.close();
  });
});
