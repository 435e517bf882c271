import type { DuckDBConnection } from '@duckdb/node-api';
import { kentDistricts, listOf } from './reference_county';

/**
 * `pupils` (people with their characteristics), `county_schools` and `january_pupils` (who was on the roll
 * on the census days of 2024 and 2025): section 2.4 of the domain rules over raw rows. `persons` must
 * stand (`openReference`); the tables are made once for all who ask.
 */
export async function countJanuaryRoll(native: DuckDBConnection): Promise<void> {
  await native.run(`
    create table if not exists pupils as
    select
      persons.* exclude (sex, sen, free_school_meals),
      coalesce(sex, 'unknown') as sex,
      coalesce(sen, 'unknown') as sen,
      coalesce(free_school_meals::varchar, 'unknown') as free_school_meals,
      -- deciles 1 and 2 are the most deprived fifth
      coalesce(ceil(idaci_decile / 2.0)::integer::varchar, 'unknown') as deprivation
    from persons`);
  await native.run(`
    create table if not exists county_schools as
    select * from raw_schools
    where district in (${listOf(kentDistricts)})
    qualify row_number() over (partition by school_id order by file, place) = 1`);
  // The third Thursdays of January, from a printed calendar.
  await native.run(`
    create table if not exists january_pupils as
    select
      roll.year,
      registration = 'dual' as elsewhere,
      pupils.* exclude (file, place, occurrence),
      county_schools.school_id,
      county_schools.phase,
      county_schools.district as school_district,
      roll.year - year(birth_month) - (month(birth_month) > 8)::integer - 4 as year_group
    from (values (2023, date '2024-01-18'), (2024, date '2025-01-16')) as roll (year, thursday)
    join raw_enrolments as enrolment
      on thursday between start_date and coalesce(end_date, date '2100-01-01')
    join pupils using (person_id)
    join county_schools using (school_id)
    where registration is null
      or registration in ('sole', 'main')
      or (registration = 'dual' and phase = 'alternative')
    qualify row_number() over (
      partition by roll.year, person_id, phase = 'alternative'
      order by coalesce(registration, 'sole') = 'dual', start_date desc, school_id
    ) = 1`);
}
