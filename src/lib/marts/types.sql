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
create type activity_status as enum ('eet', 'neet', 'not_known', 'not_counted');
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
