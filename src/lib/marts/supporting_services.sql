-- grain: one row a service that works with a person over time to help them learn, attend or take part; key: service
-- source: this list; left out are single events, enquiries and assessments, the EHC plan, health, housing, police and other
create table supporting_services as
select unnest([
  'early_help', 'child_in_need', 'child_protection', 'looked_after', 'care_leaver',
  'youth_justice', 'attendance_casework', 'neet_support', 'virtual_school',
  'specialist_teaching', 'mental_health', 'youth_service'
]) as service;
