import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/lib/measures/catalogue';
import { martsOf } from '../../../src/lib/measures/marts_of';
import { codeNo, engineWithRows, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const ashford = 'E07000105';
const thanet = 'E07000114';
const dover = 'E07000108';
const medway = 'E06000035';

const person = (person_no: number, more: Rows[number] = {}) => ({
  person_no,
  birth_month: '2012-01-01',
  sex: 'F',
  home_district: dover,
  ...more,
});
const schools: Rows = [
  { school_id: 1, phase: 'primary', district: ashford },
  { school_id: 2, phase: 'secondary', district: thanet },
  { school_id: 3, phase: 'alternative', district: dover },
  { school_id: 4, phase: 'secondary', district: medway },
];
const enrolled = (person_no: number, school_id: number, more: Rows[number] = {}) => ({
  person_no,
  school_id,
  start_date: '2022-09-01',
  end_date: null,
  year_group: 5,
  registration: null,
  ...more,
});
const act = (person_no: number, date: string, action: string, more: Rows[number] = {}) => ({
  person_no,
  date,
  action,
  parent: 1,
  ...more,
});
const figure = (numerator: number, denominator: number) =>
  expect.objectContaining({ numerator, denominator }) as unknown;

describe('the district of an action', () => {
  it("is the school's on the day, or of the one left last; for orders the pupil's home", async () => {
    const engine = await engineWithRows({
      people: [1, 2, 3, 4, 5, 6, 7].map((no) => person(no)),
      schools,
      enrolments: [
        enrolled(1, 1, { end_date: '2025-03-01' }), // moved from Ashford to Thanet
        enrolled(1, 2, { start_date: '2025-03-02' }),
        enrolled(2, 1, { end_date: '2024-07-20' }), // left for good
        enrolled(3, 2, { registration: 'main' }), // on two registers
        enrolled(3, 3, { registration: 'dual', start_date: '2024-09-01' }),
        enrolled(5, 4), // at a school in Medway
        enrolled(6, 1),
        enrolled(7, 3, { registration: 'guest', start_date: '2025-01-01' }),
        enrolled(7, 1),
      ],
      enforcements: [
        act(1, '2025-03-01', 'penalty_notice'), // the last day at the first school: Ashford
        act(1, '2025-03-02', 'prosecution_444_1'), // Thanet
        act(2, '2025-02-01', 'penalty_notice'), // Ashford, left last
        act(3, '2025-02-01', 'penalty_notice'), // Thanet, the main school
        act(4, '2025-02-01', 'school_attendance_order'), // never at a school: home in Dover
        act(4, '2025-02-02', 'warning'), // not known
        act(5, '2025-02-01', 'penalty_notice'), // a matter for Medway: out
        act(6, '2025-02-01', 'education_supervision_order'), // home in Dover
        act(7, '2025-02-01', 'penalty_notice'), // Ashford, where the pupil is no guest
      ],
    });
    const by = async (measure: string) =>
      Object.fromEntries(
        (await countsOf(engine, measure, '2024-25', { by: ['district'] })).map((row) => [
          row['district'],
          Number(row['numerator']),
        ]),
      );
    expect(await by('penalty_notices_in_months')).toEqual({ [ashford]: 3, [thanet]: 1 });
    expect(await by('prosecutions')).toEqual({ [thanet]: 1 });
    expect(await by('school_attendance_orders')).toEqual({ [dover]: 1 });
    expect(await by('education_supervision_orders')).toEqual({ [dover]: 1 });
    expect(await by('attendance_warnings')).toEqual({ unknown: 1 });
    expect(await by('enforcement_actions')).toEqual({
      [ashford]: 3,
      [thanet]: 2,
      [dover]: 2,
      unknown: 1,
    });
    // over the roll of January: 1 and 6 and 7 in Ashford, 3 in Thanet; 3 is in no second school's base
    expect(await countsOf(engine, 'penalty_notices', '2024-25')).toEqual([figure(4, 4)]);
    const people_by = await countsOf(engine, 'people_with_enforcement', '2024-25', {
      by: ['district'],
    });
    expect(people_by).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ district: ashford, numerator: 3, denominator: 3 }),
        expect.objectContaining({ district: thanet, numerator: 2, denominator: 1 }),
        // nobody on a roll there, and not lost
        expect.objectContaining({ district: dover, numerator: 2, denominator: 0 }),
        expect.objectContaining({ district: 'unknown', numerator: 1, denominator: 0 }),
      ]),
    );
    expect(await countsOf(engine, 'people_with_enforcement', '2024-25')).toEqual([figure(6, 4)]);
    await engine.close();
  });
});

