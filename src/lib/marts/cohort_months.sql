-- grain: one row a young person of the 16-17 cohort who lives in the county and month end; key: month, person_no
-- source: activity_months, people_kept, month_ends, service_months; services are those open at the month end
create table cohort_months as
with
services_at_month_end as (
  select
    month,
    person_no,
    count(*)::integer as services,
    bool_or(service::varchar in (select service from supporting_services)) as supported
  from service_months
  group by month, person_no
)
select
  month,
  person_no,
  activity.status,
  coalesce(services, 0)::tinyint as services,
  coalesce(supported, false) as supported,
  activity.year_group,
  activity.district,
  activity.sex,
  activity.ethnic_group,
  activity.sen,
  activity.free_school_meals,
  activity.deprivation,
  activity.uasc
from activity_months as activity
join month_ends using (month)
join people_kept using (person_no)
left join services_at_month_end using (month, person_no)
where activity.year_group in (12, 13)
  and activity.status <> 'not_counted'
  and people_kept.lives_in_county
order by month, person_no;
