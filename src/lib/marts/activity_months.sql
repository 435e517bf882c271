-- grain: one row a tracked person and month end; key: person_no, month
-- source: activities with primary cohort status, activity_positions, people_kept, social_care_months; the position is at the last day of the month
create table activity_months as
select
  month,
  person_no,
  (year(month) - case when month(month) >= 9 then 0 else 1 end - turns_0_by_august_of - 4)::tinyint as year_group,
  activity.activity_code,
  activity_positions.activity_group,
  activity.currency_lapsed,
  activity_positions.can_lapse,
  activity_positions.status,
  activity_positions.participating,
  activity_positions.activity,
  activity_positions.destination,
  activity_positions.duty,
  start_date,
  neet_since,
  coalesce(level_of_need::varchar, 'unknown')::level_of_need as level_of_need,
  -- the Department's group leaves out 120 (parent caring for own child) and 180 (pregnant)
  coalesce(
    characteristics like '%110%' or characteristics like '%130%' or characteristics like '%140%'
    or characteristics like '%150%' or characteristics like '%160%' or characteristics like '%170%'
    or characteristics like '%190%' or characteristics like '%200%' or characteristics like '%210%',
    false
  ) as vulnerable_group,
  last_school,
  coalesce(activity.district::district, people_kept.home_district) as district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  prior_attainment,
  coalesce(social_care, 'none') as social_care,
  uasc
from loaded_activities as activity
join people_kept using (person_no)
join activity_positions
  on activity_positions.activity_code = activity.activity_code
  and activity_positions.currency_lapsed = coalesce(activity.currency_lapsed, false)
left join social_care_months using (person_no, month)
where coalesce(activity.cohort_status::varchar, 'P') = 'P'
  and coalesce(activity.district::district, people_kept.home_district) in (
    select 'unknown'::district
    union all
    select district_code::district from county_districts
  )
order by month, person_no;
