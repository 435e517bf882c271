-- grain: one row a person of Reception to Year 11 who lives in the county and academic year; key: academic_year, person_no
-- source: people_kept, service_years, service_months, enrolment_periods, exclusions; services are those open at the end of the year
create table school_age_years as
with
services_at_end as (
  select
    academic_year,
    person_no,
    count(*)::integer as services,
    bool_or(service::varchar in (select service from supporting_services)) as supported
  from service_months
  join service_years using (month)
  group by academic_year, person_no
),
absence as (
  select
    academic_year,
    person_no,
    -- each enrolment is judged alone, in whole numbers
    bool_or(10 * absent >= possible) as persistently_absent
  from enrolment_periods
  where period = 'year'
    and in_scope
    and phase in ('primary', 'secondary', 'special')
  group by academic_year, person_no
),
suspensions as (
  select
    (year(start_date) - case when month(start_date) >= 9 then 0 else 1 end)::smallint as academic_year,
    person_no,
    count(*)::integer as suspensions
  from loaded_exclusions
  where kind::varchar = 'suspension'
  group by all
)
select
  academic_year,
  person_no,
  -- null: no enrolment that counts in the year
  persistently_absent,
  coalesce(suspensions, 0)::smallint as suspensions,
  coalesce(services, 0)::tinyint as services,
  coalesce(supported, false) as supported,
  (academic_year - turns_0_by_august_of - 4)::tinyint as year_group,
  home_district as district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  uasc
from people_kept
cross join service_years
left join services_at_end using (academic_year, person_no)
left join absence using (academic_year, person_no)
left join suspensions using (academic_year, person_no)
where lives_in_county
  and academic_year - turns_0_by_august_of between 4 and 15
order by academic_year, person_no;
