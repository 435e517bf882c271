import { acceptExclusions, eventsOf, inTheTotal } from './exclusions';
import type { Question, QuestionFamily } from './question';

/** Events of 2023/24 over the January headcount, each counted alone, by one column of both. */
function perHeadcount(
  measure: string,
  kind: 'suspension' | 'permanent',
  split?: readonly [dimension: NonNullable<Question['by']>[number], column: string],
): Question {
  const [dimension, column] = split ?? [null, "'all'"];
  const total = dimension === 'phase' ? 'true' : inTheTotal;
  return {
    measure,
    period: '2023-24',
    ...(dimension === null ? {} : { by: [dimension] }),
    sql: `
      with
      roll as (select ${column} as key, count(*) as pupils from january_pupils where year = 2023 and ${total} group by all),
      events as (select ${column} as key, count(*) as events from ${eventsOf(2023, kind)} where ${total} group by all)
      select
        ${dimension === null ? '' : `key::varchar as ${dimension},`}
        coalesce(events, 0)::double as numerator,
        coalesce(pupils, 0)::double as denominator
      from roll full join events using (key)`,
  };
}

/** Suspensions of each pupil at each school in 2024/25. */
const pupilsOf2024 = `(
  select person_id, school_id, school_district, sex, sen, ethnic_group, deprivation, phase,
    count(*) as times, sum(sessions) as sessions
  from ${eventsOf(2024, 'suspension')}
  group by all)`;

function pupilsAbove(measure: string, times: number): Question {
  return {
    measure,
    period: '2024-25',
    by: ['sex', 'sen'],
    sql: `
      with
      roll as (select sex, sen, count(*) as pupils from january_pupils where year = 2024 and ${inTheTotal} group by all),
      found as (select sex, sen, count(*) as pupils from ${pupilsOf2024} where ${inTheTotal} and times >= ${times} group by all)
      select sex, sen, coalesce(found.pupils, 0)::double as numerator, roll.pupils::double as denominator
      from roll left join found using (sex, sen)`,
  };
}

function reasonsOf(measure: string, kind: 'suspension' | 'permanent'): readonly Question[] {
  const events = `(select *, row_number() over (order by person_id, start_date) as event from ${eventsOf(2023, kind)} where ${inTheTotal})`;
  const given = `(
    select distinct event, unnest(
      case when coalesce(reason_1, reason_2, reason_3) is null then ['unknown']
      else list_filter([reason_1, reason_2, reason_3], reason -> reason is not null) end
    ) as exclusion_reason
    from ${events})`;
  return [
    {
      measure,
      period: '2023-24',
      sql: `select
        (select count(*) from ${given})::double as numerator,
        (select count(*) from ${events})::double as denominator`,
    },
    {
      measure,
      period: '2023-24',
      by: ['exclusion_reason'],
      onlyFound: true,
      sql: `select exclusion_reason, count(*)::double as numerator, (select count(*) from ${events})::double as denominator
        from ${given} group by all`,
    },
    {
      measure,
      period: '2023-24',
      by: ['district'],
      sql: `
        select
          school_district as district,
          sum(greatest(1, len(list_distinct(list_filter([reason_1, reason_2, reason_3], reason -> reason is not null)))))::double as numerator,
          count(*)::double as denominator
        from ${events} group by all`,
    },
  ];
}

function inMonths(
  measure: string,
  {
    by,
    column,
    where = 'true',
    count = 'count(*)',
  }: {
    readonly by: NonNullable<Question['by']>[number];
    readonly column: string;
    readonly where?: string;
    readonly count?: string;
  },
): readonly Question[] {
  const question = (period: string, dates: string): Question => ({
    measure,
    period,
    by: [by],
    sql: `select ${column} as ${by}, (${count})::double as numerator
      from suspended
      where ${dates} and ${where} and ${inTheTotal}
      group by all`,
  });
  return [
    question('2023-11', "strftime(start_date, '%Y-%m') = '2023-11'"),
    question('2025-03-r12', "strftime(start_date, '%Y-%m') between '2024-04' and '2025-03'"),
  ];
}

