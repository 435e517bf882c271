import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

// NCCIS activity codes by what the DfE's validation rules 224 and 226 and the requirement say of them.
const neetCodes = [540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680];
const notKnownCodes = [810, 820, 830];
const eetCodes = [
  210, 220, 230, 240, 250, 260, 270, 280, 290, 310, 320, 330, 340, 350, 360, 380, 381, 410, 430,
  440, 450, 460, 530, 550,
];
const outOfDenominator = [710, 110, 120, 130, 140, 150];

let personNo = 0;
const people: Record<string, string | number>[] = [];
const activities: Record<string, string | number | boolean | null>[] = [];

function record(
  month: string,
  code: number,
  lapsed: boolean,
  more: { birth?: string; district?: string | null; home?: string; status?: string } = {},
): void {
  personNo += 1;
  people.push({
    person_no: personNo,
    birth_month: more.birth ?? '2008-01-01', // 16 on 31 August 2024: Year 12
    sex: 'F',
    home_district: more.home ?? 'E07000105',
  });
  activities.push({
    person_no: personNo,
    month,
    activity_code: code,
    currency_lapsed: lapsed,
    cohort_status: more.status ?? null,
    district: more.district ?? null,
  });
}

const lapsedMonth = '2024-10-01';
const currentMonth = '2024-11-01';
const edgeMonth = '2024-12-01';

for (const lapsed of [true, false]) {
  for (const code of [...neetCodes, ...notKnownCodes, ...eetCodes, ...outOfDenominator]) {
    record(lapsed ? lapsedMonth : currentMonth, code, lapsed);
  }
}
// Who belongs to the cohort, at the end of December 2024: five of these seven
record(edgeMonth, 619, false, { birth: '2006-09-01' }); // 17 on 31 August 2024: Year 13
record(edgeMonth, 619, false, { birth: '2008-08-01' }); // just 16: Year 12
record(edgeMonth, 619, false, { birth: '2008-09-01' }); // 15: Year 11, not in the cohort
record(edgeMonth, 619, false, { birth: '2006-08-01' }); // 18: not in the cohort
record(edgeMonth, 210, false, { status: 'T' }); // transferred to another authority
record(edgeMonth, 210, false, { district: 'E07000114', home: 'E07000105' }); // moved to Thanet
record(edgeMonth, 210, false, { home: 'E06000035' }); // lives in Medway, which is not in the county
record(edgeMonth, 210, false, { status: 'P' });

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({ people: people as Rows, activities: activities as Rows });
});
afterAll(() => engine.close());

describe('16-17 year olds by activity code', () => {
  const cohort = neetCodes.length + notKnownCodes.length + eetCodes.length;

  it('counts current records by code; 550 is EET and 616 is NEET; custody is out of the denominator', async () => {
    expect(await countsOf(engine, 'neet', '2024-11')).toEqual([
      { numerator: neetCodes.length, denominator: cohort },
    ]);
    expect(await countsOf(engine, 'not_known', '2024-11')).toEqual([
      { numerator: notKnownCodes.length, denominator: cohort },
    ]);
    expect(await countsOf(engine, 'neet_or_not_known', '2024-11')).toEqual([
      { numerator: neetCodes.length + notKnownCodes.length, denominator: cohort },
    ]);
  });

  it('makes a lapsed record of education, employment or training not known; a NEET record does not lapse', async () => {
    expect(await countsOf(engine, 'neet', '2024-10')).toEqual([
      { numerator: neetCodes.length, denominator: cohort },
    ]);
    expect(await countsOf(engine, 'not_known', '2024-10')).toEqual([
      { numerator: notKnownCodes.length + eetCodes.length, denominator: cohort },
    ]);
  });

  it('takes the cohort by academic age, primary cohort status and residence', async () => {
    expect(await countsOf(engine, 'neet', '2024-12', { by: ['district'] })).toEqual([
      { district: 'E07000105', numerator: 2, denominator: 3 },
      { district: 'E07000114', numerator: 0, denominator: 1 },
    ]);
    expect(await countsOf(engine, 'neet', '2024-12', { by: ['year_group'] })).toEqual([
      { year_group: 12, numerator: 1, denominator: 3 },
      { year_group: 13, numerator: 1, denominator: 1 },
    ]);
  });
});

describe('the December to February headline', () => {
  it('is the mean of the three month ends, and may be a fraction', async () => {
    const months = ['2024-12-01', '2025-01-01', '2025-02-01'];
    // One person who is NEET in December only, one present in all three, one in two
    const own = await engineWithRows({
      people: [1, 2, 3].map((person_no) => ({
        person_no,
        birth_month: '2008-01-01',
        home_district: 'E07000105',
      })),
      activities: [
        ...months.map((month, index) => ({
          person_no: 1,
          month,
          activity_code: index === 0 ? 619 : 210,
          currency_lapsed: false,
        })),
        ...months.map((month) => ({
          person_no: 2,
          month,
          activity_code: 230,
          currency_lapsed: false,
        })),
        ...months
          .slice(1)
          .map((month) => ({ person_no: 3, month, activity_code: 810, currency_lapsed: false })),
      ],
    });
    const [neetCounts] = await countsOf(own, 'neet', '2025-djf');
    expect(neetCounts?.['numerator']).toBeCloseTo(1 / 3, 12);
    expect(neetCounts?.['denominator']).toBeCloseTo(8 / 3, 12);
    const [both] = await countsOf(own, 'neet_or_not_known', '2025-djf');
    expect(both?.['numerator']).toBeCloseTo(1, 12);
    await own.close();
  });
});
