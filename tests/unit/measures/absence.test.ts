import { describe, expect, it } from 'vitest';
import { engineWithRows, register, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const times = (code: string, count: number): string[] => Array.from({ length: count }, () => code);
const person = (
  person_no: number,
  birth_month: string,
  more: Record<string, string | boolean> = {},
) => ({
  person_no,
  birth_month,
  home_district: 'E07000105',
  ...more,
});
const schools: Rows = [
  { school_id: 1, phase: 'primary', district: 'E07000105' },
  { school_id: 2, phase: 'secondary', district: 'E07000114' },
  { school_id: 3, phase: 'alternative', district: 'E07000114' },
  { school_id: 4, phase: 'special', district: 'E06000035' }, // Medway is not in the county
];
const calendar: Rows = [
  { academic_year: 2023, term: 1, start_date: '2023-09-01', end_date: '2023-10-20' },
  { academic_year: 2024, term: 1, start_date: '2024-09-02', end_date: '2024-10-18' },
  { academic_year: 2024, term: 6, start_date: '2025-06-02', end_date: '2025-07-22' },
];

describe('persistent and severe absence', () => {
  it('include an enrolment exactly on the line, and judge each enrolment alone', async () => {
    const engine = await engineWithRows({
      people: [1, 2, 3, 4, 5].map((no) => person(no, '2012-01-01')),
      schools,
      calendar,
      attendance: [
        ...register(1, 1, '2024-09-02', [...times('I', 3), ...times('/', 27)]), // 3 of 30: exactly 10 %
        ...register(2, 1, '2024-09-02', [...times('O', 2), ...times('/', 27)]), // 2 of 29: under
        ...register(3, 1, '2024-09-02', [...times('G', 5), ...times('/', 5)]), // 5 of 10: exactly 50 %
        ...register(4, 1, '2024-09-02', times('X', 10)), // nothing possible: in neither count
        ...register(5, 1, '2024-09-02', times('/', 10)), // moves school: two enrolments
        ...register(5, 2, '2024-09-16', times('M', 10)),
      ],
    });
    expect(await countsOf(engine, 'persistent_absence', '2024-25')).toEqual([
      { numerator: 3, denominator: 5 },
    ]);
    expect(await countsOf(engine, 'severe_absence', '2024-25')).toEqual([
      { numerator: 2, denominator: 5 },
    ]);
    expect(await countsOf(engine, 'persistent_absence', '2024-25', { by: ['district'] })).toEqual([
      { district: 'E07000105', numerator: 2, denominator: 4 },
      { district: 'E07000114', numerator: 1, denominator: 1 },
    ]);
    await engine.close();
  });

  it('cover ages 5 to 15, without boarders, guests, alternative provision and schools elsewhere', async () => {
    const mark = (no: number, school: number): Rows =>
      register(no, school, '2024-09-02', times('/', 10));
    const engine = await engineWithRows({
      people: [
        person(1, '2019-08-01'), // 5 on 31 August 2024: in
        person(2, '2019-09-01'), // 4: out
        person(3, '2008-09-01'), // 15: in
        person(4, '2008-08-01'), // 16: out
        person(5, '2012-01-01'), // boarder: out
        person(6, '2012-01-01'), // guest: out
        person(7, '2012-01-01'), // alternative provision: apart
        person(8, '2012-01-01'), // special school in Medway: out
        person(9, '2012-01-01'), // restricted: out
        person(10, '2012-01-01'), // main of two schools: in
      ],
      schools,
      calendar,
      restrictions: [{ person_no: 9 }],
      enrolments: [
        { person_no: 5, school_id: 1, start_date: '2020-09-01', boarder: true },
        { person_no: 6, school_id: 1, start_date: '2024-09-01', registration: 'guest' },
        { person_no: 10, school_id: 1, start_date: '2020-09-01', registration: 'main' },
      ],
      attendance: [
        ...[1, 2, 3, 4, 5, 6, 9, 10].flatMap((no) => mark(no, 1)),
        ...mark(7, 3),
        ...mark(8, 4),
      ],
    });
    expect(await countsOf(engine, 'persistent_absence', '2024-25')).toEqual([
      { numerator: 0, denominator: 3 },
    ]);
    expect(await countsOf(engine, 'persistent_absence', '2024-25', { by: ['phase'] })).toEqual([
      { phase: 'primary', numerator: 0, denominator: 3 },
      { phase: 'alternative', numerator: 0, denominator: 1 },
    ]);
    await engine.close();
  });

  it('leave out of the year an enrolment that starts in the second half of the summer term', async () => {
    const engine = await engineWithRows({
      people: [person(1, '2012-01-01'), person(2, '2012-01-01'), person(3, '2012-01-01')],
      schools,
      calendar,
      enrolments: [{ person_no: 3, school_id: 1, start_date: '2023-09-01' }],
      attendance: [
        ...register(1, 1, '2024-09-02', times('/', 10)),
        ...register(2, 1, '2025-06-09', times('/', 10)),
        ...register(3, 1, '2025-06-09', times('/', 10)), // on the roll all year, absent from the extract before
      ],
    });
    expect(await countsOf(engine, 'persistent_absence', '2024-25')).toEqual([
      { numerator: 0, denominator: 2 },
    ]);
    expect(await countsOf(engine, 'persistent_absence', '2024-25-t6')).toEqual([
      { numerator: 0, denominator: 2 },
    ]);
    await engine.close();
  });
});

describe('overall absence', () => {
  it('takes each code as it stood on the day: J attends before August 2024, J1 is absence after', async () => {
    const engine = await engineWithRows({
      people: [person(1, '2012-01-01')],
      schools,
      calendar,
      attendance: [
        ...register(1, 1, '2023-09-11', ['J', 'H', '/', '\\', 'L', 'U', 'D', 'Y', 'Z', '#']),
        ...register(1, 1, '2024-09-09', ['J1', 'C1', 'C2', 'K', 'Q', 'Y1', 'Y7', 'L', 'U', 'E']),
      ],
    });
    // possible: J H / \ L U = 6, absent: H U = 2
    expect(await countsOf(engine, 'overall_absence', '2023-24')).toEqual([
      { numerator: 2, denominator: 6, people_in_numerator: 1, people_in_denominator: 1 },
    ]);
    // possible: J1 C1 C2 K L U E = 7, absent: J1 C1 C2 U E = 5
    expect(await countsOf(engine, 'overall_absence', '2024-25')).toEqual([
      { numerator: 5, denominator: 7, people_in_numerator: 1, people_in_denominator: 1 },
    ]);
    await engine.close();
  });

  it('is a ratio of sums, and every characteristic splits the same total', async () => {
    const engine = await engineWithRows({
      people: [
        person(1, '2012-01-01', { sex: 'F', sen: 'E', free_school_meals: true, ethnicity: 'WBRI' }),
        person(2, '2011-01-01', {
          sex: 'M',
          sen: 'K',
          free_school_meals: false,
          ethnicity: 'BAFR',
        }),
        person(3, '2010-01-01', { sex: 'F' }),
      ],
      schools,
      calendar,
      attendance: [
        ...register(1, 1, '2024-09-02', [...times('I', 10), ...times('/', 10)]),
        ...register(2, 2, '2024-09-02', times('/', 60)),
        ...register(3, 2, '2024-09-02', [...times('O', 5), ...times('/', 5)]),
      ],
    });
    const [total] = await countsOf(engine, 'overall_absence', '2024-25');
    expect(total).toMatchObject({ numerator: 15, denominator: 90 });
    for (const by of [
      'district',
      'home_district',
      'year_group',
      'sex',
      'ethnic_group',
      'sen',
      'free_school_meals',
      'phase',
    ] as const) {
      const rows = await countsOf(engine, 'overall_absence', '2024-25', { by: [by] });
      expect(rows.length).toBeGreaterThan(0);
      for (const column of ['numerator', 'denominator']) {
        expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(total?.[column]);
      }
    }
    expect(
      await countsOf(engine, 'overall_absence', '2024-25', { where: { sex: ['F'], sen: ['E'] } }),
    ).toMatchObject([{ numerator: 10, denominator: 20 }]);
    await engine.close();
  });
});
