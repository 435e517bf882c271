-- grain: one row a pupil, school and academic year, on the January roll or excluded in the year; key: person_no, school_id, academic_year
-- source: january_roll, exclusion_events, people_kept, schools, social_care_years; sorted by year
create table exclusion_years as
with
rolls_and_events as (
  select
    academic_year,
    person_no,
    school_id,
    1 as on_january_roll,
    0 as suspensions,
    0 as permanent_exclusions,
    0 as suspended_sessions
  from january_roll
  where academic_year in (select academic_year from exclusion_events)
  union all
  select
    academic_year,
    person_no,
    school_id,
    0,
    case when exclusion_kind = 'suspension' then 1 else 0 end,
    case when exclusion_kind = 'permanent' then 1 else 0 end,
    case when exclusion_kind = 'suspension' then coalesce(sessions, 0) else 0 end
  from exclusion_events
),
pupils as (
  select
    academic_year,
    person_no,
    school_id,
    -- a pupil who came after January, or had left by then, is in no headcount but can be excluded
    max(on_january_roll)::tinyint as on_january_roll,
    sum(suspensions)::smallint as suspensions,
    sum(permanent_exclusions)::smallint as permanent_exclusions,
    sum(suspended_sessions)::integer as suspended_sessions
  from rolls_and_events
  group by academic_year, person_no, school_id
)
select
  pupils.*,
  school.district::varchar::district as school_district,
  school.phase::varchar::phase as phase,
  (academic_year - turns_0_by_august_of - 4)::tinyint as year_group,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  english_additional,
  deprivation,
  prior_attainment,
  coalesce(social_care_years.social_care, 'none') as social_care,
  home_district
from pupils
join people_kept using (person_no)
join loaded_schools as school using (school_id)
left join social_care_years using (person_no, academic_year)
order by academic_year, person_no, school_id;
