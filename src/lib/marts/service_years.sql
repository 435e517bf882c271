-- grain: one row an academic year with a month end at which services can be counted; key: academic_year
-- source: month_ends; the position of a year is the end of July, or the latest month end before it
create table service_years as
select
  (year(month) - case when month(month) >= 9 then 0 else 1 end)::smallint as academic_year,
  max(month) as month
from month_ends
where month(month) <> 8
group by all
order by academic_year;
