-- grain: one row a pupil of the county and four weeks in which they had sessions; key: person_no, period_no
-- source: attendance in one pass, session_days, enrolment_periods (the enrolments in scope), people_kept; the twelve weeks before these four weeks, the twelve after, and the twelve before the twelve before
create table absence_windows as
with
enrolments_in_scope as (
  select distinct
    person_no,
    school_id,
    academic_year,
    academic_age
  from enrolment_periods
  where in_scope
    and period in ('year', 'term_6')
    and phase in ('primary', 'secondary', 'special')
    and person_no in (select person_no from people_kept where lives_in_county)
),
by_code as (
  select
    person_no,
    school_id,
    academic_year,
    term = 6 as in_term_6,
    -- four weeks from a Monday; number 0 starts on 3 January 2000
    ((date - date '2000-01-03') // 28)::integer as period_no,
    code_no,
    count(*) as sessions
  from loaded_attendance
  join session_days using (date)
  group by all
),
by_school as (
  select
    person_no,
    school_id,
    academic_year,
    period_no,
    sum(case when register_codes.possible then sessions else 0 end) as possible,
    sum(case when register_codes.class like '%authorised_absence' then sessions else 0 end) as absent
  from by_code
  join enrolments_in_scope using (person_no, school_id, academic_year)
  join register_codes using (code_no)
  -- 15-year-olds (Year 11) have the second half of the summer term removed
  where not (academic_age = 15 and in_term_6)
  group by person_no, school_id, academic_year, period_no
),
by_period as (
  select
    person_no,
    period_no,
    max(academic_year) as academic_year,
    arg_max(school_id, possible) as school_id,
    sum(possible)::integer as possible,
    sum(absent)::integer as absent
  from by_school
  group by person_no, period_no
),
windows as (
  select
    person_no,
    period_no,
    academic_year,
    school_id,
    sum(possible) over before_that as possible_earlier,
    sum(absent) over before_that as absent_earlier,
    sum(possible) over before as possible_before,
    sum(absent) over before as absent_before,
    sum(possible) over after as possible_after,
    sum(absent) over after as absent_after
  from by_period
  window
    before_that as (partition by person_no order by period_no range between 6 preceding and 4 preceding),
    before as (partition by person_no order by period_no range between 3 preceding and 1 preceding),
    after as (partition by person_no order by period_no range between 1 following and 3 following)
),
complete_windows as (
  select *
  from windows
  -- all three lie within the registers, and hold ten school days or more
  where period_no - 6 >= (select min(period_no) from by_period)
    and period_no + 3 <= (select max(period_no) from by_period)
    and possible_earlier >= 20
    and possible_before >= 20
    and possible_after >= 20
),
districts as (
  select
    home_district,
    -- a third of the districts each, by their absence
    ntile(3) over (order by sum(absent_before) / sum(possible_before), home_district)::varchar as third
  from complete_windows
  join people_kept using (person_no)
  where home_district <> 'unknown'
  group by home_district
)
select
  person_no,
  period_no,
  school_id,
  case
    when academic_year - turns_0_by_august_of - 4 <= 2 then 'to_year_2'
    when academic_year - turns_0_by_august_of - 4 <= 6 then 'years_3_to_6'
    when academic_year - turns_0_by_august_of - 4 <= 9 then 'years_7_to_9'
    else 'years_10_and_11'
  end as stage,
  sex,
  sen,
  free_school_meals,
  coalesce(districts.third, 'unknown') as district_third,
  -- whole numbers, so that a pupil exactly on a line is in the band above it
  case
    when 20 * absent_before < possible_before then 'under_5'
    when 10 * absent_before < possible_before then '5_to_10'
    when 20 * absent_before < 3 * possible_before then '10_to_15'
    when 5 * absent_before < possible_before then '15_to_20'
    when 10 * absent_before < 3 * possible_before then '20_to_30'
    when 2 * absent_before < possible_before then '30_to_50'
    else '50_or_more'
  end as absence_before,
  case
    when 10 * absent_earlier < possible_earlier then 'under_10'
    when 5 * absent_earlier < possible_earlier then '10_to_20'
    else '20_or_more'
  end as absence_earlier,
  absent_earlier / possible_earlier as rate_earlier,
  absent_before / possible_before as rate_before,
  absent_after / possible_after as rate_after
from complete_windows
join people_kept using (person_no)
left join districts using (home_district)
order by period_no, person_no;
