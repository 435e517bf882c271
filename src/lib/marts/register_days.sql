-- grain: one row a session (date, AM or PM), district and phase of the school, and year group; key: date, am_pm, school_district, phase, year_group, in_year
-- source: attendance, session_days, enrolment_periods (the enrolments in scope); one pass over the registers
create table register_days as
with
enrolments_in_scope as materialized (
  select
    *,
    -- one number for what the registers are summed up by: it groups a hundred million rows faster than four columns
    dense_rank() over (order by school_district, phase, year_group, in_year)::smallint as group_no
  from (
    select
      person_no,
      school_id,
      academic_year,
      academic_age,
      school_district,
      phase,
      year_group,
      -- an enrolment that starts in the second half of the summer term is in that term's figure and not in the year's
      bool_or(period = 'year') as in_year
    from enrolment_periods
    where in_scope
      and period in ('year', 'term_6')
    group by all
  ) as enrolments
),
groups as (
  select distinct
    group_no,
    school_district,
    phase,
    year_group,
    in_year
  from enrolments_in_scope
),
sessions as (
  select
    date,
    session_no,
    group_no,
    code_no,
    count(*) as sessions
  from loaded_attendance
  join session_days using (date)
  join enrolments_in_scope using (person_no, school_id, academic_year)
  -- 15-year-olds (Year 11) have the second half of the summer term removed
  where not (academic_age = 15 and term = 6)
  group by date, session_no, group_no, code_no
)
select
  academic_year,
  term,
  -- a date outside every term is in no term's figure
  case when term between 1 and 6 then 'term_' || term end::period as period_of_term,
  date,
  date_trunc('week', date)::date as week,
  isodow(date)::tinyint as weekday,
  case session_no when 0 then 'AM' else 'PM' end::am_pm as am_pm,
  school_district,
  phase,
  year_group,
  in_year,
  sum(sessions)::integer as possible,
  sum(case when class = 'authorised_absence' then sessions else 0 end)::integer as authorised,
  sum(case when class = 'unauthorised_absence' then sessions else 0 end)::integer as unauthorised,
  sum(case when code = 'I' then sessions else 0 end)::integer as illness,
  sum(case when code = 'G' then sessions else 0 end)::integer as unauthorised_holiday,
  sum(case when code in ('L', 'U') then sessions else 0 end)::integer as late
from sessions
join groups using (group_no)
join session_days using (date)
join register_codes using (code_no)
where possible
group by all
order by academic_year, date, am_pm, school_district, phase, year_group;
