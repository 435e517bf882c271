-- grain: one row a young person of the 16-17 cohort at the month end by which NEET is judged; key: person_no
-- source: activity_months, people_kept, year_11_records; the latest January, or the latest month end of that winter (December to February)
create table winter_cohort as
with
winter as (
  select distinct
    month,
    year(month) - case when month(month) >= 9 then 0 else 1 end as academic_year
  from activity_months
  where year_group in (12, 13)
    and month(month) in (12, 1, 2)
),
chosen as (
  select month
  from winter
  order by academic_year desc, case when month(month) = 1 then 0 else 1 end, month desc
  limit 1
)
select
  month,
  person_no,
  activity.status,
  activity.status = 'neet' as neet,
  activity.year_group,
  activity.sex,
  activity.ethnic_group,
  activity.sen,
  activity.free_school_meals,
  people_kept.english_additional,
  activity.deprivation,
  activity.prior_attainment,
  activity.social_care,
  activity.uasc,
  -- of Year 11
  record.attendance,
  record.persistently_absent,
  record.absence_because_excluded,
  record.suspended,
  record.alternative_provision,
  record.looked_after,
  record.youth_justice,
  record.pregnant_or_parent,
  record.carer
from activity_months as activity
join chosen using (month)
join people_kept using (person_no)
join year_11_records as record using (person_no)
where activity.year_group in (12, 13)
  and activity.status <> 'not_counted'
order by person_no;
