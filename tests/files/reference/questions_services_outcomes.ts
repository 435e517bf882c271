import { kentDistricts, listOf } from './reference_county';
import type { Question } from './question';

const supporting = listOf([
  ...['early_help', 'child_in_need', 'child_protection', 'looked_after', 'care_leaver'],
  ...['youth_justice', 'attendance_casework', 'neet_support', 'virtual_school'],
  ...['specialist_teaching', 'mental_health', 'youth_service'],
]);

/** The 16-17 cohort at the end of June 2025, of people who live in the county. */
const cohort = `
  cohort as (
    select
      persons.*,
      coalesce(activity.district, persons.home) as lived_in,
      activity_code in (540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680) as is_neet,
      coalesce(services, []) as services
    from (
      select *, row_number() over (partition by person_id, month order by file, place) as occurrence_of_month
      from raw_activities
      where month = date '2025-06-01'
    ) as activity
    join persons using (person_id)
    left join (
      select person_id, list(distinct service) as services from open_on(date '2025-06-30') group by all
    ) using (person_id)
    where occurrence_of_month = 1
      and in_county
      and coalesce(cohort_status, 'P') = 'P'
      and coalesce(activity.district, persons.home) in ('unknown', ${listOf(kentDistricts)})
      and activity_code <> 710
      and activity_code not between 100 and 199
  ),
  of_age as (
    select * from cohort where datesub('year', birth_month, date '2024-08-31') in (16, 17)
  )`;

const share = (numerator: string): string =>
  `(count(*) filter (where ${numerator}))::double as numerator, count(*)::double as denominator`;

const overYears: Question[] = (
  [
    ['persistent_absence', 'persistent', 'persistent is not null'],
    ['suspended', 'times >= 1', 'true'],
  ] as const
).flatMap(([id, outcome, among]): Question[] => [
  {
    measure: `${id}_with_service`,
    period: '2024-25',
    by: ['service'],
    sql: `
      select service, ${share(outcome)}
      from (select *, unnest(services) as service from school_people)
      where ${among}
      group by all`,
  },
  {
    measure: `${id}_with_service`,
    period: '2024-25',
    by: ['district'],
    sql: `select home as district, ${share(outcome)} from school_people where ${among} and len(services) > 0 group by all`,
  },
  {
    measure: `${id}_without_service`,
    period: '2024-25',
    by: ['district'],
    sql: `select home as district, ${share(outcome)} from school_people where ${among} and len(services) = 0 group by all`,
  },
]);

/** Questions about services beside school and NEET. `spells` and `school_people` must stand. */
export const serviceOutcomeQuestions: readonly Question[] = [
  {
    measure: 'unmet_need_persistent_absence',
    period: '2024-25',
    by: ['district'],
    sql: `
      select home as district, ${share(`not list_has_any(services, [${supporting}])`)}
      from school_people where persistent group by all`,
  },
  {
    measure: 'unmet_need_suspended',
    period: '2024-25',
    by: ['district'],
    sql: `
      select home as district, ${share(`not list_has_any(services, [${supporting}])`)}
      from school_people where times >= 2 group by all`,
  },
  {
    measure: 'unmet_need_neet',
    period: '2025-06',
    by: ['district'],
    sql: `
      with ${cohort}
      select lived_in as district, ${share(`not list_has_any(services, [${supporting}])`)}
      from of_age where is_neet group by all`,
  },
  ...overYears,
  {
    measure: 'neet_with_service',
    period: '2025-06',
    by: ['service'],
    sql: `
      with ${cohort}
      select service, ${share('is_neet')}
      from (select *, unnest(services) as service from of_age)
      group by all`,
  },
  {
    measure: 'neet_without_service',
    period: '2025-06',
    by: ['district'],
    sql: `
      with ${cohort}
      select lived_in as district, ${share('is_neet')}
      from of_age where len(services) = 0 group by all`,
  },
  {
    measure: 'care_leavers_neet',
    period: '2025-06',
    by: ['district'],
    sql: `
      with ${cohort}
      select lived_in as district, ${share('is_neet')}
      from cohort where list_contains(services, 'care_leaver') group by all`,
  },
];
