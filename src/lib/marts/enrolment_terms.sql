-- grain: one row an enrolment and term; key: person_no, school_id, academic_year, term
-- source: register_sessions, for people who may be counted
create table enrolment_terms as
select
  person_no,
  school_id,
  academic_year,
  term,
  sum(case when register_codes.possible then sessions else 0 end)::integer as possible,
  sum(case when register_codes.attending then sessions else 0 end)::integer as attending,
  sum(case when register_codes.class = 'authorised_absence' then sessions else 0 end)::integer as authorised,
  sum(case when register_codes.class = 'unauthorised_absence' then sessions else 0 end)::integer as unauthorised
from register_sessions
join register_codes using (code_no)
where person_no in (select person_no from people_kept)
group by person_no, school_id, academic_year, term;
