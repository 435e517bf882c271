import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { engineWithRows } from '../marts/engine_with_rows';
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
  legal_status: string | null = null,
) => ({ person_no, service, start_date, end_date, legal_status });
const point = (person_no: number, service: string, date: string) =>
  spell(person_no, service, date, date);

async function withSpells(
  involvements: ReturnType<typeof spell>[],
  people = [1, 2, 3, 4, 5].map((no) => person(no)),
): Promise<Engine> {
  return engineWithRows({ people, involvements }, '2025-07-31');
}

describe('re-referrals', () => {
  it('look back 12 months from each referral, to the day, and each later one counts', async () => {
    const engine = await withSpells([
      point(1, 'referral', '2024-03-10'),
      point(1, 'referral', '2025-03-10'), // 12 months to the day: within
      point(2, 'referral', '2024-03-09'),
      point(2, 'referral', '2025-03-10'), // a day more
      point(3, 'referral', '2025-01-05'),
      point(3, 'referral', '2025-01-20'),
      point(3, 'referral', '2025-02-01'), // three within a year: two re-referrals
      point(4, 'contact', '2025-01-01'), // no referral
      point(4, 'referral', '2025-03-01'),
    ]);
    expect(await countsOf(engine, 're_referrals', '2025-03-r12')).toEqual([
      // the referral of 9 March 2024 is before the twelve months, and is not in them
      { numerator: 3, denominator: 6, people_in_numerator: 2, people_in_denominator: 4 },
    ]);
    await engine.close();
  });
});

describe('second or later protection plans', () => {
  it('look back however far, and count a child twice who had two in the year', async () => {
    const engine = await withSpells([
      spell(1, 'child_protection', '2014-01-01', '2014-06-01'),
      spell(1, 'child_protection', '2024-10-01', '2024-12-01'),
      spell(1, 'child_protection', '2025-02-01'),
      spell(2, 'child_in_need', '2023-01-01', '2024-01-01'),
      spell(2, 'child_protection', '2024-11-01'),
      spell(3, 'child_protection', '2024-08-31', '2024-09-30'), // the year before
    ]);
    expect(await countsOf(engine, 'repeat_protection_plans', '2024-25')).toEqual([
      { numerator: 2, denominator: 3, people_in_numerator: 1, people_in_denominator: 2 },
    ]);
    await engine.close();
  });
});

describe('starts and ends', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await withSpells(
      [
        spell(1, 'early_help', '2025-05-31', '2025-06-30'),
        point(1, 'referral', '2025-06-01'),
        point(1, 'contact', '2025-06-30'),
        spell(2, 'early_help', '2025-06-15', '2026-01-31'), // a planned end: open at the extract date
        spell(3, 'youth_justice', '2025-06-02'), // 18 in June: out
        spell(4, 'early_help', '2025-06-02', '2025-06-20'), // lives in Medway
        spell(5, 'early_help', '2025-08-15'), // after the extract date
      ],
      [
        person(1),
        person(2),
        person(3, '2007-06-01'),
        person(4, '2012-01-01', 'E06000035'),
        person(5, '2007-07-01'), // 18 in July
      ],
    );
  });
  afterAll(() => engine.close());

  it('start with point events, over the children at the end of the period', async () => {
    expect(await countsOf(engine, 'services_started', '2025-06')).toEqual([
      { numerator: 3, denominator: 3, people_in_numerator: 2, people_in_denominator: 3 },
    ]);
  });

  it('end without point events and without planned ends', async () => {
    expect(
      await countsOf(engine, 'services_ended', '2025-06', {
        by: ['service'],
        where: { service: ['early_help', 'referral'] },
      }),
    ).toMatchObject([
      { service: 'early_help', numerator: 1, denominator: 3 },
      { service: 'referral', numerator: 0, denominator: 3 },
    ]);
  });

  it('last as long as they have been seen', async () => {
    expect(await countsOf(engine, 'service_length', '2024-25')).toEqual([
      { days: 30, ended: 1, still_going_on: 0 },
      { days: 46, ended: 0, still_going_on: 1 },
    ]);
  });
});

