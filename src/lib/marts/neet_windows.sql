-- grain: one row a young person of the 16-17 cohort and month end; key: person_no, period_no (twelve times the year and the month)
-- source: activity_months, people_kept, year_11_records; the share of month ends NEET of the three before, the three after, and the three before the three before
create table neet_windows as
with
months as (
  select
    person_no,
    12 * year(month) + month(month) as period_no,
    year_group,
    last_school,
    -- null: not known, or in custody; a record that is lost is no way out of NEET
    case status when 'neet' then 1 when 'eet' then 0 end as neet
  from activity_months
  where year_group in (12, 13)
),
windows as (
  select
    *,
    avg(neet) over (partition by person_no order by period_no range between 6 preceding and 4 preceding) as rate_earlier,
    avg(neet) over (partition by person_no order by period_no range between 3 preceding and 1 preceding) as rate_before,
    avg(neet) over (partition by person_no order by period_no range between 1 following and 3 following) as rate_after
  from months
),
complete_windows as (
  select *
  from windows
  where rate_earlier is not null
    and rate_before is not null
    and rate_after is not null
    and period_no + 3 <= (select max(period_no) from months)
),
districts as (
  select
    home_district,
    -- a third of the districts each, by how many are NEET
    ntile(3) over (order by avg(rate_before), home_district)::varchar as third
  from complete_windows
  join people_kept using (person_no)
  where home_district <> 'unknown'
  group by home_district
)
select
  person_no,
  period_no,
  last_school as school_id,
  year_group::varchar as stage,
  sex,
  sen,
  free_school_meals,
  coalesce(districts.third, 'unknown') as district_third,
  record.persistently_absent as persistent_in_year_11,
  case
    when rate_before = 0 then 'at_none'
    when rate_before = 1 then 'at_all'
    else 'at_some'
  end as neet_before,
  rate_earlier,
  rate_before,
  rate_after
from complete_windows
join people_kept using (person_no)
join year_11_records as record using (person_no)
left join districts using (home_district)
order by period_no, person_no;
