-- grain: one row an academic year with registers; key: academic_year
-- source: session_days; the last date that counts in the year-to-date figure of each year
create table year_to_date as
with
latest as (
  select
    max(date) as latest_date,
    max(academic_year) as latest_year
  from session_days
)
select
  academic_year,
  not (month(latest_date) = 7 and day(latest_date) >= 15) as latest_is_going_on,
  -- earlier years stop at the same day of the year, so that like is compared with like; from mid-July a year is complete
  case
    when month(latest_date) = 7 and day(latest_date) >= 15 then max(date)
    else least(max(date), (latest_date - (12 * (latest_year - academic_year)) * interval 1 month)::date)
  end as to_date
from session_days
cross join latest
group by academic_year, latest_date, latest_year;
