-- grain: one row a person with an open spell of social care on 31 March of the academic year; key: person_no, academic_year
-- source: service_spells, census_days; as social_care_years, for years that have no registers as well
create table social_care_census as
select
  person_no,
  academic_year,
  -- the first of the list is the highest involvement
  min(case service::varchar
    when 'looked_after' then 'looked_after'
    when 'child_protection' then 'child_protection'
    when 'child_in_need' then 'child_in_need'
    else 'care_leaver'
  end::social_care) as social_care
from service_spells as spell
join census_days
  on spell.start_date <= census_days.social_care_day
  and (spell.end_date is null or spell.end_date > census_days.social_care_day)
where service::varchar in ('looked_after', 'child_protection', 'child_in_need', 'care_leaver')
  -- short breaks are not a period of care
  and not (service::varchar = 'looked_after' and coalesce(legal_status::varchar in ('V1', 'V3', 'V4'), false))
group by person_no, academic_year;
