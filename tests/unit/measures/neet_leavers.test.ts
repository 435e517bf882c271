import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { NeetRecords } from './neet_records';

const records = new NeetRecords();
const guarantees: Rows[number][] = [];
const school = { last_school: 118001 };

/** Somebody of Year 11 in 2023/24 with an intended destination, and what they do in December 2024. */
const intended = (destination: number | null, december: number | null, lapsed = false) => {
  const person_no = records.person();
  guarantees.push({
    person_no,
    academic_year: 2023,
    year_group: 11,
    offer: destination === null ? 'none' : 'made',
    intended_destination: destination,
  });
  if (december !== null) {
    records.at(person_no, '2024-12', december, { currency_lapsed: lapsed });
  }
};
intended(111, 210); // kept: both are education
intended(211, 230); // kept
intended(311, 310); // kept
intended(311, 410);
intended(211, 210, true); // lapsed: not known
intended(411, null); // no record in December: nobody can say
intended(411, 710); // in custody
intended(null, 210); // had not said
// Year 12 and people outside the county have no part in it
const year12 = records.person({ birth_month: '2007-01-01' });
guarantees.push({ person_no: year12, academic_year: 2023, year_group: 12, offer: 'not_recorded' });
const outside = records.person({ home_district: 'E06000035' });
guarantees.push({ person_no: outside, academic_year: 2023, year_group: 11, offer: 'none' });

// Leavers: Year 12 in 2022/23, 2023/24 and 2024/25
const first = records.person();
records.at(first, '2024-10', 230, school).at(first, '2025-03', 619, { last_school: 118002 });
const second = records.person({ birth_month: '2007-01-01' });
records.at(second, '2023-10', 210, school).at(second, '2024-03', 210).at(second, '2025-03', 230);
const third = records.person({ birth_month: '2006-01-01' });
records.at(third, '2022-10', 210, school).at(third, '2023-03', 210);
const late = records.person({ birth_month: '2007-01-01' });
records.at(late, '2024-10', 210, school).at(late, '2025-03', 210); // first seen in Year 13
const jailed = records.person();
records.at(jailed, '2024-10', 210, school).at(jailed, '2025-03', 710);

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({
    people: records.people,
    activities: records.activities,
    guarantees,
  });
});
afterAll(() => engine.close());

describe('the September Guarantee', () => {
  it('counts suitable offers of Years 11 and 12 who live in the county', async () => {
    expect(
      await countsOf(engine, 'september_guarantee', '2023-24', { by: ['year_group'] }),
    ).toEqual([
      { year_group: 11, numerator: 7, denominator: 8 },
      { year_group: 12, numerator: 0, denominator: 1 },
    ]);
    const offers = await countsOf(engine, 'guarantee_offers', '2023-24', { by: ['offer'] });
    expect(offers).toEqual([
      { offer: 'made', numerator: 7, denominator: 9 },
      { offer: 'none', numerator: 1, denominator: 9 },
      { offer: 'not_recorded', numerator: 1, denominator: 9 },
    ]);
  });

  it('compares what was intended with the December after, by the first digit', async () => {
    expect(await countsOf(engine, 'intended_destination_kept', '2024-25')).toEqual([
      { numerator: 3, denominator: 5 },
    ]);
    expect(await countsOf(engine, 'intended_destination_kept', '2023-24')).toEqual([
      { numerator: 0, denominator: 0 },
    ]);
  });
});

describe('from intention to December', () => {
  const by = ['intended_kind', 'offer', 'december_kind'] as const;

  it('follows each leaver of Year 11 once, by kinds, with who has no record and without custody', async () => {
    const rows = await countsOf(engine, 'intention_to_december', '2024-25', { by });
    const paths = rows.map((row) => [...by, 'numerator'].map((id) => row[id]).join(' '));
    expect(paths.sort()).toEqual([
      'education made education 2', // 111 and 211
      'education made not_known 1', // the record has lapsed
      'training made not_tracked 1', // no record in December
      'unknown none education 1', // had not said
      'work made training 1',
      'work made work 1',
    ]);
  });

  it('adds up whatever it is split by, and is of the December asked for', async () => {
    expect(await countsOf(engine, 'intention_to_december', '2024-25')).toEqual([{ numerator: 7 }]);
    expect(
      await countsOf(engine, 'intention_to_december', '2024-25', { by: ['intended_destination'] }),
    ).toHaveLength(5);
    expect(await countsOf(engine, 'intention_to_december', '2023-24')).toEqual([{ numerator: 0 }]);
  });
});

describe('the activity survey', () => {
  it('takes the end of October of people who were in Year 11 the year before', async () => {
    // first and jailed; late is in Year 13
    expect(await countsOf(engine, 'activity_survey', '2024-25', { by: ['school'] })).toEqual([
      { school: 118001, numerator: 2, denominator: 2 },
    ]);
  });
});

describe('leavers of a school', () => {
  it('are followed to the Marches after, by the last school that Year 12 names', async () => {
    const rows = await countsOf(engine, 'leaver_destinations', '2024-25', {
      by: ['years_after', 'destination'],
    });
    expect(rows.filter((row) => row['numerator'] !== 0)).toEqual([
      { years_after: 1, destination: 'neet_available', numerator: 1, denominator: 1 },
      { years_after: 2, destination: 'education_ft', numerator: 1, denominator: 1 },
      { years_after: 3, destination: 'not_tracked', numerator: 1, denominator: 1 },
    ]);
    expect(
      await countsOf(engine, 'leavers_in_learning', '2023-24', { by: ['school', 'years_after'] }),
    ).toEqual([
      { school: 118001, years_after: 1, numerator: 1, denominator: 1 },
      { school: 118001, years_after: 2, numerator: 0, denominator: 1 },
    ]);
  });

  it('go by the last record that names a school', async () => {
    expect(
      await countsOf(engine, 'leavers_in_learning', '2024-25', {
        by: ['school'],
        where: { years_after: ['1'] },
      }),
    ).toEqual([{ school: 118002, numerator: 0, denominator: 1 }]);
  });
});
