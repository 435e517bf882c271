import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { openRows } from '../../../src/lib/engine/rows';
import { sql } from '../../../src/lib/engine/sql';
import { engineWithRows } from '../marts/engine_with_rows';
import { countsOf } from './figure';
import { NeetRecords } from './neet_records';

const records = new NeetRecords();
const spell = (neet_since: string | null) => ({ neet_since });

// 1: NEET since mid-October, in college from 5 January: 82 days
const ended = records.person();
records
  .at(ended, '2024-09', 210)
  .at(ended, '2024-10', 619, spell('2024-10-15'))
  .at(ended, '2024-11', 619, spell('2024-10-15'))
  .at(ended, '2024-12', 619, spell('2024-10-15'))
  .at(ended, '2025-01', 230, { start_date: '2025-01-05' });
// 2: no day of becoming NEET: from the first day of the first month, still NEET at the end of March
const going = records.person();
records.at(going, '2025-01', 619).at(going, '2025-02', 640).at(going, '2025-03', 619);
// 3: not known in between ends nothing; not known at the end is followed no further
const lost = records.person();
records
  .at(lost, '2024-11', 619, spell('2024-11-30'))
  .at(lost, '2024-12', 810)
  .at(lost, '2025-01', 619, spell('2024-11-30'))
  .at(lost, '2025-02', 230, { currency_lapsed: true })
  .at(lost, '2025-03', 810);
// 4: two spells; the second cannot begin before the month that shows a job, and the next start is not known
const twice = records.person();
records
  .at(twice, '2024-09', 619, spell('2024-09-01'))
  .at(twice, '2024-10', 330, { start_date: '2024-08-01' }) // written down late: began before it can have
  .at(twice, '2024-11', 619, spell('2024-09-01'))
  .at(twice, '2024-12', 710);
// 5: a month without a record ends no spell
const gap = records.person();
records
  .at(gap, '2024-12', 619, spell('2024-12-31'))
  .at(gap, '2025-02', 619, spell('2024-12-31'))
  .at(gap, '2025-03', 619, spell('2024-12-31'));
// 6: began on the first of January: not yet three months at the end of March
const newcomer = records.person();
records.at(newcomer, '2025-03', 619, spell('2025-01-01'));

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({ people: records.people, activities: records.activities });
});
afterAll(() => engine.close());

describe('spells of being NEET', () => {
  it('start on the day the record gives and end when a month shows something else', async () => {
    const spells = openRows(
      await engine.ask(
        sql`select person_no, neet_from::varchar as neet_from, days, ended from neet_spells order by person_no, first_month`,
      ),
    );
    expect(spells).toEqual([
      { person_no: ended, neet_from: '2024-10-15', days: 82, ended: true },
      { person_no: going, neet_from: '2025-01-01', days: 89, ended: false },
      { person_no: lost, neet_from: '2024-11-30', days: 62, ended: false },
      { person_no: twice, neet_from: '2024-09-01', days: 60, ended: true },
      { person_no: twice, neet_from: '2024-11-01', days: 60, ended: true },
      { person_no: gap, neet_from: '2024-12-31', days: 90, ended: false },
      { person_no: newcomer, neet_from: '2025-01-01', days: 89, ended: false },
    ]);
  });

  it('are counted in the period in which they began', async () => {
    const lengths = async (period: string) => countsOf(engine, 'time_neet_median', period);
    expect((await lengths('2024-25')).length).toBeGreaterThan(0);
    expect(await lengths('2024-10-r12')).toEqual([
      { days: 60, ended: 1, still_going_on: 0 },
      { days: 82, ended: 1, still_going_on: 0 },
    ]);
    expect(await lengths('2023-24')).toEqual([]);
  });

  it('last three months when they began on or before the same day three months earlier', async () => {
    // going and newcomer began on 1 January, gap on 31 December
    expect(await countsOf(engine, 'neet_over_3_months', '2025-03')).toEqual([
      { numerator: 1, denominator: 3 },
    ]);
    expect(await countsOf(engine, 'neet_over_6_months', '2025-03')).toEqual([
      { numerator: 0, denominator: 3 },
    ]);
    expect(await countsOf(engine, 'neet_over_3_months', '2024-12')).toEqual([
      { numerator: 0, denominator: 2 },
    ]);
  });
});