const recorded = `(select * from ${eventsOf(2024, 'suspension')} where sessions is not null and ${inTheTotal})`;

export const exclusionQuestions: QuestionFamily = {
  prepare: acceptExclusions,
  questions: [
    perHeadcount('suspensions', 'suspension'),
    perHeadcount('suspensions', 'suspension', ['district', 'school_district']),
    perHeadcount('suspensions', 'suspension', ['home_district', 'home']),
    perHeadcount('suspensions', 'suspension', ['school', 'school_id']),
    perHeadcount('suspensions', 'suspension', ['phase', 'phase']),
    perHeadcount('suspensions', 'suspension', ['deprivation', 'deprivation']),
    perHeadcount('permanent_exclusions', 'permanent', ['district', 'school_district']),
    perHeadcount('permanent_exclusions_per_10000', 'permanent', ['ethnic_group', 'ethnic_group']),
    {
      measure: 'suspensions',
      period: '2023-24',
      by: ['social_care', 'year_group'],
      sql: `
        with
        roll as (
          select social_care, year_group, count(*) as pupils
          from january_pupils join january_care using (year, person_id)
          where year = 2023 and ${inTheTotal}
          group by all
        ),
        events as (
          select social_care, 2023 - year(birth_month) - (month(birth_month) > 8)::integer - 4 as year_group, count(*) as events
          from ${eventsOf(2023, 'suspension')} as event
          join january_care on january_care.person_id = event.person_id and january_care.year = 2023
          where ${inTheTotal}
          group by all
        )
        select
          social_care, year_group::varchar as year_group,
          coalesce(events, 0)::double as numerator, coalesce(pupils, 0)::double as denominator
        from roll full join events using (social_care, year_group)`,
    },
    pupilsAbove('pupils_suspended', 1),
    pupilsAbove('pupils_suspended_repeatedly', 2),
    {
      measure: 'suspended_again',
      period: '2024-25',
      by: ['district'],
      sql: `select school_district as district,
          sum((times > 1)::integer)::double as numerator, count(*)::double as denominator
        from ${pupilsOf2024} where ${inTheTotal} group by all`,
    },
    {
      measure: 'sessions_lost_to_suspension',
      period: '2024-25',
      by: ['ethnic_group'],
      sql: `
        select ethnic_group,
          coalesce((select sum(sessions) from ${eventsOf(2024, 'suspension')} as event
            where event.ethnic_group = roll.ethnic_group and event.${inTheTotal}), 0)::double as numerator,
          count(*)::double as denominator
        from january_pupils as roll where year = 2024 and ${inTheTotal} group by ethnic_group`,
    },
    {
      measure: 'sessions_per_suspension',
      period: '2024-25',
      by: ['phase'],
      sql: `select phase, sum(sessions)::double as numerator, count(*)::double as denominator
        from ${eventsOf(2024, 'suspension')} where sessions is not null group by all`,
    },
    {
      measure: 'long_suspensions',
      period: '2024-25',
      by: ['sen'],
      sql: `select sen, sum((sessions / 2.0 > 5)::integer)::double as numerator, count(*)::double as denominator
        from ${recorded} group by all`,
    },
    {
      measure: 'suspended_over_45_days',
      period: '2024-25',
      sql: `select count(*)::double as numerator from ${pupilsOf2024} where ${inTheTotal} and sessions / 2 > 45`,
    },
    ...reasonsOf('suspension_reasons', 'suspension'),
    ...reasonsOf('permanent_exclusion_reasons', 'permanent'),
    ...inMonths('suspensions_in_months', {
      by: 'district',
      column: 'school_district',
      where: "kind = 'suspension'",
    }),
    ...inMonths('pupils_suspended_in_months', {
      by: 'sex',
      column: 'sex',
      where: "kind = 'suspension'",
      count: 'count(distinct person_id)',
    }),
    // Twelve months alone: no month of the sample has had one in every year.
    ...inMonths('permanent_exclusions_in_months', {
      by: 'sex',
      column: 'sex',
      where: "kind = 'permanent'",
    }).slice(1),
    ...inMonths('exclusions_in_months', { by: 'exclusion_kind', column: 'kind' }),
  ],
};
