-- grain: one row an enforcement action whose 12 weeks before and after lie within the registers; key: action_no
-- source: enforcement_actions, attendance in one pass, session_days; sessions of the pupil at all schools
create table action_windows as
with
days_on_registers as (
  select
    min(date) as first_day,
    max(date) as last_day
  from session_days
),
actions as (
  select
    action_no,
    person_no,
    date
  from enforcement_actions
  cross join days_on_registers
  where date - 84 >= first_day
    and date + 84 <= last_day
),
windows as (
  select
    actions.action_no,
    count(*) filter (where register_codes.possible and register.date < actions.date)::smallint as possible_before,
    count(*) filter (where register_codes.class like '%authorised_absence' and register.date < actions.date)::smallint as absent_before,
    count(*) filter (where register_codes.possible and register.date > actions.date)::smallint as possible_after,
    count(*) filter (where register_codes.class like '%authorised_absence' and register.date > actions.date)::smallint as absent_after
  from loaded_attendance as register
  -- the day of the action is in neither window
  join actions
    on actions.person_no = register.person_no
    and register.date between actions.date - 84 and actions.date + 84
  join register_codes using (code_no)
  group by actions.action_no
)
select
  enforcement_actions.*,
  windows.possible_before,
  windows.absent_before,
  windows.possible_after,
  windows.absent_after
from windows
join enforcement_actions using (action_no)
-- both sides, so that before and after are of the same actions
where windows.possible_before > 0
  and windows.possible_after > 0
order by date, action_no;
