-- grain: one row an ended spell and a service that started again or anew within 365 days; key: spell_no, service_after
-- source: spells_in_county; the first start of that service on or after the day the spell ended
create table service_moves as
with
first_starts as (
  select
    before.spell_no,
    later.service as service_after,
    min(later.start_date) as next_start
  from spells_in_county as before
  join spells_in_county as later
    on later.person_no = before.person_no
    and later.start_date between before.end_date and before.end_date + interval 365 day
    and later.spell_no <> before.spell_no
  where before.ended
  group by before.spell_no, later.service
)
select
  end_month,
  date_trunc('month', next_start)::date as next_month,
  spell_no,
  person_no,
  service as service_before,
  service_after,
  (next_start - end_date)::smallint as days_between,
  days_since_end,
  point_event,
  age_at_end,
  turns_0_by_august_of,
  district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  uasc
from first_starts
join spells_in_county using (spell_no)
order by end_month, spell_no, service_after;
