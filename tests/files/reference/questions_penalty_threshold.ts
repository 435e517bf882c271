import { enrolmentsIn } from './attendance_registers';
import type { Question } from './question';

/** Every session with one of the four codes beside the ten school weeks that end with its own. */
const penalties = `
  enrolments as (
    select * from ${enrolmentsIn({ year: 2024 })}
  ),
  school_weeks as (
    select school_id, monday, dense_rank() over (partition by school_id order by monday) as week
    from (
      select distinct school_id, date - ((dayofweek(date) + 6) % 7)::integer as monday
      from attendance_marks
      where code not in ('#', 'Z')
    )
  ),
  unauthorised as (
    select person_id, school_id, week, date, monday
    from attendance_marks
    join enrolments using (person_id, school_id)
    join school_weeks using (school_id)
    left join raw_calendar as calendar on date between calendar.start_date and calendar.end_date
    where code in ('G', 'N', 'O', 'U')
      and monday = date - ((dayofweek(date) + 6) % 7)::integer
      -- aged 15 at the start of the year of that date: no second half of the summer term
      and not (age - (date < date '2024-08-01')::integer = 15 and coalesce(calendar.term, 0) = 6)
  ),
  ends as (
    select
      last.person_id,
      last.school_id,
      last.week
    from (select distinct person_id, school_id, week from unauthorised where date >= date '2024-08-01') as last
    join unauthorised as session
      on session.person_id = last.person_id
      and session.school_id = last.school_id
      and session.week between last.week - 9 and last.week
    group by all
    having count(*) >= 10
  ),
  first_ends as (select person_id, school_id, min(week) as week from ends group by all)`;

/** The weeks in which something done is done about the threshold. */
const windows = `windows as (
    select
      enrolments.*,
      (select min(monday) from school_weeks where school_weeks.school_id = first_ends.school_id and school_weeks.week >= first_ends.week - 9) as first_day,
      (select min(monday) + 6 from school_weeks where school_weeks.school_id = first_ends.school_id and school_weeks.week = first_ends.week + 10) as last_day
    from first_ends
    join enrolments using (person_id, school_id)
  )`;

/** The threshold of a penalty notice, and what was done about it. */
export const penaltyThresholdQuestions: readonly Question[] = [
  {
    measure: 'penalty_threshold_met',
    period: '2024-25',
    by: ['year_group'],
    sql: `
      with ${penalties}
      select
        year_group,
        count(week)::double as numerator,
        count(*)::double as denominator
      from enrolments
      left join first_ends using (person_id, school_id)
      group by all`,
  },
  {
    measure: 'penalty_threshold_acted_on',
    period: '2024-25',
    by: ['district'],
    sql: `
      with
      ${penalties},
      ${windows}
      select
        district,
        (count(*) filter (where exists (
          select 1
          from raw_enforcements as enforcement
          where enforcement.person_id = windows.person_id
            and enforcement.date >= first_day
            and (last_day is null or enforcement.date <= last_day)
            and enforcement.reason is distinct from 'excluded_in_public'
        )))::double as numerator,
        count(*)::double as denominator
      from windows
      group by all`,
  },
  ...([[], ['district'], ['sen']] as const).map((own) => thresholdToCourt(own)),
];

/** Each enrolment's own history after the threshold, one question a step. */
function thresholdToCourt(own: readonly ('district' | 'sen')[]): Question {
  const steps = {
    met: 'true',
    notice: 'notices > 0',
    paid: 'notices > 0 and notices = paid',
    not_paid: 'notices > paid',
    prosecuted: 'notices > paid and (said_prosecuted or prosecutions > 0)',
    guilty: 'notices > paid and (said_guilty or convictions > 0)',
  };
  const keys = own.map((id) => `${id},`).join(' ');
  return {
    measure: 'threshold_to_court',
    period: '2024-25',
    by: [...own, 'threshold_step'],
    sql: `
      with
      ${penalties},
      ${windows},
      lists as (
        select
          windows.*,
          (
            select coalesce(list({ day: date, outcome: coalesce(outcome, '') }), [])
            from raw_enforcements as act
            where act.person_id = windows.person_id and action = 'penalty_notice' and date >= first_day
              and date <= coalesce(last_day, date) and coalesce(reason, '') <> 'excluded_in_public'
              and coalesce(outcome, '') <> 'withdrawn'
          ) as given,
          (
            select coalesce(list({ day: date, outcome: coalesce(outcome, '') }), [])
            from raw_enforcements as act
            where act.person_id = windows.person_id and starts_with(action, 'prosecution')
          ) as court
        from windows
      ),
      histories as (
        select
          *,
          len(given) as notices,
          list_filter(given, notice -> not starts_with(notice.outcome, 'paid')) as open_notices,
          len(given) - len(open_notices) as paid,
          len(list_filter(open_notices, notice -> notice.outcome in ('prosecuted', 'guilty', 'not_guilty'))) > 0 as said_prosecuted,
          len(list_filter(open_notices, notice -> notice.outcome = 'guilty')) > 0 as said_guilty,
          list_filter(court, act -> act.day >= list_min(list_transform(open_notices, notice -> notice.day))) as in_court,
          len(in_court) as prosecutions,
          len(list_filter(in_court, act -> act.outcome = 'guilty')) as convictions
        from lists
      )
      ${Object.entries(steps)
        .map(
          ([step, reached]) => `
      select ${keys} '${step}' as threshold_step, (count(*) filter (where ${reached}))::double as numerator, count(*)::double as denominator
      from histories group by all`,
        )
        .join(' union all ')}`,
  };
}
