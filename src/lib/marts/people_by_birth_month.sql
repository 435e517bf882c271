-- grain: one row a birth month, home district and combination of characteristics; key: all columns but people
-- source: people_kept who live in the county; the people of any age group at any month end are a sum of these rows
create table people_by_birth_month as
select
  birth_month,
  turns_0_by_august_of,
  home_district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  count(*)::integer as people
from people_kept
where lives_in_county
group by all
order by birth_month, home_district;
