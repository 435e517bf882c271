-- grain: one row a pupil of the county and four weeks in which they had sessions; key: person_no, period_no
-- source: absence_windows, suspensions of exclusions; how many suspensions started in the same windows
create table suspension_windows as
with
suspensions as (
  select
    person_no,
    ((start_date - date '2000-01-03') // 28)::integer as period_no
  from loaded_exclusions
  where kind::varchar = 'suspension'
),
-- a suspension lies in the windows of the six periods before its own and of the three after
distances as (
  select unnest([-3, -2, -1, 1, 2, 3, 4, 5, 6]) as periods_since
),
counted as (
  select
    person_no,
    suspensions.period_no + periods_since as period_no,
    count(*) filter (where periods_since between 4 and 6) as earlier,
    count(*) filter (where periods_since between 1 and 3) as before,
    count(*) filter (where periods_since < 0) as after
  from suspensions
  cross join distances
  group by all
)
select
  person_no,
  period_no,
  school_id,
  stage,
  sex,
  sen,
  free_school_meals,
  district_third,
  absence_before,
  absence_earlier,
  case
    when coalesce(counted.before, 0) = 0 then 'none'
    when counted.before = 1 then 'one'
    else 'two_or_more'
  end as suspended_before,
  coalesce(counted.earlier, 0)::double as rate_earlier,
  coalesce(counted.before, 0)::double as rate_before,
  coalesce(counted.after, 0)::double as rate_after
from absence_windows
left join counted using (person_no, period_no)
order by period_no, person_no;
