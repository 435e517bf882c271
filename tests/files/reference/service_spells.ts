import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Spells of persons from the raw rows: the first row of a key, an end not before its start, dates the
 * contract allows. `open_on` and `age_at` are the two rules that most questions share. `persons` must stand.
 */
export async function countSpells(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    -- nobody has an age before the month of birth
    create macro age_at(born, day) as case when born <= day then datesub('year', born, last_day(day)) end;
    create macro school_year(day) as year(day) - (month(day) < 9)::integer;
    create table spells as
    select row_number() over () as spell, *
    from (
      select
        involvements.person_id,
        service,
        start_date,
        end_date,
        legal_status,
        source,
        persons.* exclude (person_id, occurrence, file, place),
        row_number() over (
          partition by involvements.person_id, service, start_date
          order by involvements.file, involvements.place
        ) as row_of_key
      from raw_involvements as involvements
      join persons using (person_id)
      where year(start_date) between 2000 and 2100
        and coalesce(end_date >= start_date, true)
    )
    where row_of_key = 1;
    create macro open_on(day) as table
      select * from spells
      where in_county
        and birth_month <= day
        and start_date <= day
        and coalesce(end_date > day, true)`);
}

/** Spells that started or ended in some months, over the children of the county at the last of them. */
export function startedOrEnded({
  date,
  first,
  last,
  by,
  only = 'true',
}: {
  readonly date: 'start_date' | 'end_date';
  readonly first: string;
  readonly last: string;
  readonly by: 'district' | 'service';
  readonly only?: string;
}): string {
  const key = by === 'district' ? 'home' : 'service';
  return `
    with children as (
      select home from persons
      where in_county and age_at(birth_month, date '${last}') between 0 and 17
    )
    select
      ${key} as ${by},
      count(*)::double as numerator,
      (select count(*) from children ${by === 'district' ? 'where children.home = spells.home' : ''})::double as denominator
    from spells
    where in_county
      and ${date} between date '${first}' and last_day(date '${last}')
      and age_at(birth_month, ${date}) between 0 and 17
      and ${only}
    group by all`;
}