describe('prosecutions', () => {
  it('are guilty of those with a verdict, by charge', async () => {
    const charge = (day: string, action: string, outcome: string | null) =>
      act(1, `2024-11-${day}`, action, { outcome });
    const engine = await engineWithRows({
      people: [person(1)],
      enforcements: [
        charge('01', 'prosecution_444_1', 'guilty'),
        charge('02', 'prosecution_444_1', 'not_guilty'),
        charge('03', 'prosecution_444_1', 'withdrawn'),
        charge('04', 'prosecution_444_1', null),
        charge('05', 'prosecution_444_1A', 'guilty'),
        charge('06', 'prosecution_444_1A', 'pending'),
      ],
    });
    expect(
      await countsOf(engine, 'prosecutions_guilty', '2024-25', { by: ['enforcement_action'] }),
    ).toEqual([
      expect.objectContaining({
        enforcement_action: 'prosecution_444_1',
        numerator: 1,
        denominator: 2,
      }),
      expect.objectContaining({
        enforcement_action: 'prosecution_444_1A',
        numerator: 1,
        denominator: 1,
      }),
    ]);
    expect(await countsOf(engine, 'prosecutions', '2024-25')).toMatchObject([{ numerator: 6 }]);
    await engine.close();
  });
});

describe('absence before and after an action', () => {
  const mark = (person_no: number, date: string, code: string, session_no = 0) => ({
    person_no,
    school_id: 1,
    date,
    session_no,
    code_no: codeNo(code),
  });

  it('is of the 84 days on either side, without the day itself, and of whole windows only', async () => {
    const engine = await engineWithRows({
      people: [person(1), person(2), person(3), person(4)],
      schools,
      enforcements: [
        act(1, '2025-02-03', 'penalty_notice'),
        act(1, '2025-02-03', 'penalty_notice', { parent: 2 }), // two actions, the same windows
        act(2, '2024-11-24', 'penalty_notice'), // its 84 days before begin a day before the registers
        act(2, '2024-11-25', 'warning'),
        act(3, '2025-04-29', 'penalty_notice'), // its 84 days after end with the registers
        act(3, '2025-04-30', 'penalty_notice'), // and a day after them
        act(4, '2025-02-03', 'penalty_notice'), // no session after
      ],
      attendance: [
        // the registers run from 2 September 2024 to 22 July 2025
        mark(2, '2024-09-02', 'I'),
        mark(2, '2025-01-10', '/'),
        mark(3, '2025-03-03', '/'),
        mark(3, '2025-07-22', 'O'),
        mark(1, '2024-11-10', 'O'), // 85 days before
        mark(1, '2024-11-11', 'O'), // 84
        mark(1, '2024-11-11', '\\', 1),
        mark(1, '2024-12-02', 'D'), // not possible
        mark(1, '2025-02-02', 'I'), // 1
        mark(1, '2025-02-03', 'O'), // the day
        mark(1, '2025-02-04', '/'),
        mark(1, '2025-04-28', 'G'), // 84 days after
        mark(1, '2025-04-29', 'G'), // 85
        mark(4, '2025-01-20', 'O'),
        mark(4, '2025-02-20', 'Y1'), // not possible
      ],
    });
    const by = ['enforcement_action'] as const;
    expect(await countsOf(engine, 'absence_before_action', '2024-25', { by: [...by] })).toEqual([
      {
        enforcement_action: 'penalty_notice',
        numerator: 4, // two of three sessions, for each of two notices, and none of one for the third
        denominator: 7,
        people_in_numerator: 1,
        people_in_denominator: 1, // only those whose sessions they are
      },
      expect.objectContaining({ enforcement_action: 'warning', numerator: 1, denominator: 1 }),
    ]);
    expect(await countsOf(engine, 'absence_after_action', '2024-25', { by: [...by] })).toEqual([
      expect.objectContaining({
        enforcement_action: 'penalty_notice',
        numerator: 3,
        denominator: 5,
      }),
      expect.objectContaining({ enforcement_action: 'warning', numerator: 0, denominator: 1 }),
    ]);
    await engine.close();
  });
});

describe('enforcement data', () => {
  const ownChapter = 'Enforcement and licences';
  // Attendance sets the threshold for a notice beside the notices, within one purpose.
  const others = catalogue.filter(
    ({ chapter }) => chapter !== ownChapter && chapter !== 'Attendance',
  );

  it.each(others)('is not in $id, which serves another purpose', (measure) => {
    const needed: readonly string[] = measure.needs.flat();
    expect(needed).not.toContain('enforcements');
    expect(needed).not.toContain('licences');
    expect(
      martsOf(measure).filter((mart) => /^(enforcement|penalty_notice|licence|action)/.test(mart)),
    ).toEqual([]);
  });

  it('is named as needed by every measure of its chapter', () => {
    for (const measure of catalogue.filter(({ chapter }) => chapter === ownChapter)) {
      expect(measure.needs).toContain(
        measure.coveredBy === 'licences' ? 'licences' : 'enforcements',
      );
    }
  });
});
