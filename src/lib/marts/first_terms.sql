-- grain: one row an enrolment in scope in the first term and in the year; key: person_no, school_id, academic_year
-- source: enrolment_periods
create table first_terms as
select
  academic_year,
  person_no,
  school_id,
  -- whole numbers, so that an enrolment exactly on the line counts
  10 * first_term.absent >= first_term.possible as persistent_in_first_term,
  10 * whole_year.absent >= whole_year.possible as persistent_in_year,
  whole_year.year_group,
  whole_year.sex,
  whole_year.ethnic_group,
  whole_year.sen,
  whole_year.free_school_meals,
  whole_year.english_additional,
  whole_year.deprivation,
  whole_year.prior_attainment,
  whole_year.social_care,
  whole_year.uasc,
  whole_year.home_district,
  whole_year.school_district,
  whole_year.phase
from enrolment_periods as whole_year
join enrolment_periods as first_term using (person_no, school_id, academic_year)
where whole_year.period = 'year'
  and first_term.period = 'term_1'
  and whole_year.in_scope
  and first_term.in_scope
order by academic_year, person_no, school_id;
