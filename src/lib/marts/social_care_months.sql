-- grain: one row a tracked person and month end with an open spell of social care; key: person_no, month
-- source: service_spells, people_kept, the months of activities; a spell that ends on the month's last day is no longer open
create table social_care_months as
with
months as (
  select distinct
    month,
    (month + interval 1 month - interval 1 day)::date as month_end
  from loaded_activities
)
select
  months.month,
  person_no,
  -- the first of the list is the highest involvement
  min(case service::varchar
    when 'looked_after' then 'looked_after'
    when 'child_protection' then 'child_protection'
    when 'child_in_need' then 'child_in_need'
    else 'care_leaver'
  end::social_care) as social_care
from service_spells as spell
join people_kept using (person_no)
join months
  on spell.start_date <= months.month_end
  and (spell.end_date is null or spell.end_date > months.month_end)
where service::varchar in ('looked_after', 'child_protection', 'child_in_need', 'care_leaver')
  and person_no in (select person_no from loaded_activities)
  -- short breaks are not a period of care, and nobody is looked after from the 18th birthday
  and not (service::varchar = 'looked_after' and coalesce(legal_status::varchar in ('V1', 'V3', 'V4'), false))
  and not (service::varchar = 'looked_after' and months.month >= birth_month + interval 18 year)
group by months.month, person_no;
