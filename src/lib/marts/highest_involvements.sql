-- grain: one row a highest involvement that anybody had; key: highest_involvement
-- source: service_combinations; so that a district where nobody had one shows a true zero
create table highest_involvements as
select distinct highest_involvement
from service_combinations
where highest_involvement <> 'none'
order by highest_involvement;
