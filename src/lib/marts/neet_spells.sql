-- grain: one row a spell of being NEET; key: person_no, first_month
-- source: neet_months, activity_months; characteristics are those of the first month end that shows it
create table neet_spells as
with
ended as (
  select
    spell.person_no,
    spell.first_month,
    min(later.month) as month,
    arg_min(later.start_date, later.month) as next_start
  from neet_months as spell
  join activity_months as later
    on later.person_no = spell.person_no
    and later.month > spell.last_month
    and later.status in ('eet', 'not_counted')
  where spell.month = spell.first_month
  group by spell.person_no, spell.first_month
),
dated as (
  select
    spell.*,
    ended.month is not null as ended,
    (last_month + interval 1 month - interval 1 day)::date as last_seen,
    (ended.month + interval 1 month - interval 1 day)::date as first_seen_otherwise,
    next_start
  from neet_months as spell
  left join ended using (person_no, first_month)
  where spell.month = spell.first_month
)
select
  person_no,
  first_month,
  neet_from,
  ended,
  -- to the day the next activity started, as far as it lies between the two month ends; else to the later of them
  case
    when not ended then last_seen - neet_from
    when next_start between last_seen and first_seen_otherwise then next_start - neet_from
    else first_seen_otherwise - neet_from
  end::integer as days,
  year_group,
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
from dated;
