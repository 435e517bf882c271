-- grain: one row an end of Early Help, or a day on which a person left social care; key: person_no, end_date, from_early_help, spell_no
-- source: spells_in_county; whether the other of the two started within 90 days
create table service_steps as
with
social_care as (
  select *
  from spells_in_county
  where service::varchar in ('child_in_need', 'child_protection', 'looked_after')
    and not short_break
),
early_help as (
  select *
  from spells_in_county
  where service::varchar = 'early_help'
),
-- a plan that ends because another begins is not a way out of social care
left_social_care as (
  select
    person_no,
    end_date,
    min(spell_no) as spell_no
  from social_care as leaving
  where ended
    and not exists (
      select 1
      from social_care as another
      where another.person_no = leaving.person_no
        and another.start_date <= leaving.end_date
        and (another.end_date is null or another.end_date > leaving.end_date)
    )
  group by person_no, end_date
),
ends as (
  select
    spell_no,
    true as from_early_help,
    exists (
      select 1
      from social_care
      where social_care.person_no = early_help.person_no
        and social_care.start_date between early_help.end_date and early_help.end_date + interval 90 day
    ) as stepped
  from early_help
  where ended
  union all
  select
    spell_no,
    false as from_early_help,
    exists (
      select 1
      from early_help
      where early_help.person_no = left_social_care.person_no
        and early_help.start_date between left_social_care.end_date and left_social_care.end_date + interval 90 day
    ) as stepped
  from left_social_care
)
select
  spell.end_month as month,
  ends.from_early_help,
  ends.stepped,
  spell.person_no,
  spell.end_date,
  spell.spell_no,
  spell.days_since_end,
  spell.age_at_end,
  (year(spell.end_date) - case when month(spell.end_date) >= 9 then 0 else 1 end - spell.turns_0_by_august_of - 4)::smallint as year_group,
  spell.district,
  spell.sex,
  spell.ethnic_group,
  spell.sen,
  spell.free_school_meals,
  spell.deprivation,
  spell.uasc
from ends
join spells_in_county as spell using (spell_no)
order by month, spell_no;
