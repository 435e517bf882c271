import type { DuckDBConnection } from '@duckdb/node-api';
import { kentDistricts, listOf } from './reference_county';

/**
 * Table `pairs`: people of the cohort at two month ends running. Table `moves`: people of the age at both,
 * whether they were in the county's cohort at each and whether they came or went. `positions` must stand.
 */
export async function makePairs(native: DuckDBConnection): Promise<void> {
  await native.run(`
    create table pairs as
    select now.*, was.code as code_before, was.kind as kind_before
    from cohort_16_17 as now
    join cohort_16_17 as was
      on was.person_id = now.person_id and was.month = now.month - interval 1 month;

    create table moves as
    with
    away as (
      select person_id, month
      from rows_of_activities
      where cohort_status in ('T', 'E')
        or (coalesce(cohort_status, 'P') = 'P' and district not in (${listOf(kentDistricts)}))
    ),
    everyone as (
      select
        persons.person_id,
        months.month,
        year(month) - year(birth_month) - 5 - (month(birth_month) > 8)::integer + (month(month) > 8)::integer as year_now,
        year_now - (month(month) = 9)::integer as year_before,
        (person_id, month) in (select (person_id, month) from positions) as here,
        (person_id, (month - interval 1 month)::date) in (select (person_id, month) from positions) as was_here
      from persons
      cross join (select distinct month from raw_activities) as months
      where exists (select 1 from raw_activities as before where before.month = months.month - interval 1 month)
        and person_id in (select person_id from raw_activities)
    )
    select
      month,
      here,
      was_here,
      here and not was_here and (
        (person_id, (month - interval 1 month)::date) in (select (person_id, month) from away)
        or not exists (
          select 1 from rows_of_activities as earlier
          where earlier.person_id = everyone.person_id and earlier.month < everyone.month
        )
      ) as came,
      was_here and not here and (person_id, month) in (select (person_id, month) from away) as went
    from everyone
    where year_now in (12, 13) and year_before in (12, 13)`);
}
