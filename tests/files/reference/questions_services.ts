import type { DuckDBConnection } from '@duckdb/node-api';
import { joinedServiceQuestions } from './questions_services_joined';
import { serviceOutcomeQuestions } from './questions_services_outcomes';
import { countSchoolYears } from './service_school_years';
import { quantileOfLength } from './service_lengths';
import { countSpells, startedOrEnded } from './service_spells';
import type { Question, QuestionFamily } from './question';

const year = { first: '2024-09-01', last: '2025-08-01' };
const toMarch = { first: '2024-04-01', last: '2025-03-01' };
const june = { first: '2025-06-01', last: '2025-06-01' };

/** People with a spell open at the end of June 2025 for which a condition holds, by group, over children of that group. */
const openInJune = (condition: string, key: string): string => `
  with
  children as (
    select person_id, ${key} as key, uasc from persons
    where in_county and age_at(birth_month, date '2025-06-30') between 0 and 17
  ),
  found as (
    select distinct person_id
    from open_on(date '2025-06-30')
    where ${condition}
  )
  select
    key::varchar as ${key === 'home' ? 'district' : key},
    (count(*) filter (where person_id in (select person_id from found)))::double as numerator,
    count(*)::double as denominator
  from children
  group by all`;

const questions: Question[] = [
  {
    measure: 'service_involvement',
    period: '2025-06',
    by: ['district'],
    sql: openInJune('true', 'home'),
  },
  {
    measure: 'service_involvement',
    period: '2025-06',
    by: ['service'],
    onlyFound: true,
    sql: `
      select
        service,
        count(distinct person_id)::double as numerator,
        (
          select count(*) from persons
          where in_county and age_at(birth_month, date '2025-06-30') between 0 and 17
        )::double as denominator
      from open_on(date '2025-06-30')
      where age_at(birth_month, date '2025-06-30') between 0 and 17
      group by all`,
  },
  {
    measure: 'open_caseload',
    period: '2025-06',
    by: ['district', 'service'],
    sql: `
      select home as district, service, count(distinct person_id)::double as numerator
      from open_on(date '2025-06-30')
      group by all`,
  },
  ...(['demand_per_1000', 'demand_per_10000'] as const).map((measure): Question => ({
    measure,
    period: '2025-03',
    by: ['district'],
    onlyFound: true,
    // the estimate of mid-2024 stands at the end of March 2025; without an estimate there is no figure
    sql: `
      with
      found as (
        select home, count(distinct person_id) as people
        from open_on(date '2025-03-31')
        where age_at(birth_month, date '2025-03-31') between 0 and 17
        group by home
      ),
      estimated as (
        select district as home, sum(population) as population
        from raw_populations
        where year = 2024 and age < 18
        group by district
      )
      select
        home as district,
        case when population is not null then people end::double as numerator,
        coalesce(population, 0)::double as denominator
      from found
      left join estimated using (home)`,
  })),
  {
    measure: 'children_in_need',
    period: '2025-06',
    by: ['district'],
    sql: openInJune(
      "service in ('child_in_need', 'child_protection', 'looked_after', 'care_leaver', 'assessment', 'section_47')",
      'home',
    ),
  },
  {
    measure: 'protection_plans',
    period: '2025-06',
    by: ['district'],
    sql: openInJune("service = 'child_protection'", 'home'),
  },
  {
    measure: 'looked_after',
    period: '2025-06',
    by: ['sen'],
    sql: openInJune(
      "service = 'looked_after' and coalesce(legal_status, '') not in ('V1', 'V3', 'V4')",
      'sen',
    ).replaceAll('sen as key', "coalesce(sen, 'unknown') as key"),
  },
  {
    measure: 'looked_after_excluding_uasc',
    period: '2025-06',
    sql: openInJune(
      "service = 'looked_after' and coalesce(legal_status, '') not in ('V1', 'V3', 'V4') and coalesce(uasc, false) = false",
      'in_county',
    ),
  },
  {
    measure: 'services_started',
    period: '2024-25',
    by: ['service'],
    sql: startedOrEnded({ date: 'start_date', ...year, by: 'service' }),
  },
  {
    measure: 'services_ended',
    period: '2024-25',
    by: ['year_group'],
    onlyFound: true,
    sql: startedOrEnded({
      date: 'end_date',
      ...year,
      by: 'year_group',
      only: 'end_date <> start_date',
    }),
  },
  {
    measure: 'services_started',
    period: '2025-06',
    by: ['district'],
    sql: startedOrEnded({ date: 'start_date', ...june, by: 'district' }),
  },
  {
    measure: 'services_ended',
    period: '2025-03-r12',
    by: ['district'],
    sql: startedOrEnded({
      date: 'end_date',
      ...toMarch,
      by: 'district',
      only: 'end_date <> start_date',
    }),
  },
  {
    measure: 'services_ended',
    period: '2025-06',
    by: ['service'],
    onlyFound: true,
    sql: startedOrEnded({
      date: 'end_date',
      ...june,
      by: 'service',
      only: 'end_date <> start_date',
    }),
  },
  ...(
    [
      ['referrals_per_10000', 'referral'],
      ['referrals_per_1000', 'referral'],
      ['assessments_started', 'assessment'],
      ['section_47_enquiries', 'section_47'],
    ] as const
  ).map(([measure, service]): Question => ({
    measure,
    period: '2025-03-r12',
    by: ['district'],
    sql: startedOrEnded({
      date: 'start_date',
      ...toMarch,
      by: 'district',
      only: `service = '${service}'`,
    }),
  })),
  ...(
    [
      ['service_length', 0.5],
      ['service_length_lower_quartile', 0.25],
      ['service_length_upper_quartile', 0.75],
    ] as const
  ).map(([measure, quantile]): Question => ({
    measure,
    period: '2023-24',
    by: ['service'],
    sql: quantileOfLength(quantile),
  })),
  {
    measure: 're_referrals',
    period: '2025-03-r12',
    by: ['district'],
    sql: `
      select
        home as district,
        (count(*) filter (where exists (
          select 1 from spells as earlier
          where earlier.person_id = spells.person_id
            and earlier.service = 'referral'
            and earlier.start_date < spells.start_date
            and earlier.start_date >= spells.start_date - interval 1 year
        )))::double as numerator,
        count(*)::double as denominator
      from spells
      where in_county
        and service = 'referral'
        and start_date between date '2024-04-01' and date '2025-03-31'
        and age_at(birth_month, start_date) between 0 and 17
      group by all`,
  },
  {
    measure: 'repeat_protection_plans',
    period: '2024-25',
    by: ['sex'],
    sql: `
      select
        coalesce(sex, 'unknown') as sex,
        (count(*) filter (where exists (
          select 1 from spells as earlier
          where earlier.person_id = spells.person_id
            and earlier.service = 'child_protection'
            and earlier.start_date < spells.start_date
        )))::double as numerator,
        count(*)::double as denominator
      from spells
      where in_county
        and service = 'child_protection'
        and start_date between date '2024-09-01' and date '2025-08-31'
        and age_at(birth_month, start_date) between 0 and 17
      group by all`,
  },
];

export const serviceQuestions: QuestionFamily = {
  async prepare(native: DuckDBConnection) {
    await countSpells(native);
    await countSchoolYears(native);
  },
  questions: [...questions, ...joinedServiceQuestions, ...serviceOutcomeQuestions],
};
