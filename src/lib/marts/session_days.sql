-- grain: one row a date with at least one session on a register; key: date
-- source: attendance, calendar; a year that the calendar lacks has its terms found from gaps of four or more weekdays
create table session_days as
with
dates_with_sessions as (
  select
    date,
    -- no school term runs in August: sessions from 1 August belong to the year that is starting
    (year(date) - case when month(date) >= 8 then 0 else 1 end)::smallint as academic_year
  from loaded_attendance
  where code_no <> (select code_no from register_codes where code = '#')
  group by date
),
dates_with_previous as (
  select
    *,
    lag(date) over (partition by academic_year order by date) as previous_date
  from dates_with_sessions
),
dates_with_gap as (
  select
    *,
    -- weekdays from Monday 5 January 1970 up to a day: five a whole week and the days of the last one
    (
      5 * ((date - date '1970-01-05') // 7) + least((date - date '1970-01-05') % 7, 5)
    ) - (
      5 * ((previous_date + 1 - date '1970-01-05') // 7) + least((previous_date + 1 - date '1970-01-05') % 7, 5)
    ) as weekdays_without_session
  from dates_with_previous
),
dates_with_block as (
  select
    *,
    sum(case when weekdays_without_session >= 4 then 1 else 0 end) over (
      partition by academic_year
      order by date
      rows between unbounded preceding and current row
    ) as block
  from dates_with_gap
),
blocks as (
  select
    academic_year,
    block,
    min(date) as start_date,
    max(date) as end_date,
    count(*) over (partition by academic_year) as blocks_in_year
  from dates_with_block
  group by academic_year, block
),
terms_found as (
  select
    academic_year,
    -- six blocks are the six terms in order; otherwise the month in which a block starts says which term it is
    case
      when blocks_in_year = 6 then row_number() over (partition by academic_year order by start_date)
      when month(start_date) in (8, 9) then 1
      when month(start_date) in (10, 11, 12) then 2
      when month(start_date) = 1 then 3
      when month(start_date) in (2, 3) then 4
      when month(start_date) = 4 or (month(start_date) = 5 and day(start_date) < 24) then 5
      else 6
    end as term,
    start_date,
    end_date
  from blocks
  where academic_year not in (select academic_year from loaded_calendar)
),
terms as (
  select academic_year, term, start_date, end_date from loaded_calendar
  union all
  select academic_year, term, start_date, end_date from terms_found
)
select
  dates_with_sessions.date,
  coalesce(max(terms.academic_year), max(dates_with_sessions.academic_year))::smallint as academic_year,
  -- a date outside every term of the calendar counts in the year and in no term
  coalesce(max(terms.term), 0)::tinyint as term
from dates_with_sessions
left join terms on dates_with_sessions.date between terms.start_date and terms.end_date
group by dates_with_sessions.date;
