-- grain: one row a combination of services that was open with one person at some month end; key: services_open, only_short_breaks
-- source: involvement_months, service_bits; what follows from the services alone
create table service_combinations as
with
combinations as (
  select distinct
    services_open,
    only_short_breaks
  from involvement_months
),
services_in as (
  select
    services_open,
    only_short_breaks,
    service::varchar as service
  from combinations
  join service_bits
    on (services_open & bit) <> 0
)
select
  services_open,
  only_short_breaks,
  string_agg(service, ' + ' order by service) as service_combination,
  count(*)::integer as services,
  case when count(*) >= 5 then '5+' else count(*)::varchar end as services_at_once,
  bool_or(service = 'looked_after') and not only_short_breaks as looked_after,
  bool_or(service = 'child_protection') as protection_plan,
  -- open to social care in any way, as in the children in need census
  bool_or(
    service in ('child_in_need', 'child_protection', 'looked_after', 'care_leaver', 'assessment', 'section_47')
  ) as in_need,
  -- the order of Annex A: the first that is true
  case
    when bool_or(service = 'looked_after') and not only_short_breaks then 'looked_after'
    when bool_or(service = 'child_protection') then 'child_protection'
    when bool_or(service in ('child_in_need', 'care_leaver')) then 'child_in_need'
    when bool_or(service in ('assessment', 'section_47')) then 'assessment'
    when bool_or(service = 'early_help') then 'early_help'
    else 'none'
  end as highest_involvement
from services_in
group by services_open, only_short_breaks
order by services_open, only_short_breaks;
