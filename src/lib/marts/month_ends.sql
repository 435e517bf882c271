-- grain: one row a month that is over at the extract date, at most the last six years; key: month (its first day)
-- source: settings, the earliest spell of a service
create table month_ends as
with
months_back as (
  select (date_trunc('month', extract_date + interval 1 day)::date - (step * interval 1 month))::date as month
  from settings
  cross join range(1, 73) as back (step)
)
select
  month,
  (month + interval 1 month - interval 1 day)::date as month_end
from months_back
where month >= (select date_trunc('month', min(start_date))::date from service_spells)
order by month;
