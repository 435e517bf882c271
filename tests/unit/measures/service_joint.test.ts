import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows, register } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const person = (person_no: number, birth_month = '2012-01-01', home_district = 'E07000105') => ({
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
const suspension = (person_no: number, start_date: string, kind = 'suspension') => ({
  person_no,
  school_id: 118001,
  start_date,
  kind,
});
const marks = (absent: number) => [
  ...Array.from({ length: absent }, () => 'O'),
  ...Array.from({ length: 20 - absent }, () => '/'),
];

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows(
    {
      people: [
        person(1),
        person(2),
        person(3),
        person(4),
        person(5, '2012-01-01', 'E06000035'), // lives in Medway
        person(11, '2008-01-01'), // Year 12
        person(12, '2008-01-01'),
        person(13, '2008-01-01'),
        person(14, '2006-01-01'), // 19 years old, tracked
      ],
      schools: [
        { school_id: 118001, phase: 'secondary', district: 'E07000105' },
        { school_id: 118002, phase: 'secondary', district: 'E07000105' },
      ],
      attendance: [
        ...register(1, 118001, '2024-09-09', marks(2)), // 10 %: persistent
        ...register(2, 118001, '2024-09-09', marks(1)), // not, here
        ...register(2, 118002, '2024-10-07', marks(5)), // and persistent there
        ...register(3, 118001, '2024-09-09', marks(1)),
        ...register(5, 118001, '2024-09-09', marks(9)),
      ],
      exclusions: [
        suspension(3, '2024-10-01'),
        suspension(3, '2025-02-01'),
        suspension(4, '2024-10-01'),
        suspension(4, '2025-02-01', 'permanent'), // no suspension
        suspension(1, '2024-08-31'), // the year before
      ],
      involvements: [
        spell(1, 'send_plan', '2020-01-01'), // a plan, no supporting service
        spell(1, 'assessment', '2025-07-01'),
        spell(2, 'attendance_casework', '2025-01-01', '2025-07-31'), // over on the day looked at
        spell(3, 'early_help', '2025-01-01'),
        spell(3, 'youth_justice', '2025-01-01'),
        spell(11, 'neet_support', '2025-01-01'),
        spell(12, 'send_plan', '2020-01-01'),
        spell(14, 'care_leaver', '2024-01-01'),
      ],
      activities: [
        [11, 619],
        [12, 619],
        [13, 210],
        [14, 619],
      ].map(([person_no, activity_code]) => ({
        person_no: person_no!,
        month: '2025-06-01',
        activity_code: activity_code!,
        currency_lapsed: false,
      })),
    },
    '2025-07-31',
  );
});
afterAll(() => engine.close());

describe('need without a service', () => {
  it.each([
    ['unmet_need_persistent_absence', '2024-25', 2, 2], // 1 and 2
    ['unmet_need_suspended', '2024-25', 0, 1], // 3
    ['unmet_need_neet', '2025-06', 1, 2], // 12 of 11 and 12
  ])('%s', async (measure, period, numerator, denominator) => {
    expect(await countsOf(engine, measure, period)).toEqual([{ numerator, denominator }]);
  });
});

describe('outcomes with a service and without', () => {
  it.each([
    // enrolled and in the county: 1, 2, 3; with a service at the end of July: 1 and 3
    ['persistent_absence_with_service', '2024-25', 1, 2],
    ['persistent_absence_without_service', '2024-25', 1, 1],
    // Reception to Year 11: 1, 2, 3, 4
    ['suspended_with_service', '2024-25', 1, 2],
    ['suspended_without_service', '2024-25', 1, 2],
    ['neet_with_service', '2025-06', 2, 2],
    ['neet_without_service', '2025-06', 0, 1],
    ['care_leavers_neet', '2025-06', 1, 1],
  ])('%s', async (measure, period, numerator, denominator) => {
    expect(await countsOf(engine, measure, period)).toEqual([{ numerator, denominator }]);
  });

  it('put a person with two services under both', async () => {
    const rows = await countsOf(engine, 'suspended_with_service', '2024-25', { by: ['service'] });
    expect(rows).toEqual([
      { service: 'assessment', numerator: 0, denominator: 1 },
      { service: 'early_help', numerator: 1, denominator: 1 },
      { service: 'send_plan', numerator: 0, denominator: 1 },
      { service: 'youth_justice', numerator: 1, denominator: 1 },
    ]);
  });
});
