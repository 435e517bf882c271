-- grain: one row a person and month end at which they are NEET; key: person_no, month
-- source: activity_months; a spell goes on until a month end shows the person in education, employment, training or custody
create table neet_months as
with
ever_neet as (
  select
    *,
    sum(case when status in ('eet', 'not_counted') then 1 else 0 end) over (
      partition by person_no
      order by month
      rows between unbounded preceding and current row
    ) as spell_no
  from activity_months
  where year_group >= 12
    and person_no in (select person_no from activity_months where status = 'neet')
),
spells as (
  select
    person_no,
    spell_no,
    min(month) filter (where status = 'neet') as first_month,
    max(month) filter (where status = 'neet') as last_month,
    -- the day the record gives, else the first day of the first month that shows it; never before the end of a
    -- month that showed something else
    greatest(
      arg_min(
        case when neet_since < month + interval 1 month then neet_since else month end,
        month
      ) filter (where status = 'neet'),
      (max(month) filter (where status in ('eet', 'not_counted')) + interval 1 month)::date
    ) as neet_from
  from ever_neet
  group by person_no, spell_no
)
select
  month,
  person_no,
  spell_no::smallint as spell_no,
  first_month,
  last_month,
  neet_from,
  year_group,
  activity,
  district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  prior_attainment,
  social_care,
  level_of_need,
  vulnerable_group,
  uasc
from ever_neet
join spells using (person_no, spell_no)
where status = 'neet'
order by month, person_no;
