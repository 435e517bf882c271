-- grain: one row a suspension or permanent exclusion and reason given for it; key: event_no, exclusion_reason
-- source: exclusion_events; an event has up to three reasons, and one row "unknown" where it has none
create table exclusion_reasons as
with
reasons_given as (
  select event_no, reason_1 as exclusion_reason from exclusion_events
  union
  select event_no, reason_2 from exclusion_events
  union
  select event_no, reason_3 from exclusion_events
),
reasons_counted as (
  select event_no, exclusion_reason from reasons_given where exclusion_reason is not null
  union all
  select event_no, 'unknown' from exclusion_events where coalesce(reason_1, reason_2, reason_3) is null
)
select
  reasons_counted.exclusion_reason,
  exclusion_events.*
from reasons_counted
join exclusion_events using (event_no)
order by academic_year, event_no, exclusion_reason;
