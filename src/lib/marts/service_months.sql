-- grain: one row a person, service and month end at which a spell was open; key: person_no, service, month
-- source: service_spells, month_ends, people_kept; a spell that ends on the month's last day is no longer open
create table service_months as
select distinct
  month_ends.month,
  spell.service,
  spell.person_no,
  -- at a month end everybody born in that calendar month has had the birthday, so the age needs no day of birth
  ((year(month_ends.month) - year(birth_month)) - case when month(month_ends.month) < month(birth_month) then 1 else 0 end)::tinyint as age,
  (year(month_ends.month) - case when month(month_ends.month) >= 9 then 0 else 1 end - turns_0_by_august_of - 4)::tinyint as year_group,
  home_district as district,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  deprivation,
  uasc
from service_spells as spell
join month_ends
  on spell.start_date <= month_ends.month_end
  and (spell.end_date is null or spell.end_date > month_ends.month_end)
join people_kept using (person_no)
where lives_in_county
  and birth_month <= month_ends.month
order by month, service, person_no;
