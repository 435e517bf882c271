-- grain: one row a penalty notice; key: action_no
-- source: enforcement_actions; which notice it is to the parent for the child within three years, counted from the dates
create table penalty_notices as
with
-- the national framework counts notices for absence since 19 August 2024 that were not withdrawn
notices_that_count as (
  select
    action_no,
    person_no,
    parent,
    date
  from enforcement_actions
  where enforcement_action = 'penalty_notice'
    and date >= date '2024-08-19'
    and enforcement_outcome <> 'withdrawn'
    and enforcement_reason <> 'excluded_in_public'
    and parent is not null
),
numbered as (
  select
    notice.action_no,
    count(earlier.action_no) + 1 as notice_number
  from notices_that_count as notice
  left join notices_that_count as earlier
    on earlier.person_no = notice.person_no
    and earlier.parent = notice.parent
    and earlier.date < notice.date
    -- on the third anniversary of the earlier notice its three years are over
    and notice.date < earlier.date + interval 3 year
  group by notice.action_no
)
select
  enforcement_actions.*,
  -- null for a notice that does not count
  numbered.notice_number::tinyint as notice_number
from enforcement_actions
left join numbered using (action_no)
where enforcement_action = 'penalty_notice'
order by date, action_no;
