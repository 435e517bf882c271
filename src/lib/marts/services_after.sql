-- grain: one row a service that can follow another; key: service_after
-- source: service_bits
create table services_after as
select service as service_after
from service_bits
order by service_after;
