-- grain: one row an enrolment and academic year in which ten sessions coded G, N, O or U fell within ten school weeks; key: person_no, school_id, academic_year
-- source: unauthorised_weeks, enrolment_periods (scope and characteristics), enforcements
create table penalty_thresholds as
with
-- the weeks in which a school had sessions, in order: a holiday is no school week
school_weeks as (
  select
    school_id,
    week_no,
    max(academic_year) as academic_year,
    row_number() over (partition by school_id order by week_no) as place
  from unauthorised_weeks
  group by school_id, week_no
),
weeks_of_enrolments as (
  select
    person_no,
    school_id,
    school_weeks.academic_year,
    place,
    sum(sessions) as sessions
  from unauthorised_weeks as week
  join school_weeks using (school_id, week_no)
  join people_years using (person_no)
  where people_years.academic_year = week.academic_year
    -- the second half of the summer term of 15-year-olds is in no figure of absence
    and not (academic_age = 15 and term = 6)
  group by person_no, school_id, school_weeks.academic_year, place
),
windows as (
  select
    *,
    sum(sessions) over (
      partition by person_no, school_id
      order by place
      range between 9 preceding and current row
    ) as sessions_in_ten_weeks
  from weeks_of_enrolments
),
-- a window belongs to the year in which it ends and may reach back into the year before
first_windows as (
  select
    person_no,
    school_id,
    academic_year,
    min(place) as last_place
  from windows
  where sessions_in_ten_weeks >= 10
  group by person_no, school_id, academic_year
),
met as (
  select
    first_windows.*,
    date '1970-01-05' + 7 * first_week.week_no::integer as first_day,
    -- without ten later school weeks on the registers, whatever has been done since counts
    coalesce(date '1970-01-05' + (7 * week_after.week_no::integer + 6), date '9999-12-31') as last_day
  from first_windows
  join school_weeks as first_week
    on first_week.school_id = first_windows.school_id
    and first_week.place = greatest(last_place - 9, 1)
  left join school_weeks as week_after
    on week_after.school_id = first_windows.school_id
    and week_after.place = last_place + 10
),
acted_on as (
  select distinct
    met.person_no,
    met.school_id,
    met.academic_year
  from met
  join loaded_enforcements as enforcement
    on enforcement.person_no = met.person_no
    and enforcement.date between met.first_day and met.last_day
  -- being in public while suspended is another offence
  where coalesce(enforcement.reason::varchar, '') <> 'excluded_in_public'
)
select
  academic_year,
  person_no,
  school_id,
  -- from the first of the ten weeks to the tenth school week after: what is done in them is done about it
  met.first_day,
  met.last_day,
  acted_on.person_no is not null as acted_on,
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
from met
join enrolment_periods as enrolment using (person_no, school_id, academic_year)
left join acted_on using (person_no, school_id, academic_year)
where enrolment.period = 'year'
  and enrolment.in_scope
order by academic_year, person_no, school_id;
