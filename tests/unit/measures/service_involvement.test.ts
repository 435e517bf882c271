import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const person = (person_no: number, birth_month: string, home_district = 'E07000105') => ({
  person_no,
  birth_month,
  home_district,
});
const spell = (
  person_no: number,
  service: string,
  start_date: string,
  end_date: string | null = null,
) => ({ person_no, service, start_date, end_date });

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({
    people: [
      person(1, '2010-01-01'),
      person(2, '2012-05-01', 'E07000114'),
      person(3, '2007-03-01'), // turns 18 in March 2025
      person(4, '2007-04-01'), // turns 18 in April 2025
      person(5, '2025-03-01'), // born in March 2025
      person(6, '2015-01-01', 'E06000035'), // lives in Medway
      person(7, '2025-05-01'), // not yet born
    ],
    involvements: [
      spell(1, 'early_help', '2025-01-10'),
      spell(1, 'child_in_need', '2025-02-01', '2025-06-30'), // two services, one person
      spell(2, 'early_help', '2025-01-01', '2025-03-31'), // ends on the month's last day: no longer open
      spell(2, 'referral', '2025-03-31', '2025-03-31'), // a point event is open on no month end
      spell(3, 'youth_justice', '2024-01-01'),
      spell(4, 'youth_justice', '2024-01-01'),
      spell(4, 'youth_justice', '2024-06-01'), // two spells of one service at once: one person
      spell(6, 'early_help', '2025-01-01'),
    ],
  });
});
afterAll(() => engine.close());

describe('people with an open spell at the month end', () => {
  it('are counted once, among people aged 0 to 17 who live in the county', async () => {
    // the age group at 31 March 2025: 1, 2, 4, 5; open: 1 and 4
    expect(await countsOf(engine, 'service_involvement', '2025-03')).toEqual([
      { numerator: 2, denominator: 4 },
    ]);
    // at 28 February: 1, 2, 3, 4; open: all of them
    expect(await countsOf(engine, 'service_involvement', '2025-02')).toEqual([
      { numerator: 4, denominator: 4 },
    ]);
  });

  it('by service, over everybody in the age group; a service with nobody in a district is a true zero', async () => {
    const rows = await countsOf(engine, 'service_involvement', '2025-03', {
      by: ['district', 'service'],
      where: { service: ['early_help', 'youth_justice'] },
    });
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        { district: 'E07000105', service: 'early_help', numerator: 1, denominator: 3 },
        { district: 'E07000105', service: 'youth_justice', numerator: 1, denominator: 3 },
        { district: 'E07000114', service: 'early_help', numerator: 0, denominator: 1 },
        { district: 'E07000114', service: 'youth_justice', numerator: 0, denominator: 1 },
      ]),
    );
  });

  it('by year group, on both sides of the line', async () => {
    const rows = await countsOf(engine, 'service_involvement', '2025-03', { by: ['year_group'] });
    // born January 2010: Year 10; May 2012: Year 8; April 2007: Year 13; March 2025: born after 31 August 2024
    expect(rows).toEqual([
      { year_group: -5, numerator: 0, denominator: 1 },
      { year_group: 8, numerator: 0, denominator: 1 },
      { year_group: 10, numerator: 1, denominator: 1 },
      { year_group: 13, numerator: 1, denominator: 1 },
    ]);
  });
});
