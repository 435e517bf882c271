-- grain: one row a person who may be counted; key: person_no
-- source: people, less restricted people, less people past their 25th birthday at the extract date
create table people_kept as
select
  person_no,
  birth_month,
  -- the age a person has on 31 August of year Y is Y less this number
  (year(birth_month) + case when month(birth_month) >= 9 then 1 else 0 end)::smallint as turns_0_by_august_of,
  coalesce(person.sex::varchar, 'unknown')::sex as sex,
  coalesce(ethnic_groups.ethnic_group, 'unknown')::ethnic_group as ethnic_group,
  coalesce(person.sen::varchar, 'unknown')::sen as sen,
  coalesce(person.free_school_meals::varchar, 'unknown')::free_school_meals as free_school_meals,
  coalesce(person.english_additional::varchar, 'unknown')::english_additional as english_additional,
  coalesce(((person.idaci_decile + 1) // 2)::varchar, 'unknown')::deprivation as deprivation,
  coalesce(person.prior_attainment::varchar, 'unknown')::prior_attainment as prior_attainment,
  coalesce(home_educated, false) as home_educated,
  coalesce(uasc, false) as uasc,
  coalesce(home_district::varchar, 'unknown')::district as home_district,
  (home_district is null or home_district::varchar in (select district_code from county_districts)) as lives_in_county
from loaded_people as person
left join ethnic_groups on ethnic_groups.ethnicity = person.ethnicity::varchar
cross join settings
where person_no not in (select person_no from loaded_restrictions)
  and birth_month + interval 25 year > settings.extract_date;
