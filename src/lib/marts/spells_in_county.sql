-- grain: one row a spell of a person who lives in the county; key: spell_no (a person_no, service and start_date)
-- source: service_spells that had started by the extract date, people_kept; sorted by the month of the start
create table spells_in_county as
with
numbered as (
  select
    *,
    row_number() over (order by person_no, service, start_date)::integer as spell_no,
    -- the last earlier start of the same service with the same person, however long ago
    lag(start_date) over (partition by person_no, service order by start_date) as previous_start
  from service_spells
)
select
  date_trunc('month', start_date)::date as month,
  spell_no,
  person_no,
  service,
  start_date,
  previous_start,
  -- an end after the extract date is planned and not yet seen
  case when end_date <= extract_date then end_date end as end_date,
  case when end_date <= extract_date then date_trunc('month', end_date)::date end as end_month,
  coalesce(end_date <= extract_date, false) as ended,
  coalesce(end_date = start_date, false) as point_event,
  (case when end_date <= extract_date then end_date else extract_date end - start_date)::integer as days,
  case when end_date <= extract_date then extract_date - end_date end::integer as days_since_end,
  -- short breaks are not a period of care
  coalesce(service::varchar = 'looked_after' and legal_status in ('V1', 'V3', 'V4'), false) as short_break,
  coalesce(source, 'unknown') as referral_source,
  -- as everywhere, the age at the end of the month, when everybody born in that month has had the birthday
  ((year(start_date) - year(birth_month)) - case when month(start_date) < month(birth_month) then 1 else 0 end)::smallint as age_at_start,
  ((year(end_date) - year(birth_month)) - case when month(end_date) < month(birth_month) then 1 else 0 end)::smallint as age_at_end,
  turns_0_by_august_of,
  (year(start_date) - case when month(start_date) >= 9 then 0 else 1 end - turns_0_by_august_of - 4)::smallint as year_group,
  home_district as district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  uasc
from numbered
join people_kept using (person_no)
cross join settings
where lives_in_county
  and start_date <= extract_date
order by month, spell_no;
