import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Table `school_leavers`: a row a leaver and March, with what they did then. A leaver is anybody whose
 * records in Year 12 name a school; the last of them says which. `positions` must stand.
 */
export async function makeLeavers(native: DuckDBConnection): Promise<void> {
  await native.run(`
    create table school_leavers as
    with named as (
      select *, row_number() over (partition by person_id order by month desc) as from_last
      from positions
      where year_group = 12 and last_school is not null
    )
    select
      named.last_school as school,
      named.sex,
      march,
      -- academic age 16 is Year 12, so the year group in a March says how many years it is since Year 11
      (year(march) - year(named.birth_month) - 5 - (month(named.birth_month) > 8)::integer) - 11 as years_after,
      coalesce(position.is_participating, false) as is_participating,
      coalesce(position.kind, 'not_tracked') as destination
    from named
    cross join (select distinct month as march from raw_activities where month(month) = 3) as marches
    left join positions as position on position.person_id = named.person_id and position.month = march
    where from_last = 1
      and years_after between 1 and 3
      and coalesce(position.code, 0) <> 710`);
}
