-- grain: one row a service that has worked with anybody; key: service
-- source: service_spells; each service is one bit of a whole number, so that all the services of a person fit into one number
create table service_bits as
select
  service,
  power(2, row_number() over (order by service) - 1)::integer as bit
from (select distinct service from service_spells) as services_of_anybody
order by service;
