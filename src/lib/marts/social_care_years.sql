-- grain: one row a person with an open spell of social care on 31 March of the academic year; key: person_no, academic_year
-- source: service_spells, settings (the last 26 years); the latest year takes the extract date where 31 March is not yet over
create table social_care_years as
with
years as (
  select
    extract_date,
    (year(extract_date) - case when month(extract_date) >= 9 then 0 else 1 end - back.years)::smallint as academic_year
  from settings
  cross join range(0, 26) as back (years)
),
days as (
  select
    academic_year,
    least(make_date(academic_year + 1, 3, 31), extract_date) as day
  from years
)
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
join days
  on spell.start_date <= days.day
  and (spell.end_date is null or spell.end_date > days.day)
where service::varchar in ('looked_after', 'child_protection', 'child_in_need', 'care_leaver')
  -- short breaks are not a period of care
  and not (service::varchar = 'looked_after' and coalesce(legal_status::varchar in ('V1', 'V3', 'V4'), false))
group by person_no, academic_year;
