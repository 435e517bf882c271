import { describe, expect, it } from 'vitest';
import { engineWithRows, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const ashford = 'E07000105';
const people = (...numbers: number[]): Rows =>
  numbers.map((person_no) => ({
    person_no,
    birth_month: '2014-01-01',
    sex: 'F',
    home_district: ashford,
  }));
const notice = (person_no: number, date: string, more: Rows[number] = {}) => ({
  person_no,
  date,
  action: 'penalty_notice',
  reason: 'holiday',
  parent: 1,
  outcome: 'paid_21',
  ...more,
});
const figure = (numerator: number, denominator: number) =>
  expect.objectContaining({ numerator, denominator }) as unknown;

describe('second and third notices', () => {
  it('count from dates for one parent and child since 19 August 2024, for three years, without those withdrawn', async () => {
    const engine = await engineWithRows(
      {
        people: people(1, 2, 3, 4, 5, 6, 7, 8),
        enforcements: [
          notice(1, '2024-08-18', { offence_number: 1 }), // before the framework: no clock
          notice(1, '2024-08-19', { offence_number: 1 }), // first
          notice(1, '2027-08-18', { offence_number: 2 }), // a day short of three years: second
          notice(2, '2024-08-19', { offence_number: 1 }),
          notice(2, '2027-08-19', { offence_number: 2 }), // three years are over: first again, wrongly numbered
          notice(3, '2025-01-10', { outcome: 'withdrawn' }), // does not count
          notice(3, '2025-03-10'), // first
          notice(4, '2025-01-10'),
          notice(4, '2025-03-10', { parent: 2 }), // the other parent: first
          notice(5, '2025-03-10'), // the same parent of another child: first
          notice(6, '2025-01-10', { reason: 'excluded_in_public' }), // a scheme of its own
          notice(6, '2025-03-10'), // first
          notice(7, '2025-01-10'),
          notice(7, '2025-02-10'), // second
          notice(7, '2025-03-10'), // third, which is not allowed
          notice(8, '2025-01-10', { parent: null }), // whose it is nobody can tell
          notice(8, '2025-02-10', { parent: null }),
        ],
      },
      '2028-07-31',
    );
    // from September 2024 to August 2025: 3, 4, 4, 5, 6, 7, 7, 7
    expect(await countsOf(engine, 'second_notices', '2024-25')).toEqual([figure(1, 8)]);
    expect(await countsOf(engine, 'third_notices', '2024-25')).toMatchObject([{ numerator: 1 }]);
    // the end of August 2024 is in the year before
    expect(await countsOf(engine, 'second_notices', '2023-24')).toEqual([figure(0, 2)]);
    expect(await countsOf(engine, 'second_notices', '2026-27')).toEqual([figure(1, 2)]);
    expect(await countsOf(engine, 'offence_numbers_agree', '2026-27')).toEqual([figure(1, 2)]);
    // before the framework there is nothing to divide by
    expect(await countsOf(engine, 'second_notices', '2022-23')).toEqual([figure(0, 0)]);
    await engine.close();
  });
});

describe('outcomes of penalty notices', () => {
  it('are each over all that were issued, and add up to them', async () => {
    const outcomes = [
      'paid_21',
      'paid_21',
      'paid_28',
      'withdrawn',
      'unpaid',
      'pending',
      null,
      'prosecuted',
      'guilty',
    ];
    const engine = await engineWithRows({
      people: people(1),
      enforcements: outcomes.map((outcome, day) =>
        notice(1, `2024-10-${String(day + 10)}`, { outcome }),
      ),
    });
    for (const [measure, numerator] of [
      ['penalty_notices_paid_21', 2],
      ['penalty_notices_paid_28', 1],
      ['penalty_notices_withdrawn', 1],
      ['penalty_notices_prosecuted', 2],
      ['penalty_notices_unresolved', 3],
    ] as const) {
      expect(await countsOf(engine, measure, '2024-25')).toEqual([figure(numerator, 9)]);
    }
    const rows = await countsOf(engine, 'penalty_notice_outcomes', '2024-25', {
      by: ['enforcement_outcome'],
    });
    expect(rows.map((row) => [row['enforcement_outcome'], Number(row['numerator'])])).toEqual(
      expect.arrayContaining([
        ['paid_21', 2],
        ['unknown', 1],
      ]),
    );
    expect(rows.reduce((sum, row) => sum + Number(row['numerator']), 0)).toBe(9);
    await engine.close();
  });
});

describe('notices to improve', () => {
  it('are enough when no penalty notice follows from the next day to the 84th', async () => {
    const improve = (person_no: number, date = '2024-10-01') => ({
      person_no,
      date,
      action: 'notice_to_improve',
      parent: 1,
    });
    const engine = await engineWithRows({
      people: people(1, 2, 3, 4, 5, 6, 7),
      enforcements: [
        improve(1), // none after
        improve(2),
        notice(2, '2024-12-24', { parent: 2 }), // the 84th day, to the other parent
        improve(3),
        notice(3, '2024-12-25'), // the 85th
        improve(4),
        notice(4, '2024-10-01'), // on the day itself
        improve(5),
        notice(5, '2024-11-01', { outcome: 'withdrawn' }),
        improve(6, '2025-05-08'), // its 84th day is the extract date
        improve(7, '2025-05-09'), // its 12 weeks are not over
      ],
    });
    expect(await countsOf(engine, 'notices_to_improve_enough', '2024-25')).toEqual([figure(5, 6)]);
    expect(await countsOf(engine, 'notices_to_improve', '2024-25')).toMatchObject([
      { numerator: 7 },
    ]);
    await engine.close();
  });
});
