import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { NeetRecords } from './neet_records';

const records = new NeetRecords();
const ashford = { home_district: 'E07000105' };
const medway = { district: 'E06000035' };

// Two who stay, so that every month has a cohort: one becomes NEET in January and is not known in February
const joiner = records.person(ashford);
const stayer = records.person(ashford);
for (const month of ['2024-11', '2024-12', '2025-01', '2025-02', '2025-04']) {
  records.at(stayer, month, 210);
}
records.at(joiner, '2024-12', 230).at(joiner, '2025-01', 619).at(joiner, '2025-02', 810);
records.at(joiner, '2025-04', 619); // March has no records: nothing can be said of April
// Out of the county: transferred, moved to Medway, emigrated; merely left
const transferred = records.person();
records.at(transferred, '2024-12', 210).at(transferred, '2025-01', 210, { cohort_status: 'T' });
const toMedway = records.person();
records.at(toMedway, '2024-12', 619).at(toMedway, '2025-01', 619, medway);
const left = records.person();
records.at(left, '2024-12', 210).at(left, '2025-01', 210, { cohort_status: 'L' });
// Into the county: from Medway, first record of all; and one who came back
const fromMedway = records.person();
records.at(fromMedway, '2024-12', 210, medway).at(fromMedway, '2025-01', 210);
const firstSeen = records.person();
records.at(firstSeen, '2025-01', 619);
const back = records.person();
records.at(back, '2024-11', 210).at(back, '2025-01', 210);
// In custody at one of the two month ends
const custody = records.person();
records.at(custody, '2024-12', 710).at(custody, '2025-01', 619);

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({ people: records.people, activities: records.activities });
});
afterAll(() => engine.close());

describe('joiners and leavers', () => {
  it('are people of the cohort at both month ends', async () => {
    // joiner and stayer; nobody else is in the cohort at both, and custody is out of it
    expect(await countsOf(engine, 'neet_joiners', '2025-01')).toEqual([
      { numerator: 1, denominator: 2 },
    ]);
    expect(await countsOf(engine, 'neet_leavers', '2025-02')).toEqual([
      { numerator: 1, denominator: 2 },
    ]);
  });

  it('say where they came from and went, with a true zero for the rest', async () => {
    const from = await countsOf(engine, 'neet_joiners', '2025-01', { by: ['activity_group'] });
    expect(from.filter((row) => row['numerator'] !== 0)).toEqual([
      { activity_group: 'education_ft', numerator: 1, denominator: 2 },
    ]);
    expect(from.map((row) => row['activity_group'])).toEqual([
      'education_ft',
      'neet_available',
      'not_known',
    ]);
    const to = await countsOf(engine, 'neet_leavers', '2025-02', { by: ['destination'] });
    expect(to.filter((row) => row['numerator'] !== 0)).toEqual([
      { destination: 'not_known', numerator: 1, denominator: 2 },
    ]);
  });

  it('are not counted across a month without records', async () => {
    expect(await countsOf(engine, 'neet_joiners', '2025-04')).toEqual([
      { numerator: 0, denominator: 0 },
    ]);
  });
});

describe('moves in and out of the county', () => {
  it('are transfers, emigrations and districts outside it, of the cohort a month before', async () => {
    // joiner, stayer, transferred, toMedway, left, custody were there in December
    expect(await countsOf(engine, 'movers_out', '2025-01')).toEqual([
      { numerator: 2, denominator: 6 },
    ]);
  });

  it('are people from elsewhere and first records, of the cohort now', async () => {
    // joiner, stayer, fromMedway, firstSeen, back, custody are there in January
    expect(await countsOf(engine, 'movers_in', '2025-01')).toEqual([
      { numerator: 2, denominator: 6 },
    ]);
  });

  it('are not those who come of age in September', async () => {
    const autumn = new NeetRecords();
    const older = autumn.person({ birth_month: '2007-01-01' });
    autumn.at(older, '2024-08', 210).at(older, '2024-09', 210);
    const elder = autumn.person({ birth_month: '2006-01-01' });
    autumn.at(elder, '2024-08', 210);
    const young = autumn.person();
    autumn.at(young, '2024-09', 210);
    const own = await engineWithRows({ people: autumn.people, activities: autumn.activities });
    expect(await countsOf(own, 'movers_in', '2024-09')).toEqual([{ numerator: 0, denominator: 1 }]);
    expect(await countsOf(own, 'movers_out', '2024-09')).toEqual([
      { numerator: 0, denominator: 1 },
    ]);
    await own.close();
  });
});
