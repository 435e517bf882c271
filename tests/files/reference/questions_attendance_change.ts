import { enrolmentsIn, type Enrolments } from './attendance_registers';
import type { Question } from './question';

/** The enrolment with most possible sessions of each pupil. */
const pupilsIn = (period: Enrolments): string => `(
  select distinct on (person_id) *, 10 * absent >= possible as persistent
  from ${enrolmentsIn(period)}
  order by person_id, possible desc, school_id
)`;

const twoYears = `${pupilsIn({ year: 2024 })} as now
  join ${pupilsIn({ year: 2023 })} as earlier using (person_id)`;

const band = (of: string): string => `case
  when 2 * ${of}.absent >= ${of}.possible then '50-100'
  else (${of}.absent * 20 // ${of}.possible * 5)::integer || '-' || (${of}.absent * 20 // ${of}.possible * 5 + 4)::integer || '.99'
end`;

const signal = (measure: string, among: string, condition: string): Question => ({
  measure,
  period: '2024-25',
  by: ['free_school_meals'],
  sql: `
    select
      whole.free_school_meals,
      (count(*) filter (where ${condition}))::double as numerator,
      count(*)::double as denominator
    from ${enrolmentsIn({ year: 2024 })} as whole
    join ${enrolmentsIn({ year: 2024, term: 1 })} as autumn using (person_id, school_id)
    where ${among}
    group by all`,
});
const inAutumn = 'autumn.absent >= 0.1::decimal(2, 1) * autumn.possible';
const inYear = 'whole.absent >= 0.1::decimal(2, 1) * whole.possible';

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

export const attendanceChangeQuestions: readonly Question[] = [
  {
    measure: 'became_persistent',
    period: '2024-25',
    by: ['district'],
    sql: `
      select
        now.district,
        (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${twoYears}
      where not earlier.persistent
      group by all`,
  },
  {
    measure: 'became_persistent',
    period: '2024-25-t1',
    by: ['year_group'],
    sql: `
      select
        now.year_group,
        (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${pupilsIn({ year: 2024, term: 1 })} as now
      join ${pupilsIn({ year: 2023, term: 6 })} as earlier using (person_id)
      where not earlier.persistent
      group by all`,
  },
  {
    measure: 'remained_persistent',
    period: '2024-25',
    by: ['social_care'],
    sql: `
      select
        now.social_care,
        (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${twoYears}
      where earlier.persistent
      group by all`,
  },
  {
    measure: 'recovered_persistent',
    period: '2024-25-t3',
    by: ['sex'],
    sql: `
      select
        now.sex,
        count(*)::double - (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${pupilsIn({ year: 2024, term: 3 })} as now
      join ${pupilsIn({ year: 2024, term: 2 })} as earlier using (person_id)
      where earlier.persistent
      group by all`,
  },
  {
    measure: 'persistent_two_years',
    period: '2024-25',
    by: ['deprivation'],
    sql: `
      select
        now.deprivation,
        sum((now.persistent and earlier.persistent)::integer)::double as numerator,
        count(*)::double as denominator
      from ${twoYears}
      group by all`,
  },
  {
    measure: 'absence_band_moves',
    period: '2024-25',
    by: ['band_before', 'absence_band'],
    onlyFound: true,
    sql: `
      select
        ${band('earlier')} as band_before,
        ${band('now')} as absence_band,
        count(*)::double as numerator,
        sum(count(*)) over (partition by ${band('earlier')})::double as denominator
      from ${twoYears}
      group by 1, 2`,
  },
  signal('persistent_year_after_persistent_first_term', inAutumn, inYear),
  signal('persistent_year_after_other_first_term', `not (${inAutumn})`, inYear),
  signal('persistent_year_seen_in_first_term', inYear, inAutumn),
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
      windows as (
        select
          district,
          person_id,
          (select min(monday) from school_weeks where school_weeks.school_id = first_ends.school_id and school_weeks.week >= first_ends.week - 9) as first_day,
          (select min(monday) + 6 from school_weeks where school_weeks.school_id = first_ends.school_id and school_weeks.week = first_ends.week + 10) as last_day
        from first_ends
        join enrolments using (person_id, school_id)
      )
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
];
