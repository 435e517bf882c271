-- grain: one row a decision on a licence, permit or approval in the county; key: none
-- source: licences, people_kept; chaperones are adults without a pseudonym
create table licence_decisions as
select
  (year(date) - case when month(date) >= 9 then 0 else 1 end)::smallint as academic_year,
  date_trunc('month', date)::date as month,
  kind::varchar as licence_kind,
  decision::varchar as licence_decision,
  coalesce(licence.district::varchar, 'unknown')::district as district,
  licence.person_no
from loaded_licences as licence
left join people_kept using (person_no)
where (licence.person_no is null or people_kept.person_no is not null)
  and (licence.district is null or licence.district::varchar in (select district_code from county_districts))
order by month, licence_kind, licence_decision;
