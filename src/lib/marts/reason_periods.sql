-- grain: one row an enrolment in scope, period and code of absence or lateness; key: person_no, school_id, academic_year, period, register_code
-- source: register_sessions, register_sessions_after_to_date, absence_reasons, enrolment_periods; sorted by year, period and code
create table reason_periods as
with
-- 15-year-olds (Year 11) have the second half of the summer term removed
terms_that_count as (
  select
    person_no,
    school_id,
    academic_year,
    term,
    code_no,
    sessions
  from register_sessions
  join people_years using (person_no, academic_year)
  where code_no in (select code_no from absence_reasons)
    and not (academic_age = 15 and term = 6)
),
later_sessions as (
  select
    person_no,
    school_id,
    academic_year,
    code_no,
    sum(sessions)::integer as sessions
  from register_sessions_after_to_date
  join people_years using (person_no, academic_year)
  where code_no in (select code_no from absence_reasons)
    and not (academic_age = 15 and term = 6)
  group by person_no, school_id, academic_year, code_no
),
by_year as (
  select
    person_no,
    school_id,
    academic_year,
    code_no,
    sum(sessions)::integer as sessions
  from terms_that_count
  group by person_no, school_id, academic_year, code_no
),
by_period as (
  select
    person_no,
    school_id,
    academic_year,
    ('term_' || term)::period as period,
    code_no,
    sessions
  from terms_that_count
  where term between 1 and 6
  union all
  select
    person_no,
    school_id,
    academic_year,
    'year'::period as period,
    code_no,
    sessions
  from by_year
  union all
  select
    person_no,
    school_id,
    academic_year,
    'year_to_date'::period as period,
    code_no,
    by_year.sessions - coalesce(later_sessions.sessions, 0) as sessions
  from by_year
  left join later_sessions using (person_no, school_id, academic_year, code_no)
)
select
  academic_year,
  period,
  register_code,
  reason_group,
  person_no,
  school_id,
  sessions,
  enrolment.year_group,
  enrolment.sex,
  enrolment.ethnic_group,
  enrolment.sen,
  enrolment.free_school_meals,
  enrolment.english_additional,
  enrolment.deprivation,
  enrolment.prior_attainment,
  enrolment.social_care,
  enrolment.uasc,
  enrolment.home_district,
  enrolment.school_district,
  enrolment.phase
from by_period
-- the scope is that of every absence figure; a census return has no year to date where the enrolment has none
join enrolment_periods as enrolment using (person_no, school_id, academic_year, period)
join absence_reasons using (code_no)
where enrolment.in_scope
  and sessions > 0
order by academic_year, period, register_code, person_no, school_id;
