import { describe, expect, it } from 'vitest';
import { engineWithRows, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const ashford = 'E07000105';
const thanet = 'E07000114';
const people = (...numbers: number[]): Rows =>
  numbers.map((person_no) => ({
    person_no,
    birth_month: '2011-01-01',
    sex: person_no % 2 === 0 ? 'F' : 'M',
    home_district: ashford,
  }));
const schools: Rows = [
  { school_id: 1, phase: 'secondary', district: ashford },
  { school_id: 2, phase: 'secondary', district: thanet },
  { school_id: 3, phase: 'alternative', district: ashford },
  { school_id: 4, phase: 'secondary', district: 'E06000035' },
];
const enrolled = (person_no: number, school_id: number, more: Rows[number] = {}) => ({
  person_no,
  school_id,
  start_date: '2022-09-01',
  end_date: null,
  year_group: 7,
  registration: null,
  ...more,
});
const suspended = (
  person_no: number,
  school_id: number,
  start_date: string,
  more: Rows[number] = {},
) => ({
  person_no,
  school_id,
  start_date,
  kind: 'suspension',
  sessions: 4,
  ...more,
});
const figure = (numerator: number, denominator: number) =>
  expect.objectContaining({ numerator, denominator }) as unknown;

describe('the January headcount', () => {
  it('is who is on the roll on the third Thursday, once, at their sole or main school', async () => {
    const engine = await engineWithRows({
      people: people(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
      schools,
      enrolments: [
        enrolled(1, 1, { end_date: '2025-01-16' }), // the last day is the census day: in
        enrolled(2, 1, { end_date: '2025-01-15' }), // left the day before: out
        enrolled(3, 1, { start_date: '2025-01-16' }), // came on the day: in
        enrolled(4, 1, { start_date: '2025-01-17' }), // came the day after: out
        enrolled(5, 1, { registration: 'main' }), // in, and apart at the second school
        enrolled(5, 3, { registration: 'dual' }),
        enrolled(6, 1, { registration: 'guest' }), // out
        enrolled(7, 4), // a school in Medway: out
        enrolled(8, 1, { registration: 'sole' }), // two sole registrations: at the later one
        enrolled(8, 2, { registration: 'sole', start_date: '2024-11-01' }),
        enrolled(9, 2, { registration: 'dual' }), // main school unknown: out
        enrolled(10, 1), // restricted: out
      ],
      restrictions: [{ person_no: 10 }],
      exclusions: [
        suspended(2, 1, '2024-10-01'), // had left by January, and counts above the line
        suspended(4, 1, '2025-06-01'),
        suspended(5, 3, '2025-02-03'), // by alternative provision: apart
        suspended(7, 4, '2025-02-03'), // by a school elsewhere: out
        suspended(10, 1, '2025-02-03'),
      ],
    });
    expect(await countsOf(engine, 'suspensions', '2024-25')).toEqual([figure(2, 4)]);
    expect(await countsOf(engine, 'suspensions', '2024-25', { by: ['district'] })).toEqual([
      expect.objectContaining({ district: ashford, numerator: 2, denominator: 3 }),
      expect.objectContaining({ district: thanet, numerator: 0, denominator: 1 }),
    ]);
    expect(await countsOf(engine, 'suspensions', '2024-25', { by: ['phase'] })).toEqual([
      expect.objectContaining({ phase: 'secondary', numerator: 2, denominator: 4 }),
      expect.objectContaining({ phase: 'alternative', numerator: 1, denominator: 1 }),
    ]);
    expect(await countsOf(engine, 'pupils_suspended', '2024-25')).toEqual([figure(2, 4)]);
    await engine.close();
  });

  it('is the roll of the extract date before a year has had its January', async () => {
    const engine = await engineWithRows(
      {
        people: people(1, 2),
        schools,
        enrolments: [enrolled(1, 1), enrolled(2, 1, { start_date: '2024-11-01' })],
        exclusions: [suspended(1, 1, '2024-09-10')],
      },
      '2024-10-31',
    );
    expect(await countsOf(engine, 'suspensions', '2024-25')).toEqual([figure(1, 1)]);
    await engine.close();
  });
});

describe('suspensions and permanent exclusions', () => {
  it('belong to the year from 1 September, and events are told from pupils', async () => {
    const engine = await engineWithRows({
      people: people(1, 2, 3),
      schools,
      enrolments: [enrolled(1, 1), enrolled(2, 1), enrolled(3, 2)],
      exclusions: [
        suspended(1, 1, '2024-08-31'), // the year before
        suspended(1, 1, '2024-09-01'),
        suspended(1, 1, '2024-10-01', { sessions: null }),
        suspended(2, 1, '2025-08-31', { sessions: 11 }),
        suspended(3, 2, '2025-03-01', { sessions: 10 }),
        suspended(3, 1, '2025-05-01', { sessions: 3 }), // by another school: that school's pupil
        suspended(3, 2, '2025-05-20', { kind: 'permanent', sessions: null }),
      ],
    });
    expect(await countsOf(engine, 'suspensions', '2023-24')).toEqual([figure(1, 3)]);
    expect(await countsOf(engine, 'suspensions', '2024-25')).toEqual([figure(5, 3)]);
    expect(await countsOf(engine, 'pupils_suspended', '2024-25')).toEqual([figure(4, 3)]);
    expect(await countsOf(engine, 'pupils_suspended_repeatedly', '2024-25')).toEqual([
      figure(1, 3),
    ]);
    expect(await countsOf(engine, 'suspended_again', '2024-25')).toEqual([figure(1, 4)]);
    for (const measure of ['permanent_exclusions', 'permanent_exclusions_per_10000']) {
      expect(await countsOf(engine, measure, '2024-25')).toEqual([figure(1, 3)]);
    }
    // 4, 11, 10 and 3 sessions; one not recorded
    expect(await countsOf(engine, 'sessions_per_suspension', '2024-25')).toEqual([figure(28, 4)]);
    expect(await countsOf(engine, 'sessions_lost_to_suspension', '2024-25')).toEqual([
      figure(28, 3),
    ]);
    // 10 sessions are 5 days, which is not long
    expect(await countsOf(engine, 'long_suspensions', '2024-25')).toEqual([figure(1, 4)]);
    // June 2024 to May 2025: all but that of August 2025; a pupil at two schools is one
    for (const [measure, numerator] of [
      ['suspensions_in_months', 5],
      ['pupils_suspended_in_months', 2],
      ['permanent_exclusions_in_months', 1],
      ['exclusions_in_months', 6],
    ] as const) {
      expect(await countsOf(engine, measure, '2025-05-r12')).toMatchObject([{ numerator }]);
    }
    expect(await countsOf(engine, 'suspensions_in_months', '2025-05')).toMatchObject([
      { numerator: 1 },
    ]);
    await engine.close();
  });

  it('pass the limit of 45 school days in a year at 91 sessions', async () => {
    const engine = await engineWithRows({
      people: people(1, 2),
      schools,
      enrolments: [enrolled(1, 1), enrolled(2, 1)],
      exclusions: [
        suspended(1, 1, '2024-10-01', { sessions: 60 }),
        suspended(1, 1, '2025-01-15', { sessions: 30 }),
        suspended(2, 1, '2024-10-01', { sessions: 60 }),
        suspended(2, 1, '2025-01-15', { sessions: 31 }),
      ],
    });
    expect(await countsOf(engine, 'suspended_over_45_days', '2024-25')).toMatchObject([
      { numerator: 1 },
    ]);
    await engine.close();
  });
});

describe('reasons for suspensions', () => {
  it('are up to three an event, one each; an event without any is not recorded', async () => {
    const engine = await engineWithRows({
      people: people(1, 2),
      schools,
      enrolments: [enrolled(1, 1), enrolled(2, 1)],
      exclusions: [
        suspended(1, 1, '2024-10-01', { reason_1: 'DB', reason_2: 'VA', reason_3: 'PP' }),
        suspended(1, 1, '2024-11-01', { reason_1: 'DB', reason_2: 'DB' }), // one reason, written twice
        suspended(2, 1, '2024-12-01'),
        suspended(2, 1, '2025-02-01', { kind: 'permanent', reason_1: 'OW' }),
      ],
    });
    expect(await countsOf(engine, 'suspension_reasons', '2024-25')).toEqual([figure(5, 3)]);
    const rows = await countsOf(engine, 'suspension_reasons', '2024-25', {
      by: ['sex', 'exclusion_reason'],
    });
    const found = Object.fromEntries(
      rows.map((row) => [
        `${String(row['sex'])} ${String(row['exclusion_reason'])}`,
        [Number(row['numerator']), Number(row['denominator'])],
      ]),
    );
    expect(found).toEqual({
      'M DB': [2, 2],
      'M VA': [1, 2],
      'M PP': [1, 2],
      'M OW': [0, 2],
      'M unknown': [0, 2],
      'F DB': [0, 1],
      'F VA': [0, 1],
      'F PP': [0, 1],
      'F OW': [0, 1],
      'F unknown': [1, 1],
    });
    expect(
      await countsOf(engine, 'permanent_exclusion_reasons', '2024-25', {
        by: ['exclusion_reason'],
        where: { exclusion_reason: ['OW'] },
      }),
    ).toEqual([expect.objectContaining({ exclusion_reason: 'OW', numerator: 1, denominator: 1 })]);
    await engine.close();
  });
});

describe('every split of the headcount and the events', () => {
  it('adds up to the total, also where a group has events and nobody in January', async () => {
    const engine = await engineWithRows({
      people: [
        ...people(1, 2),
        { person_no: 3, birth_month: '2009-01-01', sex: 'M', home_district: thanet, sen: 'E' },
      ],
      schools,
      enrolments: [enrolled(1, 1), enrolled(2, 2), enrolled(3, 2, { end_date: '2024-12-01' })],
      exclusions: [
        suspended(1, 1, '2024-10-01'),
        suspended(3, 2, '2024-10-01'),
        suspended(3, 2, '2024-11-01'),
      ],
      involvements: [
        { person_no: 2, service: 'child_in_need', start_date: '2025-01-01', end_date: null },
        { person_no: 2, service: 'child_protection', start_date: '2025-03-01', end_date: null },
      ],
    });
    for (const by of [
      'district',
      'home_district',
      'school',
      'phase',
      'year_group',
      'sex',
      'ethnic_group',
      'sen',
      'free_school_meals',
      'english_additional',
      'deprivation',
      'prior_attainment',
      'social_care',
    ] as const) {
      const rows = await countsOf(engine, 'suspensions', '2024-25', { by: [by] });
      expect(rows.reduce((sum, row) => sum + Number(row['numerator']), 0)).toBe(3);
      expect(rows.reduce((sum, row) => sum + Number(row['denominator']), 0)).toBe(2);
    }
    expect(await countsOf(engine, 'suspensions', '2024-25', { by: ['sen', 'year_group'] })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sen: 'E', year_group: 11, numerator: 2, denominator: 0 }),
      ]),
    );
    expect(
      await countsOf(engine, 'suspensions', '2024-25', {
        where: { social_care: ['child_protection'] },
      }),
    ).toEqual([figure(0, 1)]);
    await engine.close();
  });
});
