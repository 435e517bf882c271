import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const person = (person_no: number, birth_month = '2012-01-01', more = {}) => ({
  person_no,
  birth_month,
  home_district: 'E07000105',
  ...more,
});
const spell = (
  person_no: number,
  service: string,
  start_date: string,
  end_date: string | null = null,
  legal_status: string | null = null,
) => ({ person_no, service, start_date, end_date, legal_status });

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows(
    {
      people: [
        person(1),
        person(2),
        person(3),
        person(4, '2010-01-01', { uasc: true }),
        person(5),
        person(6),
        person(7, '2006-01-01'), // 19 years old
        person(8, '2012-01-01', { home_district: 'E07000106' }),
        person(9, '2012-01-01', { home_district: null }),
      ],
      involvements: [
        // short breaks and a plan: the plan is the highest
        spell(1, 'looked_after', '2024-01-01', null, 'V4'),
        spell(1, 'child_in_need', '2024-01-01'),
        // short breaks beside care: looked after
        spell(2, 'looked_after', '2024-01-01', null, 'V3'),
        spell(2, 'looked_after', '2024-02-01', null, 'C2'),
        spell(2, 'child_protection', '2024-02-01'),
        // short breaks alone: neither looked after nor any other of the list
        spell(3, 'looked_after', '2024-01-01', null, 'V1'),
        spell(4, 'looked_after', '2024-01-01', null, 'V2'),
        spell(4, 'virtual_school', '2024-01-01'),
        spell(5, 'section_47', '2025-06-20', '2025-07-01'),
        spell(6, 'early_help', '2024-01-01', '2025-07-30'),
        spell(7, 'care_leaver', '2024-01-01'),
        spell(8, 'early_help', '2024-01-01', '2025-06-30'), // over on the last day of June
        spell(9, 'care_leaver', '2024-01-01'),
      ],
      populations: [
        { district: 'E07000105', year: 2024, age: 17, sex: 'F', population: 30 },
        { district: 'E07000105', year: 2024, age: 17, sex: 'M', population: 20 },
        { district: 'E07000105', year: 2024, age: 17, sex: null, population: 51 }, // there are rows by sex
        { district: 'E07000105', year: 2024, age: 18, sex: 'F', population: 1000 },
        { district: 'E07000106', year: 2024, age: 0, sex: null, population: 40 },
        { district: 'E07000105', year: 2025, age: 5, sex: 'F', population: 60 },
        { district: 'E06000035', year: 2025, age: 5, sex: 'F', population: 700 }, // Medway
      ],
    },
    '2025-07-31',
  );
});
afterAll(() => engine.close());

describe('the highest involvement at a month end', () => {
  it('follows the order of Annex A, short breaks left out, each person once', async () => {
    const rows = await countsOf(engine, 'highest_involvement', '2025-06', {
      by: ['highest_involvement'],
    });
    const found = Object.fromEntries(
      rows.map((row) => [row['highest_involvement'], row['numerator']]),
    );
    expect(found).toEqual({
      looked_after: 2, // 2 and 4
      child_in_need: 2, // 1, and the care leaver 9
      assessment: 1, // 5, under a section 47 enquiry
      early_help: 1, // 6; Early Help of 8 ended that day
    });
    expect(rows.every((row) => row['denominator'] === 6)).toBe(true);
  });
});

describe('children by social care at a month end', () => {
  it.each([
    ['looked_after', 2],
    ['looked_after_excluding_uasc', 1],
    ['protection_plans', 1],
    ['children_in_need', 6], // 1 to 5 and 9: short breaks are open to social care too
  ])('%s', async (measure, numerator) => {
    // the base is everybody aged 0 to 17, those without a service and those seeking asylum too
    expect(await countsOf(engine, measure, '2025-06')).toEqual([{ numerator, denominator: 8 }]);
  });
});

describe('services open together', () => {
  it('are named in the order of the alphabet, each service once', async () => {
    const rows = await countsOf(engine, 'services_together', '2025-06', {
      by: ['service_combination'],
    });
    expect(
      Object.fromEntries(rows.map((row) => [row['service_combination'], row['numerator']])),
    ).toEqual({
      'child_in_need + looked_after': 1,
      'child_protection + looked_after': 1,
      looked_after: 1,
      'looked_after + virtual_school': 1,
      section_47: 1,
      early_help: 1,
      care_leaver: 1,
    });
  });

  it('are counted, by person and on average', async () => {
    const rows = await countsOf(engine, 'services_at_once', '2025-06', {
      by: ['services_at_once'],
    });
    expect(rows).toEqual([
      { services_at_once: '1', numerator: 4, denominator: 7 },
      { services_at_once: '2', numerator: 3, denominator: 7 },
    ]);
    expect(await countsOf(engine, 'mean_services', '2025-06')).toMatchObject([
      { numerator: 10, denominator: 7, people_in_denominator: 7 },
    ]);
  });

  it('make cases, of all ages', async () => {
    expect(await countsOf(engine, 'open_caseload', '2025-06')).toMatchObject([
      { numerator: 11, people_in_numerator: 8 },
    ]);
  });
});

describe('demand over the population estimate', () => {
  it('takes the latest mid-year that is past, by sex where there is', async () => {
    const march = await countsOf(engine, 'demand_per_1000', '2025-03', { by: ['district'] });
    expect(march).toEqual([
      { district: 'E07000105', numerator: 5, denominator: 50 },
      { district: 'E07000106', numerator: 1, denominator: 40 },
      { district: 'unknown', numerator: 1, denominator: 0 },
    ]);
  });

  it('moves on at 30 June, and counts the county alone', async () => {
    expect(await countsOf(engine, 'demand_per_10000', '2025-06')).toEqual([
      { numerator: 7, denominator: 60 },
    ]);
    // 30 June 2024 was not past: there is nothing to divide by
    expect(await countsOf(engine, 'demand_per_10000', '2024-05')).toEqual([
      { numerator: 7, denominator: null },
    ]);
  });
});
