-- grain: one row a tracked person and month end, with how and when the record was last verified; key: person_no, month
-- source: activity_months, activities, currency_rules
create table verified_months as
with
-- what depends on the month alone is worked out once a month
months as (
  select
    month,
    make_date(year(month) + case when month(month) >= 9 then 1 else 0 end, 8, 31) as next_31_august,
    (month + interval 1 month)::date as next_month,
    (month - interval 2 month)::date as three_months_ago,
    (month - interval 5 month)::date as six_months_ago,
    (month - interval 11 month)::date as twelve_months_ago
  from (select distinct month from loaded_activities) as months_seen
)
select
  activity_months.*,
  -- a verification after the month end says nothing of it
  case when last_verified < next_month then last_verified end as last_verified,
  case
    when last_verified is null or last_verified >= next_month then 'unknown'
    when last_verified >= month then 'under_1_month'
    when last_verified >= three_months_ago then '1_to_3_months'
    when last_verified >= six_months_ago then '3_to_6_months'
    when last_verified >= twelve_months_ago then '6_to_12_months'
    else 'over_12_months'
  end::time_since_verified as time_since_verified,
  case
    when currency_rules.activity_code is null then null
    when months_current is null then next_31_august
    else (coalesce(last_verified, activity_months.start_date) + months_current * interval 1 month)::date
  end as falls_due,
  coalesce(confirmed_by::varchar, 'unknown')::confirmed_by as confirmed_by
from activity_months
join months using (month)
join loaded_activities as activity using (person_no, month)
left join currency_rules on currency_rules.activity_code = activity_months.activity_code
order by month, person_no;
