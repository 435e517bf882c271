-- grain: none; the small value lists that marts share, so that every group-by works on one byte
-- source: the contract's code lists; the districts found in the loaded extracts
create type sex as enum ('F', 'M', 'U', 'W', 'unknown');
create type ethnic_group as enum ('white', 'mixed', 'asian', 'black', 'other', 'unknown');
create type sen as enum ('N', 'K', 'E', 'unknown');
create type free_school_meals as enum ('true', 'false', 'unknown');
create type english_additional as enum ('true', 'false', 'unknown');
-- fifths of the income deprivation index, 1 is most deprived
create type deprivation as enum ('1', '2', '3', '4', '5', 'unknown');
create type prior_attainment as enum ('low', 'middle', 'high', 'unknown');
-- in the order of Annex A: who has more than one counts under the first
create type social_care as enum ('looked_after', 'child_protection', 'child_in_need', 'care_leaver', 'none');
create type phase as enum ('primary', 'secondary', 'special', 'alternative', 'unknown');
create type period as enum ('year', 'year_to_date', 'term_1', 'term_2', 'term_3', 'term_4', 'term_5', 'term_6');
create type am_pm as enum ('AM', 'PM');
create type register_code as enum (select code from register_codes order by code_no);
create type reason_group as enum ('illness', 'medical_appointment', 'exclusion', 'granted_leave', 'part_time_timetable', 'other_authorised', 'unauthorised_holiday', 'late_after_close', 'no_reason_yet', 'other_unauthorised');
-- each holds its lower edge: 10 % exactly is in the third, the first of persistent absence
create type absence_band as enum ('0-4.99', '5-9.99', '10-14.99', '15-19.99', '20-24.99', '25-29.99', '30-34.99', '35-39.99', '40-44.99', '45-49.99', '50-100');
create type activity_status as enum ('eet', 'neet', 'not_known', 'not_counted');
-- an activity code, or that the record of education, employment or training has lapsed
create type activity as enum (
  select activity
  from (
    select activity_code::varchar as activity from activity_codes
    union
    select 'lapsed'
  ) as activity_seen
  order by activity
);
-- kinds of activity as they are counted: a lapsed record is not known
create type destination as enum (
  'education_ft', 'education_pt', 'apprenticeship', 'employment_with_study', 'employment', 'training', 're_engagement',
  'gap_year', 'neet_available', 'neet_unavailable', 'not_known', 'compulsory', 'other', 'not_tracked'
);
create type duty as enum ('meeting', 'working_towards', 'temporary_break', 'not_meeting', 'not_known', 'na');
create type level_of_need as enum ('1', '2', '3', 'unknown');
create type confirmed_by as enum (
  'school', 'college', 'provider', 'young_person', 'parent', 'apprenticeship_service', 'dwp', 'other_authority',
  'other_team', 'unknown'
);
create type time_since_verified as enum (
  'under_1_month', '1_to_3_months', '3_to_6_months', '6_to_12_months', 'over_12_months', 'unknown'
);
create type offer as enum ('made', 'unsuitable', 'none', 'not_recorded');
create type county_move as enum ('stayed', 'moved_in', 'moved_out', 'entered', 'gone');
create type district as enum (
  select district
  from (
    select district_code as district from county_districts
    union
    select home_district::varchar from loaded_people where home_district is not null
    union
    select district::varchar from loaded_schools where district is not null
    union
    select district::varchar from loaded_activities where district is not null
    union
    select 'unknown'
  ) as district_seen
  order by district
);
