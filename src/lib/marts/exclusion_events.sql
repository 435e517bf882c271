-- grain: one row a suspension or permanent exclusion by a school of the county; key: event_no
-- source: exclusions, people_kept, schools, social_care_years; sorted by year
create table exclusion_events as
with
events as (
  select
    row_number() over (order by file_no, position)::integer as event_no,
    (year(start_date) - case when month(start_date) >= 9 then 0 else 1 end)::smallint as academic_year,
    date_trunc('month', start_date)::date as month,
    person_no,
    school_id,
    kind::varchar as exclusion_kind,
    sessions,
    reason_1::varchar as reason_1,
    reason_2::varchar as reason_2,
    reason_3::varchar as reason_3
  from loaded_exclusions
)
select
  events.*,
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
from events
join people_kept using (person_no)
join loaded_schools as school using (school_id)
left join social_care_years using (person_no, academic_year)
where school.district::varchar in (select district_code from county_districts)
order by academic_year, month, event_no;
