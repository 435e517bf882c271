-- grain: one row a person and month end at which any service was open; key: month, person_no
-- source: service_months, service_bits, service_spells, people_kept; services_open adds up the bits of the services
create table involvement_months as
with
services_open as (
  select
    month,
    person_no,
    sum(bit)::integer as services_open,
    max(age) as age,
    max(year_group) as year_group
  from service_months
  join service_bits using (service)
  group by month, person_no
),
-- looked after, and only for short breaks, which are not a period of care
only_short_breaks as (
  select
    month,
    person_no
  from service_spells as spell
  join month_ends
    on spell.start_date <= month_ends.month_end
    and (spell.end_date is null or spell.end_date > month_ends.month_end)
  where service::varchar = 'looked_after'
  group by month, person_no
  having bool_and(coalesce(legal_status in ('V1', 'V3', 'V4'), false))
)
select
  month,
  person_no,
  services_open,
  only_short_breaks.person_no is not null as only_short_breaks,
  age,
  year_group,
  home_district as district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  uasc
from services_open
join people_kept using (person_no)
left join only_short_breaks using (month, person_no)
order by month, person_no;
