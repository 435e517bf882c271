-- grain: one row a spell of a service working with a person; key: person_no, service, start_date
-- source: involvements of people who may be counted
create table service_spells as
select
  file_no,
  position,
  person_no,
  service,
  start_date,
  end_date,
  source::varchar as source,
  need::varchar as need,
  closure::varchar as closure,
  category::varchar as category,
  legal_status::varchar as legal_status
from loaded_involvements
where person_no in (select person_no from people_kept)
  and (end_date is null or end_date >= start_date);
