-- grain: one row a tracked person and month end; key: person_no, month
-- source: activities with primary cohort status, people_kept; the position is at the last day of the month
create table activity_months as
select
  month,
  person_no,
  (year(month) - case when month(month) >= 9 then 0 else 1 end - turns_0_by_august_of - 4)::tinyint as year_group,
  activity.activity_code,
  activity_codes.activity_group,
  currency_lapsed,
  -- a record of education, employment or training that has lapsed is not known until it is verified again
  case
    when activity_codes.neet_status = 'NEET' then 'neet'
    when activity_codes.neet_status = 'NOT_KNOWN' then 'not_known'
    when activity_codes.neet_status = 'EET' and currency_lapsed then 'not_known'
    when activity_codes.neet_status = 'EET' then 'eet'
    else 'not_counted'
  end::activity_status as status,
  coalesce(activity.district::varchar, people_kept.home_district::varchar)::district as district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  prior_attainment,
  uasc
from loaded_activities as activity
join people_kept using (person_no)
join activity_codes using (activity_code)
where coalesce(activity.cohort_status::varchar, 'P') = 'P'
  and (
    coalesce(activity.district::varchar, people_kept.home_district::varchar) = 'unknown'
    or coalesce(activity.district::varchar, people_kept.home_district::varchar) in (
      select district_code from county_districts
    )
  )
order by month, person_no;
