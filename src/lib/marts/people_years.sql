-- grain: one row a person and academic year; key: person_no, academic_year
-- source: people_kept, social_care_years, the academic years that the loaded extracts touch
create table people_years as
select
  person_no,
  academic_year,
  -- academic age: age in completed years on 31 August before the academic year starts
  (academic_year - turns_0_by_august_of)::tinyint as academic_age,
  (academic_year - turns_0_by_august_of - 4)::tinyint as year_group,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  english_additional,
  deprivation,
  prior_attainment,
  home_educated,
  uasc,
  coalesce(social_care_years.social_care, 'none') as social_care,
  home_district,
  lives_in_county
from people_kept
cross join academic_years
left join social_care_years using (person_no, academic_year)
where academic_year - turns_0_by_august_of between -1 and 25;
