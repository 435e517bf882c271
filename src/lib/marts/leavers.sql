-- grain: one row a leaver of Year 11 and year since, up to the third; key: person_no, years_after
-- source: activity_months, people_kept; the school is the one that the record in Year 12 gives, the position that of the end of March
create table leavers as
with
in_year_12 as (
  select
    person_no,
    min(year(month) - case when month(month) >= 9 then 0 else 1 end) as academic_year,
    arg_max(last_school, month) as school,
    arg_max(district, month) as district
  from activity_months
  where year_group = 12
    and last_school is not null
  group by person_no
),
marches as (
  select distinct month
  from activity_months
  where month(month) = 3
),
followed as (
  select
    in_year_12.*,
    (year(month) - in_year_12.academic_year)::tinyint as years_after,
    month
  from in_year_12
  join marches on year(month) - in_year_12.academic_year between 1 and 3
)
select
  person_no,
  followed.school,
  years_after,
  (year(followed.month) - 1)::smallint as academic_year,
  coalesce(in_march.destination, 'not_tracked') as destination,
  coalesce(in_march.participating, false) as participating,
  coalesce(in_march.status = 'neet', false) as neet,
  followed.district,
  people_kept.sex,
  people_kept.ethnic_group,
  people_kept.sen,
  people_kept.free_school_meals,
  people_kept.deprivation,
  people_kept.prior_attainment,
  people_kept.uasc
from followed
join people_kept using (person_no)
left join activity_months as in_march using (person_no, month)
where coalesce(in_march.status <> 'not_counted', true)
order by academic_year, person_no;
