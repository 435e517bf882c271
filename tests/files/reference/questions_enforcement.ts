import { acceptEnforcement } from './enforcement';
import { licenceQuestions } from './questions_licences';
import type { Question, QuestionFamily } from './question';

type Dimension = NonNullable<Question['by']>[number];

const year = (column: string): string =>
  `${column} between date '2024-09-01' and date '2025-08-31'`;

/** Columns of the answer by dimension. */
const keys: Readonly<Partial<Record<Dimension, string>>> = {
  district: 'acts',
  home_district: 'home',
  enforcement_action: 'action',
  enforcement_reason: "coalesce(reason, 'unknown')",
  enforcement_outcome: "coalesce(outcome, 'unknown')",
};
const keyOf = (dimension: Dimension): string => keys[dimension] ?? dimension;

function perPupils(
  measure: string,
  { by, count, where }: { readonly by?: Dimension; readonly count: string; readonly where: string },
): Question {
  const key = by === undefined ? "'all'" : keyOf(by);
  return {
    measure,
    period: '2024-25',
    ...(by === undefined ? {} : { by: [by] }),
    sql: `
      with
      roll as (
        select ${key} as key, count(distinct person_id) as pupils
        from (select *, school_district as acts from january_pupils where not elsewhere)
        where year = 2024 and year_group between 1 and 11
        group by all
      ),
      found as (select ${key} as key, ${count} as found from acted where ${where} and ${year('date')} group by all)
      select
        ${by === undefined ? '' : `key::varchar as ${by},`}
        coalesce(found, 0)::double as numerator,
        coalesce(pupils, 0)::double as denominator
      from roll full join found using (key)`,
  };
}

/** By a kind: over all the pupils whatever the kind. */
function perPupilsByKind(measure: string, by: Dimension, count: string, where: string): Question {
  return {
    measure,
    period: '2024-25',
    by: [by],
    onlyFound: true,
    sql: `
      select
        ${keyOf(by)} as ${by},
        (${count})::double as numerator,
        (select count(distinct person_id) from january_pupils where year = 2024 and year_group between 1 and 11)::double as denominator
      from acted where ${where} and ${year('date')} group by all`,
  };
}

function counted(
  measure: string,
  where: string,
  by: Dimension,
  period: '2024-25' | '2023-24' | '2025-03-r12' = '2024-25',
): Question {
  const dates = {
    '2024-25': year('date'),
    '2023-24': "date >= date '2023-09-01' and date < date '2024-09-01'",
    '2025-03-r12': "date >= date '2024-04-01' and date < date '2025-04-01'",
  }[period];
  return {
    measure,
    period,
    by: [by],
    sql: `select ${keyOf(by)} as ${by}, count(*)::double as numerator
      from acted where ${where} and ${dates} group by all`,
  };
}

function shareOfNotices(measure: string, outcomes: readonly (string | null)[]): Question {
  const isOne = outcomes
    .map((outcome) => (outcome === null ? 'outcome is null' : `outcome = '${outcome}'`))
    .join(' or ');
  return {
    measure,
    period: '2023-24',
    by: ['district'],
    sql: `select acts as district, sum((coalesce(${isOne}, false))::integer)::double as numerator, count(*)::double as denominator
      from acted
      where action = 'penalty_notice' and date >= date '2023-09-01' and date < date '2024-09-01'
      group by all`,
  };
}

function absence(measure: string, window: string): Question {
  return {
    measure,
    period: '2024-25',
    by: ['enforcement_action'],
    sql: `
      with
      registers as (select min(date) as first_day, max(date) as last_day from raw_attendance where code <> '#'),
      sides as (
        select
          acted.person_id, acted.date, acted.action, acted.parent,
          mark.absent, mark.possible,
          mark.date - acted.date as days
        from acted, registers, register_of_acted as mark
        where mark.person_id = acted.person_id
          and abs(mark.date - acted.date) between 1 and 84
          and acted.date - first_day >= 84
          and last_day - acted.date >= 84
          and ${year('acted.date')}
      ),
      actions as (
        select
          action,
          sum(absent::integer) filter (where ${window}) as absent,
          sum(possible::integer) filter (where ${window}) as possible
        from sides
        group by person_id, date, action, parent
        having sum(possible::integer) filter (where days < 0) > 0
          and sum(possible::integer) filter (where days > 0) > 0
      )
      select action as enforcement_action, sum(absent)::double as numerator, sum(possible)::double as denominator
      from actions group by all`,
  };
}

const isPenalty = "action = 'penalty_notice'";

