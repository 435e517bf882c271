-- grain: one row a position that anybody tracked has been in; key: activity
-- source: activity_months of people above compulsory school age; so that a kind nobody is in shows a true zero
create table activities_seen as
select distinct
  activity,
  destination,
  destination as activity_group,
  duty
from activity_months
where year_group >= 12
  and status <> 'not_counted';
