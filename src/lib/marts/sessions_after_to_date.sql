-- grain: one row an enrolment with sessions after the year-to-date day of its year; key: person_no, school_id, academic_year
-- source: attendance, session_days, year_to_date; empty when the latest year is complete
create table sessions_after_to_date as
select
  person_no,
  school_id,
  academic_year,
  count(*) filter (where register_codes.possible)::integer as possible,
  count(*) filter (where register_codes.attending)::integer as attending,
  count(*) filter (where register_codes.class = 'authorised_absence')::integer as authorised,
  count(*) filter (where register_codes.class = 'unauthorised_absence')::integer as unauthorised
from loaded_attendance
join session_days using (date)
join people_kept using (person_no)
join register_codes using (code_no)
where date in (
    select date
    from session_days
    join year_to_date using (academic_year)
    where date > to_date
  )
  -- the second half of the summer term of 15-year-olds is in no figure
  and not (academic_year - turns_0_by_august_of = 15 and term = 6)
group by person_no, school_id, academic_year;