export const enforcementQuestions: QuestionFamily = {
  prepare: acceptEnforcement,
  questions: [
    perPupils('penalty_notices', { count: 'count(*)', where: isPenalty }),
    perPupils('penalty_notices', { by: 'district', count: 'count(*)', where: isPenalty }),
    perPupils('penalty_notices', { by: 'phase', count: 'count(*)', where: isPenalty }),
    perPupils('penalty_notices', { by: 'deprivation', count: 'count(*)', where: isPenalty }),
    perPupilsByKind('penalty_notices', 'enforcement_reason', 'count(*)', isPenalty),
    counted('penalty_notices_in_months', isPenalty, 'enforcement_reason', '2025-03-r12'),
    shareOfNotices('penalty_notices_paid_21', ['paid_21']),
    shareOfNotices('penalty_notices_paid_28', ['paid_28']),
    shareOfNotices('penalty_notices_withdrawn', ['withdrawn']),
    shareOfNotices('penalty_notices_prosecuted', ['prosecuted', 'guilty', 'not_guilty']),
    shareOfNotices('penalty_notices_unresolved', ['unpaid', 'pending', null]),
    {
      measure: 'penalty_notice_outcomes',
      period: '2024-25',
      by: ['sex', 'enforcement_outcome'],
      onlyFound: true,
      sql: `
        with notices as (
          select sex, coalesce(outcome, 'unknown') as enforcement_outcome
          from acted where ${isPenalty} and ${year('date')}
        )
        select
          sex,
          enforcement_outcome,
          count(*)::double as numerator,
          (select count(*) from notices as every where every.sex = notices.sex)::double as denominator
        from notices group by all`,
    },
    {
      measure: 'second_notices',
      period: '2024-25',
      by: ['district'],
      sql: `select acts as district, sum((nth = 2)::integer)::double as numerator, count(*)::double as denominator
        from framework_notices where ${year('date')} group by all`,
    },
    {
      measure: 'third_notices',
      period: '2024-25',
      sql: `select count(*)::double as numerator from framework_notices where nth > 2 and ${year('date')}`,
    },
    {
      measure: 'offence_numbers_agree',
      period: '2024-25',
      by: ['sex'],
      sql: `select sex, sum((nth = offence_number)::integer)::double as numerator, count(*)::double as denominator
        from framework_notices where offence_number is not null and ${year('date')} group by all`,
    },
    counted('notices_to_improve', "action = 'notice_to_improve'", 'district'),
    {
      measure: 'notices_to_improve_enough',
      period: '2024-25',
      by: ['district'],
      sql: `
        with
        notices as (
          select
            notice.acts,
            notice.person_id,
            notice.date,
            -- 12 weeks over on 31 July 2025
            max((coalesce(penalty.date - notice.date between 1 and 84, false))::integer) as followed
          from acted as notice
          left join acted as penalty
            on penalty.person_id = notice.person_id
            and penalty.action = 'penalty_notice'
            and penalty.outcome is distinct from 'withdrawn'
          where notice.action = 'notice_to_improve'
            and date '2025-07-31' - notice.date >= 84
            and ${year('notice.date')}
          group by all
        )
        select acts as district, sum(1 - followed)::double as numerator, count(*)::double as denominator
        from notices group by all`,
    },
    counted('attendance_warnings', "action = 'warning'", 'sen', '2023-24'),
    counted('attendance_contracts', "action = 'attendance_contract'", 'home_district'),
    counted('parenting_orders', "action = 'parenting_order'", 'sex', '2023-24'),
    counted(
      'education_supervision_orders',
      "action = 'education_supervision_order'",
      'district',
      '2023-24',
    ),
    counted('school_attendance_orders', "action = 'school_attendance_order'", 'district'),
    counted('prosecutions', "starts_with(action, 'prosecution')", 'enforcement_action'),
    counted('prosecutions', "starts_with(action, 'prosecution')", 'enforcement_outcome'),
    {
      measure: 'prosecutions_guilty',
      period: '2024-25',
      by: ['enforcement_action'],
      sql: `select action as enforcement_action,
          count(nullif(outcome, 'not_guilty'))::double as numerator, count(*)::double as denominator
        from acted
        where starts_with(action, 'prosecution') and outcome like '%guilty' and ${year('date')}
        group by all`,
    },
    counted('enforcement_actions', 'true', 'enforcement_action'),
    counted('enforcement_actions', 'true', 'district', '2025-03-r12'),
    perPupils('people_with_enforcement', {
      by: 'ethnic_group',
      count: 'count(distinct person_id)',
      where: 'true',
    }),
    perPupilsByKind(
      'people_with_enforcement',
      'enforcement_action',
      'count(distinct person_id)',
      'true',
    ),
    absence('absence_before_action', 'days < 0'),
    absence('absence_after_action', 'days > 0'),
    ...licenceQuestions,
  ],
};
