-- grain: one row an academic year, from the earliest enrolment to the extract, at most the last 26; key: academic_year
-- source: enrolments, settings; the day on which a year's roll is counted
create table census_days as
with
years as (
  select (year(extract_date) - case when month(extract_date) >= 9 then 0 else 1 end - back.years)::smallint as academic_year
  from settings
  cross join range(0, 26) as back (years)
),
fifteenth_of_january as (
  select
    academic_year,
    make_date(academic_year + 1, 1, 15) as fifteenth,
    -- days from Monday: 5 January 1970 was one
    (make_date(academic_year + 1, 1, 15) - date '1970-01-05') % 7 as weekday
  from years
  where academic_year >= (select min(year(start_date) - 1) from loaded_enrolments)
)
select
  academic_year,
  -- the third Thursday falls from the 15th to the 21st; before it the year's roll is that of the extract
  least((fifteenth + ((10 - weekday) % 7)::integer), extract_date) as roll_day
from fifteenth_of_january
cross join settings;
