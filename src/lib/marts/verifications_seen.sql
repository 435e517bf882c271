-- grain: one row a way of verifying and time since that any record shows; key: confirmed_by, time_since_verified
-- source: verified_months; so that a kind nobody is in shows a true zero
create table verifications_seen as
select distinct
  confirmed_by,
  time_since_verified
from verified_months
where year_group in (12, 13)
  and status <> 'not_counted'
  and last_verified is not null;
