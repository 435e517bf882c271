import { describe, expect, it } from 'vitest';
import { engineWithRows, kentDistricts, register, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { calendar, pupils, schools, times } from './pupils_and_schools';

/** Mondays of twelve school weeks: eight of term 1, no school on 28 October, four of term 2. */
const mondays = [
  ...['2024-09-02', '2024-09-09', '2024-09-16', '2024-09-23'],
  ...['2024-09-30', '2024-10-07', '2024-10-14', '2024-10-21'],
  ...['2024-11-04', '2024-11-11', '2024-11-18', '2024-11-25'],
];

/** A pupil of school 1 who is there for all twelve weeks but for the marks of some of them. */
const termsOf = (person: number, weeks: Readonly<Record<number, readonly string[]>>): Rows =>
  mondays.flatMap((monday, index) => {
    const marked = weeks[index + 1] ?? [];
    return register(person, 1, monday, [...marked, ...times('/', 10 - marked.length)]);
  });

describe('the threshold of a penalty notice', () => {
  it('is ten sessions of G, N, O and U in any mix within ten school weeks', async () => {
    const cases: readonly {
      readonly weeks: Readonly<Record<number, readonly string[]>>;
      readonly met: boolean;
    }[] = [
      { weeks: { 3: ['G', 'G', 'N', 'N', 'O', 'O', 'O', 'U', 'U', 'U'] }, met: true },
      { weeks: { 3: [...times('O', 9), 'I'] }, met: false },
      { weeks: { 3: [...times('O', 9), 'L'] }, met: false },
      // ten school weeks, eleven by the calendar: a holiday is none of them
      { weeks: { 2: times('O', 5), 11: times('O', 5) }, met: true },
      { weeks: { 1: times('O', 5), 11: times('O', 5) }, met: false },
    ];
    const engine = await engineWithRows({
      // a district each, by which to tell them apart
      people: cases.map((_, index) => ({
        ...pupils(index + 1)[0],
        home_district: kentDistricts[index] ?? '',
      })),
      schools,
      calendar,
      attendance: cases.flatMap(({ weeks }, index) => termsOf(index + 1, weeks)),
    });
    expect(
      await countsOf(engine, 'penalty_threshold_met', '2024-25', { by: ['home_district'] }),
    ).toEqual(
      cases.map(({ met }, index) => ({
        home_district: kentDistricts[index],
        numerator: met ? 1 : 0,
        denominator: 1,
      })),
    );
    await engine.close();
  });

  it('does not take weeks of another school for school weeks of this one', async () => {
    const elsewhere = register(2, 2, '2024-10-28', times('/', 10));
    // the second pupil's other enrolment makes the week of the holiday a school week there, not here
    const engine = await engineWithRows({
      people: pupils(1, 2),
      schools,
      calendar,
      attendance: [...termsOf(1, { 2: times('O', 5), 11: times('O', 5) }), ...elsewhere],
    });
    expect(await countsOf(engine, 'penalty_threshold_met', '2024-25')).toEqual([
      { numerator: 1, denominator: 2 },
    ]);
    await engine.close();
  });

  it('may reach back into the year before, and counts where the window ends', async () => {
    const engine = await engineWithRows({
      people: pupils(1),
      schools,
      calendar,
      attendance: [
        ...register(1, 1, '2024-07-08', times('O', 6)),
        ...register(1, 1, '2024-09-02', times('O', 4)),
      ],
    });
    expect(await countsOf(engine, 'penalty_threshold_met', '2024-25')).toMatchObject([
      { numerator: 1 },
    ]);
    expect(await countsOf(engine, 'penalty_threshold_met', '2023-24')).toMatchObject([
      { numerator: 0 },
    ]);
    await engine.close();
  });
});

describe('from threshold to court', () => {
  it('follows the enrolments that met the threshold, each step among those of the one before', async () => {
    const notice = (date: string, outcome: string | null, more: Rows[number] = {}) => ({
      date,
      action: 'penalty_notice',
      outcome,
      ...more,
    });
    const court = (date: string, outcome: string) => ({
      date,
      action: 'prosecution_444_1',
      outcome,
    });
    // met in week 1: notices count from 2 September to 24 November
    const histories: readonly Rows[] = [
      [], // no notice
      [notice('2024-10-01', 'withdrawn')], // as if there were none
      [notice('2024-10-01', 'unpaid', { reason: 'excluded_in_public' })], // another offence
      [notice('2024-11-25', 'paid_21')], // a day too late to be about these weeks
      [notice('2024-11-24', 'paid_21')],
      [notice('2024-10-01', 'paid_28'), notice('2024-10-01', 'unpaid', { parent: 2 })], // one not paid
      [notice('2024-10-01', null)], // not known to be paid
      [notice('2024-10-01', 'prosecuted')],
      [notice('2024-10-01', 'unpaid'), court('2025-06-01', 'guilty')],
      [notice('2024-10-01', 'unpaid'), court('2025-06-01', 'not_guilty')],
      [notice('2024-10-01', 'unpaid'), court('2024-09-30', 'guilty')], // of something before
      [notice('2024-10-01', 'paid_21'), court('2025-06-01', 'guilty')], // of something else
      [court('2024-10-01', 'guilty')], // without a notice
    ];
    const people = histories.map((_, index) => index + 1);
    const engine = await engineWithRows({
      people: pupils(...people, 99),
      schools,
      calendar,
      enforcements: [
        ...histories.flatMap((rows, index) =>
          rows.map((row) => ({ person_no: index + 1, ...row })),
        ),
        { person_no: 99, ...notice('2024-10-01', 'unpaid') }, // below the threshold
      ],
      attendance: [
        ...people.flatMap((person) => termsOf(person, { 1: times('O', 10) })),
        ...termsOf(99, { 1: times('O', 9) }),
      ],
    });
    const rows = await countsOf(engine, 'threshold_to_court', '2024-25', {
      by: ['threshold_step'],
    });
    const steps = Object.fromEntries(rows.map((row) => [row['threshold_step'], row]));
    const step = (reached: number, before: number) => ({
      numerator: reached,
      denominator: 13,
      people_in_numerator: reached,
      people_in_denominator: before,
    });
    expect(steps['met']).toMatchObject(step(13, 13));
    expect(steps['notice']).toMatchObject(step(8, 13));
    expect(steps['paid']).toMatchObject(step(2, 8));
    expect(steps['not_paid']).toMatchObject(step(6, 8));
    expect(steps['prosecuted']).toMatchObject(step(3, 6));
    expect(steps['guilty']).toMatchObject(step(1, 3));
    expect(await countsOf(engine, 'threshold_to_court', '2024-25')).toMatchObject([step(13, 13)]);
    await engine.close();
  });
});

describe('action on the threshold', () => {
  it('counts from the first of the ten weeks to the tenth school week after', async () => {
    // met in week 1 of twelve, so the tenth week after is week 11: 18 to 24 November
    const dates: Readonly<Record<number, Rows[number]>> = {
      1: { date: '2024-11-24', action: 'warning' },
      2: { date: '2024-11-25', action: 'penalty_notice' }, // a day late
      3: { date: '2024-09-01', action: 'penalty_notice' }, // before the first school week
      4: { date: '2024-09-02', action: 'penalty_notice', outcome: 'withdrawn' },
      5: { date: '2024-10-01', action: 'penalty_notice', reason: 'excluded_in_public' },
    };
    const people = [1, 2, 3, 4, 5, 6];
    const engine = await engineWithRows({
      people: pupils(...people),
      schools,
      calendar,
      enforcements: Object.entries(dates).map(([person, row]) => ({
        person_no: Number(person),
        ...row,
      })),
      attendance: people.flatMap((person) => termsOf(person, { 1: times('O', 10) })),
    });
    expect(await countsOf(engine, 'penalty_threshold_acted_on', '2024-25')).toEqual([
      { numerator: 2, denominator: 6 },
    ]);
    await engine.close();
  });

  it('looks on to the extract where fewer than ten school weeks follow', async () => {
    const engine = await engineWithRows({
      people: pupils(1, 2),
      schools,
      calendar,
      enforcements: [{ person_no: 1, date: '2025-07-01', action: 'notice_to_improve' }],
      attendance: [1, 2].flatMap((person) => termsOf(person, { 5: times('G', 10) })),
    });
    expect(await countsOf(engine, 'penalty_threshold_acted_on', '2024-25')).toEqual([
      { numerator: 1, denominator: 2 },
    ]);
    await engine.close();
  });
});
