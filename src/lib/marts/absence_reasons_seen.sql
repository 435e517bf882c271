-- grain: one row a code of absence that stands on any register; key: register_code
-- source: register_sessions, absence_reasons; so that a group without a reason that others have shows a true zero
create table absence_reasons_seen as
select distinct
  register_code,
  reason_group
from register_sessions
join absence_reasons using (code_no)
where reason_group is not null
order by register_code;
