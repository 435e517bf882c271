-- grain: one row a month end, district and service; key: month, district, service
-- source: service_months, people aged 0 to 17
create table district_service_months as
select
  month,
  district,
  service,
  count(*)::integer as people_with_open_spell
from service_months
where age between 0 and 17
group by month, district, service
order by month, district, service;
