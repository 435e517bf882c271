-- grain: one row a service that has worked with anybody aged 0 to 17; key: service
-- source: district_service_months; so that a district without a service shows a true zero
create table services_seen as
select distinct service
from district_service_months
order by service;
