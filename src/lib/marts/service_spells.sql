-- grain: one row a spell of a service working with a person; key: person_no, service, start_date
-- source: involvements of people who may be counted; the same spell handed over twice counts once
create table service_spells as
with
first_row_of_each_spell as (
  select *
  from loaded_involvements
  qualify row_number() over (
    partition by person_no, service, start_date
    order by file_no, position
  ) = 1
)
select
  file_no,
  position,
  person_no,
  service,
  start_date,
  end_date
from first_row_of_each_spell
where person_no in (select person_no from people_kept)
  and (end_date is null or end_date >= start_date);
