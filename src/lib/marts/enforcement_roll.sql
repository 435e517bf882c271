-- grain: one row a pupil aged 5 to 15 on the January roll, in years with enforcement, and one that counts nobody for each group with an action
-- source: january_roll, people_kept, schools, social_care_years, enforcement_actions; sorted by year
create table enforcement_roll as
with
pupils as (
  select
    academic_year,
    1::tinyint as pupils,
    school.district::varchar::district as district,
    people_kept.home_district,
    school.phase::varchar::phase as phase,
    (academic_year - turns_0_by_august_of - 4)::tinyint as year_group,
    sex,
    ethnic_group,
    sen,
    free_school_meals,
    english_additional,
    deprivation,
    prior_attainment,
    coalesce(social_care_years.social_care, 'none') as social_care
  from january_roll
  join people_kept using (person_no)
  join loaded_schools as school using (school_id)
  left join social_care_years using (person_no, academic_year)
  where counts_once
    and academic_year in (select academic_year from enforcement_actions)
    and academic_year - turns_0_by_august_of between 5 and 15
)
select * from pupils
union all
-- a group with an action and no pupil in January must not fall out of a table
select distinct
  academic_year,
  0::tinyint,
  district,
  home_district,
  phase,
  year_group,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  english_additional,
  deprivation,
  prior_attainment,
  social_care
from enforcement_actions
order by academic_year, district, phase, year_group;
