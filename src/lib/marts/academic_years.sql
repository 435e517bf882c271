-- grain: one row an academic year; key: academic_year (2024 means 2024/25)
-- source: dates of attendance, attendance_totals, activities and involvements
create table academic_years as
select distinct academic_year
from (
  select academic_year from session_days
  union
  select academic_year from loaded_attendance_totals
  union
  select (year(month) - case when month(month) >= 9 then 0 else 1 end)::smallint from loaded_activities
) as years_seen
where academic_year is not null;
