-- grain: one row a register code that says why a session was missed, and L (late before the register closed); key: code_no
-- source: the code list of the contract
create table absence_reasons as
select
  code_no,
  code::register_code as register_code,
  case
    -- who comes before the register closes is present: no reason for absence
    when code = 'L' then null
    when code = 'I' then 'illness'
    when code = 'M' then 'medical_appointment'
    when code = 'E' then 'exclusion'
    when code = 'C2' then 'part_time_timetable'
    -- holidays that a school could agree to until August 2024 were granted leave
    when code in ('C', 'C1', 'H', 'F') then 'granted_leave'
    when class = 'authorised_absence' then 'other_authorised'
    when code = 'G' then 'unauthorised_holiday'
    when code = 'U' then 'late_after_close'
    when code = 'N' then 'no_reason_yet'
    else 'other_unauthorised'
  end::reason_group as reason_group
from register_codes
where class in ('authorised_absence', 'unauthorised_absence')
  or code = 'L';
