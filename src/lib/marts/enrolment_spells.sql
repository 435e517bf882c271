-- grain: one row a person, school and academic year; key: person_no, school_id, academic_year
-- source: enrolments; what the school roll says of the enrolment that the registers show
create table enrolment_spells as
select
  person_no,
  school_id,
  academic_year,
  min(start_date) as first_day_on_roll,
  bool_or(coalesce(boarder, false)) as boarder,
  bool_and(coalesce(registration::varchar = 'guest', false)) as guest_only
from loaded_enrolments as spell
join academic_years
  on spell.start_date < make_date(academic_year + 1, 9, 1)
  and (spell.end_date is null or spell.end_date >= make_date(academic_year, 8, 1))
group by person_no, school_id, academic_year;
