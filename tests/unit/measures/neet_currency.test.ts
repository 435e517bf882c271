import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityCodes } from '$lib/contract/activity_codes';
import type { Engine } from '../../../src/lib/engine/engine';
import { openRows } from '../../../src/lib/engine/rows';
import { sql } from '../../../src/lib/engine/sql';
import { engineWithRows } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { NeetRecords } from './neet_records';

const records = new NeetRecords();
const verified = (last_verified: string | null) => ({ last_verified });

// At the end of November 2024; what falls due in December is marked
const november = [
  [210, '2024-11-20'], // education: 31 August
  [310, '2023-12-01'], // due
  [310, '2023-12-31'], // due
  [310, '2023-11-30'], // was due in November, and is not lapsed
  [310, '2024-01-01'], // due in January
  [330, '2024-06-15'], // due
  [430, '2024-06-30'], // due
  [530, '2024-09-10'], // due
  [530, '2024-08-31'], // due on 30 November
  [260, '2024-06-15'], // a review date that nobody has
  [350, '2024-06-15'],
] as const;
for (const [code, day] of november) records.at(records.person(), '2024-11', code, verified(day));
records
  // the start stands in for the verification: due
  .at(records.person(), '2024-11', 320, { ...verified(null), start_date: '2023-12-10' })
  .at(records.person(), '2024-11', 330, { ...verified('2024-06-15'), currency_lapsed: true })
  .at(records.person(), '2024-11', 619, verified('2024-06-15'))
  .at(records.person(), '2024-11', 810)
  .at(records.person(), '2025-07', 210, verified('2024-10-01'))
  .at(records.person(), '2025-08', 210, verified('2024-10-01'));

// How long ago, at the end of March 2025
for (const day of [
  ...['2025-03-01', '2025-02-28', '2025-01-01', '2024-12-31', '2024-10-01', '2024-09-30'],
  ...['2024-04-01', '2024-03-31', '2025-04-01'],
]) {
  records.at(records.person(), '2025-03', 619, { ...verified(day), confirmed_by: 'school' });
}
records.at(records.person(), '2025-03', 810);

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({ people: records.people, activities: records.activities });
});
afterAll(() => engine.close());

describe('currency', () => {
  it('falls due in the calendar month after the month end, of current records', async () => {
    expect(await countsOf(engine, 'records_falling_due', '2024-11')).toEqual([
      { numerator: 6, denominator: november.length + 1 },
    ]);
  });

  it('lapses for education on 31 August: due next month at the end of July, not in August', async () => {
    expect(await countsOf(engine, 'records_falling_due', '2025-07')).toEqual([
      { numerator: 1, denominator: 1 },
    ]);
    expect(await countsOf(engine, 'records_falling_due', '2025-08')).toEqual([
      { numerator: 0, denominator: 1 },
    ]);
  });

  it('takes the share of lapsed records among those that can lapse', async () => {
    expect(await countsOf(engine, 'share_lapsed', '2024-11')).toEqual([
      { numerator: 1, denominator: november.length + 2 },
    ]);
  });

  it('keeps months as the code list has them', async () => {
    const held = openRows<{ activity_code: number; months_current: number | null }>(
      await engine.ask(sql`select activity_code, months_current from currency_rules order by 1`),
    );
    const written = activityCodes
      .filter(({ code, currency_rule }) => code >= 200 && /31 Aug|\d+ months/.test(currency_rule))
      .map(({ code, currency_rule }) => ({
        activity_code: code,
        months_current: Number(/(\d+) months/.exec(currency_rule)?.[1] ?? 0),
      }))
      .sort((a, b) => a.activity_code - b.activity_code);
    expect(held.map((row) => ({ ...row, months_current: row.months_current ?? 0 }))).toEqual(
      written,
    );
  });
});

describe('verification', () => {
  it('tells how long ago in whole months before the month end', async () => {
    const rows = await countsOf(engine, 'verified', '2025-03', { by: ['time_since_verified'] });
    expect(
      Object.fromEntries(rows.map((row) => [row['time_since_verified'], row['numerator']])),
    ).toEqual({
      under_1_month: 1,
      '1_to_3_months': 2,
      '3_to_6_months': 2,
      '6_to_12_months': 2,
      over_12_months: 1,
    });
    // who verified after the month end, or never, is in the cohort and in no kind
    expect(rows.every((row) => row['denominator'] === 10)).toBe(true);
    expect(await countsOf(engine, 'verified', '2025-03')).toEqual([
      { numerator: 8, denominator: 10 },
    ]);
  });

  it('counts days up to the month end', async () => {
    const rows = await countsOf(engine, 'days_since_verified', '2025-03');
    expect(rows.map((row) => row['days'])).toEqual([30, 31, 89, 90, 181, 182, 364, 365]);
  });
});
