-- grain: one row an enrolment with sessions after the year-to-date day of its year; key: person_no, school_id, academic_year
-- source: register_sessions_after_to_date, people_kept; empty when the latest year is complete
create table sessions_after_to_date as
select
  person_no,
  school_id,
  academic_year,
  sum(case when register_codes.possible then sessions else 0 end)::integer as possible,
  sum(case when register_codes.attending then sessions else 0 end)::integer as attending,
  sum(case when register_codes.class = 'authorised_absence' then sessions else 0 end)::integer as authorised,
  sum(case when register_codes.class = 'unauthorised_absence' then sessions else 0 end)::integer as unauthorised
from register_sessions_after_to_date
join people_kept using (person_no)
join register_codes using (code_no)
-- the second half of the summer term of 15-year-olds is in no figure
where not (academic_year - turns_0_by_august_of = 15 and term = 6)
group by person_no, school_id, academic_year;
