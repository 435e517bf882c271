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

/** Spells that started or ended in some months, over the children of the county in the mean of their month ends. */
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
  readonly by: 'district' | 'service' | 'year_group';
  readonly only?: string;
}): string {
  // Of a pupil aged 11 on 31 August the year group is 7.
  const group = `school_year(date '${last}') - school_year(birth_month) - 5`;
  const key = { district: 'home', service: 'service', year_group: group }[by];
  const ofGroup = by === 'service' ? 'true' : 'children.key = found.key';
  return `
    with
    months as (
      select unnest(generate_series(date '${first}', date '${last}', interval 1 month))::date as month
    ),
    children as (
      select month, ${by === 'service' ? 'null' : key} as key
      from persons
      cross join months
      where in_county and age_at(birth_month, month) between 0 and 17
    ),
    found as (
      select ${key} as key, count(*) as events
      from spells
      where in_county
        and ${date} between date '${first}' and last_day(date '${last}')
        and age_at(birth_month, ${date}) between 0 and 17
        and ${only}
      group by all
    )
    select
      key::varchar as ${by},
      events::double as numerator,
      (select count(*) from children where ${ofGroup}) / (select count(*) from months)::double as denominator
    from found`;
}
