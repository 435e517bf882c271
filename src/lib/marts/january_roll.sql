-- grain: one row a pupil on the January roll, and one more for a pupil of alternative provision; key: person_no, academic_year, school_id
-- source: enrolments, census_days, people_kept, schools; the headcount under the rates of exclusion and enforcement
create table january_roll as
with
on_roll as (
  select
    census_days.academic_year,
    spell.person_no,
    spell.school_id,
    school.phase::varchar = 'alternative' as in_alternative_provision,
    coalesce(spell.registration::varchar, 'sole') = 'dual' as main_school_elsewhere,
    spell.start_date
  from loaded_enrolments as spell
  join census_days
    on spell.start_date <= census_days.roll_day
    and (spell.end_date is null or spell.end_date >= census_days.roll_day)
  join loaded_schools as school on school.school_id = spell.school_id
  where spell.person_no in (select person_no from people_kept)
    and school.district::varchar in (select district_code from county_districts)
    -- sole and dual main registrations; most pupils of alternative provision have their main one elsewhere
    and (
      coalesce(spell.registration::varchar, 'sole') in ('sole', 'main')
      or (spell.registration::varchar = 'dual' and school.phase::varchar = 'alternative')
    )
),
in_order as (
  select
    *,
    -- two schools that both say sole or main: the one the pupil came to last
    row_number() over (
      partition by academic_year, person_no, in_alternative_provision
      order by main_school_elsewhere, start_date desc, school_id
    ) as place,
    row_number() over (
      partition by academic_year, person_no
      order by main_school_elsewhere, start_date desc, school_id
    ) as place_of_all
  from on_roll
)
select
  academic_year,
  person_no,
  school_id,
  -- one row a pupil where alternative provision is not kept apart
  place_of_all = 1 as counts_once
from in_order
where place = 1
order by academic_year, person_no, school_id;
