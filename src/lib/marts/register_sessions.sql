-- grain: one row an enrolment, term and register code; key: person_no, school_id, academic_year, term, code_no
-- source: attendance; attendance_totals for an enrolment and year that has no register
create table register_sessions as
with
sessions_on_registers as (
  select
    person_no,
    school_id,
    academic_year,
    term,
    code_no,
    count(*)::integer as sessions
  from loaded_attendance
  join session_days using (date)
  group by person_no, school_id, academic_year, term, code_no
),
sessions_in_census_returns as (
  select
    person_no,
    school_id,
    academic_year,
    -- a census term is two Kent terms: autumn is terms 1 and 2, written 12
    case total.term when 'autumn' then 12 when 'spring' then 34 else 56 end::tinyint as term,
    code_no,
    sum(sessions)::integer as sessions
  from loaded_attendance_totals as total
  join register_codes on register_codes.code = total.code::varchar
  where not exists (
    select 1
    from sessions_on_registers as register
    where register.person_no = total.person_no
      and register.school_id = total.school_id
      and register.academic_year = total.academic_year
  )
  group by person_no, school_id, academic_year, total.term, code_no
)
select * from sessions_on_registers
union all
select * from sessions_in_census_returns;
