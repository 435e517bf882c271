-- grain: one row an enrolment, term and register code with sessions after the year-to-date day of its year; key: person_no, school_id, academic_year, term, code_no
-- source: attendance, session_days, year_to_date; empty when the latest year is complete
create table register_sessions_after_to_date as
select
  person_no,
  school_id,
  academic_year,
  term,
  code_no,
  count(*)::integer as sessions
from loaded_attendance
join session_days using (date)
where date in (
  select date
  from session_days
  join year_to_date using (academic_year)
  where date > to_date
)
group by person_no, school_id, academic_year, term, code_no;