describe('steps between Early Help and social care', () => {
  it('step up from the day Early Help ends to the ninetieth after', async () => {
    const engine = await withSpells([
      spell(1, 'early_help', '2024-01-01', '2024-10-02'),
      spell(1, 'child_in_need', '2024-12-31'), // 90 days
      spell(2, 'early_help', '2024-01-01', '2024-10-01'),
      spell(2, 'child_protection', '2024-12-31'), // 91 days
      spell(3, 'early_help', '2024-01-01', '2024-10-01'),
      spell(3, 'looked_after', '2024-10-01', null, 'C2'), // the same day
      spell(4, 'early_help', '2024-01-01', '2024-10-01'),
      spell(4, 'looked_after', '2024-10-05', null, 'V4'), // short breaks
      spell(5, 'early_help', '2025-01-01', '2025-06-01'), // 60 days before the extract date: not followed
      spell(5, 'child_in_need', '2025-06-05'),
    ]);
    expect(await countsOf(engine, 'step_up', '2024-25')).toEqual([
      { numerator: 2, denominator: 4, people_in_numerator: 2, people_in_denominator: 4 },
    ]);
    await engine.close();
  });

  it('step down only once no social care goes on', async () => {
    const engine = await withSpells([
      // a plan that gives way to care that day, then the way out
      spell(1, 'child_in_need', '2024-01-01', '2024-10-01'),
      spell(1, 'looked_after', '2024-10-01', '2024-12-01', 'C2'),
      spell(1, 'early_help', '2024-12-10'),
      // two plans that end on one day are one end
      spell(2, 'child_in_need', '2024-01-01', '2024-11-01'),
      spell(2, 'child_protection', '2024-03-01', '2024-11-01'),
      // Early Help that had begun before
      spell(3, 'child_in_need', '2024-01-01', '2024-11-01'),
      spell(3, 'early_help', '2024-10-31'),
      spell(4, 'child_in_need', '2024-01-01'), // still open
    ]);
    expect(await countsOf(engine, 'step_down', '2024-25')).toEqual([
      { numerator: 1, denominator: 3, people_in_numerator: 1, people_in_denominator: 3 },
    ]);
    await engine.close();
  });
});

describe('moves from one service to the next', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await withSpells([
      spell(1, 'early_help', '2023-01-01', '2023-10-01'),
      spell(1, 'child_in_need', '2023-11-01', '2024-03-01'),
      spell(1, 'child_in_need', '2023-12-01', '2024-03-01'), // a later start of the same service
      spell(1, 'youth_service', '2023-12-30'), // 90 days after Early Help
      spell(2, 'early_help', '2023-01-01', '2023-10-01'),
      spell(2, 'early_help', '2023-12-31'), // again, after 91 days
      spell(3, 'early_help', '2023-01-01', '2023-10-01'),
      spell(3, 'mental_health', '2023-09-30'), // had started before
      point(4, 'referral', '2023-10-01'),
      spell(4, 'assessment', '2023-10-01'),
    ]);
  });
  afterAll(() => engine.close());

  it('go to each service that starts within 90 days', async () => {
    const rows = await countsOf(engine, 'followed_by_service', '2023-24', {
      by: ['service_before', 'service_after'],
    });
    const found = rows
      .filter((row) => row['numerator'] !== 0)
      .map(
        ({ service_before, service_after, numerator, denominator }) =>
          `${String(service_before)} ${String(service_after)} ${String(numerator)} of ${String(denominator)}`,
      );
    expect(found).toEqual([
      'early_help child_in_need 1 of 3',
      'early_help youth_service 1 of 3',
      'referral assessment 1 of 1',
    ]);
  });

  it('count a spell once where services are not kept apart, and go nowhere otherwise', async () => {
    const where = { service_before: ['early_help'] };
    expect(await countsOf(engine, 'followed_by_service', '2023-24', { where })).toMatchObject([
      { numerator: 1, denominator: 3 },
    ]);
    expect(await countsOf(engine, 'followed_by_none', '2023-24', { where })).toMatchObject([
      { numerator: 2, denominator: 3 },
    ]);
  });

  it('take as long as to the first start, when that is in the period', async () => {
    const rows = await countsOf(engine, 'days_between_services', '2023-24', {
      by: ['service_after'],
      where: { service_before: ['early_help'] },
    });
    expect(rows).toEqual([
      { service_after: 'child_in_need', days: 31, ended: 1 },
      { service_after: 'early_help', days: 91, ended: 1 },
      { service_after: 'youth_service', days: 90, ended: 1 },
    ]);
  });
});
