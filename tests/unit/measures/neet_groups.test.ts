import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityCodes } from '$lib/contract/activity_codes';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows, type Rows } from '../marts/engine_with_rows';
import { countsOf, rateOf } from './figure';
import { NeetRecords } from './neet_records';

const records = new NeetRecords();

// Every code once, current in March and lapsed in April
const codes = activityCodes.filter(({ in_denominator }) => in_denominator).map(({ code }) => code);
for (const code of codes) {
  const person = records.person();
  records.at(person, '2025-03', code).at(person, '2025-04', code, { currency_lapsed: true });
}

// Social care at the end of November 2024
const spells: Rows[number][] = [];
const inCare = (spellsOfPerson: readonly Rows[number][], more: Rows[number] = {}) => {
  const person_no = records.person(more);
  records.at(person_no, '2024-11', 619);
  spells.push(...spellsOfPerson.map((each) => ({ start_date: '2024-01-01', person_no, ...each })));
};
const lookedAfter = { service: 'looked_after' };
inCare([{ service: 'child_in_need' }, { ...lookedAfter, legal_status: 'C2' }]); // looked after
inCare([{ ...lookedAfter, legal_status: 'V4' }, { service: 'child_in_need' }]); // short breaks: in need
inCare([{ service: 'care_leaver' }, { service: 'child_protection' }]); // protection plan
inCare([lookedAfter, { service: 'care_leaver' }], { birth_month: '2006-11-01' }); // turned 18: care leaver
inCare([lookedAfter], { birth_month: '2006-12-01' }); // 18 next month: looked after
inCare([{ ...lookedAfter, end_date: '2024-11-30' }]); // ended on the last day: none
inCare([{ service: 'early_help' }]); // none

// Characteristics at the end of October 2024: four in the group, of seven
for (const characteristics of ['110', '120 210', '180 160', '130', '120', '180', null]) {
  records.at(records.person(), '2024-10', 619, { characteristics });
}

// People with a plan, and others, at the end of December 2024
const older = (birth_month: string, sen: string, code: number) =>
  records.at(records.person({ birth_month, sen }), '2024-12', code);
older('2006-08-01', 'E', 619); // 18 on 31 August: Year 14
older('2000-09-01', 'E', 810); // 23
older('2000-08-01', 'E', 210); // 24: Year 20
older('2006-09-01', 'E', 619); // 17: in the other cohort
older('2006-08-01', 'K', 619); // no plan
older('2005-01-01', 'E', 710);

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({
    people: records.people,
    activities: records.activities,
    involvements: spells,
  });
});
afterAll(() => engine.close());

describe('what young people do', () => {
  it('is participation by code, and a lapsed record is none', async () => {
    const participating = codes.filter((code) =>
      [
        ...[210, 220, 230, 240, 250, 270, 280, 290, 310, 320, 381, 550],
        ...[410, 430, 440, 450, 460],
      ].includes(code),
    );
    expect(await countsOf(engine, 'participation', '2025-03')).toEqual([
      { numerator: participating.length, denominator: codes.length },
    ]);
    expect(await rateOf(engine, 'participation', '2025-04')).toBe(0);
  });

  it('has parts that add up to participation', async () => {
    const parts = [
      ...['full_time_education', 'part_time_education', 'apprenticeship', 'job_with_study'],
      'other_training',
    ];
    let together = 0;
    for (const part of parts) together += await rateOf(engine, part, '2025-03');
    expect(together).toBeCloseTo(await rateOf(engine, 'participation', '2025-03'), 12);
  });

  it('stands to the duty to participate as the requirement has it', async () => {
    const rows = await countsOf(engine, 'destinations', '2025-03', { by: ['duty'] });
    expect(Object.fromEntries(rows.map((row) => [row['duty'], row['numerator']]))).toEqual({
      meeting: 16,
      working_towards: 4, // 250, 340, 530, 616
      temporary_break: 8, // 260 and 620 to 680
      not_meeting: 8, // 330, 350, 360, 380, 540, 610, 615, 619
      not_known: 3,
    });
  });

  it('adds up to everybody whatever it is split by, and knows a kind nobody is in', async () => {
    for (const by of ['activity_group', 'activity', 'duty'] as const) {
      const rows = await countsOf(engine, 'destinations', '2025-04', { by: [by] });
      expect(rows.reduce((sum, row) => sum + Number(row['numerator']), 0)).toBe(codes.length);
      expect(rows.some((row) => row['numerator'] === 0)).toBe(true);
    }
  });

  it('is kept in one statement for many months', async () => {
    const filtered = { by: ['activity_group'], where: { activity_group: ['training'] } } as const;
    expect(await countsOf(engine, 'destinations', '2025-03', filtered)).toEqual([
      { activity_group: 'training', numerator: 5, denominator: codes.length },
    ]);
  });
});

describe('groups', () => {
  it('take the highest social care at the month end', async () => {
    const rows = await countsOf(engine, 'neet', '2024-11', { by: ['social_care'] });
    expect(Object.fromEntries(rows.map((row) => [row['social_care'], row['numerator']]))).toEqual({
      looked_after: 2,
      child_protection: 1,
      child_in_need: 1,
      care_leaver: 1,
      none: 2,
    });
  });

  it('count the vulnerable group without parents who care for their child and the pregnant', async () => {
    expect(await countsOf(engine, 'vulnerable_group_neet_or_not_known', '2024-10')).toEqual([
      { numerator: 4, denominator: 4 },
    ]);
  });

  it('keep people of 18 to 24 with a plan apart from the 16-17 cohort', async () => {
    expect(await countsOf(engine, 'neet_with_plan', '2024-12')).toEqual([
      { numerator: 1, denominator: 3 },
    ]);
    expect(await countsOf(engine, 'not_known_with_plan', '2024-12')).toEqual([
      { numerator: 1, denominator: 3 },
    ]);
    expect(await countsOf(engine, 'neet', '2024-12')).toEqual([{ numerator: 1, denominator: 1 }]);
  });

  it('set the band around the NEET of the known', async () => {
    const [neet, known, highest] = await Promise.all(
      ['neet', 'neet_of_known', 'neet_or_not_known'].map((id) => rateOf(engine, id, '2025-03')),
    );
    expect(neet).toBe(12 / codes.length);
    expect(known).toBe(12 / (codes.length - 3));
    expect(highest).toBe(15 / codes.length);
  });
});
