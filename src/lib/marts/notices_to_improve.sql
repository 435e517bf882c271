-- grain: one row a notice to improve; key: action_no
-- source: enforcement_actions, settings; whether a penalty notice followed within 12 weeks
create table notices_to_improve as
select
  notice.*,
  notice.date + 84 <= extract_date as twelve_weeks_over,
  exists (
    select 1
    from enforcement_actions as penalty
    where penalty.person_no = notice.person_no
      and penalty.enforcement_action = 'penalty_notice'
      and penalty.enforcement_outcome <> 'withdrawn'
      and penalty.date > notice.date
      and penalty.date <= notice.date + 84
  ) as followed_by_penalty_notice
from enforcement_actions as notice
cross join settings
where notice.enforcement_action = 'notice_to_improve'
order by notice.date, notice.action_no;
