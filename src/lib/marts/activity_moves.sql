-- grain: one row a person aged 16 or 17 at two month ends running who was in the cohort at either; key: person_no, month (the later)
-- source: activity_months, activities of every cohort status, people_kept; only pairs of months that the extract has both of
create table activity_moves as
with
months as (
  select distinct month from loaded_activities
),
pairs as (
  select
    later.month,
    earlier.month as month_before
  from months as later
  join months as earlier on earlier.month = (later.month - interval 1 month)::date
),
-- academic age turns with September: whoever enters or leaves the cohort by age is in no pair
cohort_after as (
  select activity_months.*
  from activity_months
  join pairs using (month)
  where year_group - case when month(month) = 9 then 1 else 0 end >= 12
    and year_group <= 13
),
cohort_before as (
  select
    pairs.month as later_month,
    (year_group + case when month(pairs.month) = 9 then 1 else 0 end)::tinyint as year_group_after,
    activity_months.*
  from activity_months
  join pairs on pairs.month_before = activity_months.month
  where year_group >= 12
    and year_group + case when month(pairs.month) = 9 then 1 else 0 end <= 13
),
first_seen as (
  select person_no, min(month) as month
  from loaded_activities
  group by person_no
),
-- transferred to another authority, emigrated, or living in a district of another county
seen_elsewhere as (
  select person_no, month
  from loaded_activities
  where cohort_status::varchar in ('T', 'E')
    or (
      coalesce(cohort_status::varchar, 'P') = 'P'
      and district::varchar not in (select district_code from county_districts)
    )
)
select
  coalesce(cohort_after.month, cohort_before.later_month) as month,
  coalesce(cohort_after.person_no, cohort_before.person_no) as person_no,
  coalesce(cohort_after.year_group, cohort_before.year_group_after) as year_group,
  case
    when cohort_after.month is not null and cohort_before.month is not null then 'stayed'
    when cohort_before.month is not null then case when gone_to.month is null then 'gone' else 'moved_out' end
    when come_from.month is not null or first_seen.month = cohort_after.month then 'moved_in'
    else 'entered'
  end::county_move as move,
  cohort_before.status as status_before,
  cohort_after.status as status,
  cohort_before.destination as destination_before,
  cohort_after.destination as destination,
  coalesce(cohort_after.district, cohort_before.district) as district,
  coalesce(cohort_after.sex, cohort_before.sex) as sex,
  coalesce(cohort_after.ethnic_group, cohort_before.ethnic_group) as ethnic_group,
  coalesce(cohort_after.sen, cohort_before.sen) as sen,
  coalesce(cohort_after.free_school_meals, cohort_before.free_school_meals) as free_school_meals,
  coalesce(cohort_after.deprivation, cohort_before.deprivation) as deprivation,
  coalesce(cohort_after.prior_attainment, cohort_before.prior_attainment) as prior_attainment,
  coalesce(cohort_after.social_care, cohort_before.social_care) as social_care,
  coalesce(cohort_after.level_of_need, cohort_before.level_of_need) as level_of_need,
  coalesce(cohort_after.vulnerable_group, cohort_before.vulnerable_group) as vulnerable_group,
  coalesce(cohort_after.uasc, cohort_before.uasc) as uasc
from cohort_after
full join cohort_before
  on cohort_before.person_no = cohort_after.person_no
  and cohort_before.later_month = cohort_after.month
left join first_seen on first_seen.person_no = cohort_after.person_no
left join seen_elsewhere as gone_to
  on gone_to.person_no = cohort_before.person_no
  and gone_to.month = cohort_before.later_month
left join seen_elsewhere as come_from
  on come_from.person_no = cohort_after.person_no
  and come_from.month = (cohort_after.month - interval 1 month)::date
order by month, person_no;
