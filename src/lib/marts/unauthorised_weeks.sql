-- grain: one row a school, week, term and person with a session coded G, N, O or U; with no person, the week's other sessions; key: school_id, week_no, term, person_no
-- source: attendance, session_days; one pass over the registers; weeks are counted from Monday 5 January 1970
create table unauthorised_weeks as
select
  school_id,
  ((date - date '1970-01-05') // 7)::smallint as week_no,
  academic_year,
  term,
  -- everybody else's sessions fall together: they say that the school had sessions that week
  case when code in ('G', 'N', 'O', 'U') then person_no end as person_no,
  count(*)::integer as sessions
from loaded_attendance
join session_days using (date)
join register_codes using (code_no)
-- a planned closure is no session, and a prospective pupil is on no register
where class <> 'administrative'
group by all;
