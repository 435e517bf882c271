import type { DuckDBConnection } from '@duckdb/node-api';
import { nativeRows } from '../native';
import { countsByKey, type CountsByKey } from './counts_by_key';

const columns: Readonly<Record<string, string>> = {
  district: 'home',
  year_group: 'year_group',
  sex: "coalesce(sex, 'unknown')",
  ethnic_group: 'ethnic_group',
  sen: "coalesce(sen, 'unknown')",
  free_school_meals: "coalesce(free_school_meals::varchar, 'unknown')",
};

/**
 * People aged 0 to 17 with an open spell at a month end, of all such people in the county, by group.
 * Only groups with somebody in the numerator have a row when split by service.
 */
export async function openInvolvement(
  connection: DuckDBConnection,
  month: string,
  by: readonly string[],
): Promise<CountsByKey> {
  const monthEnd = `last_day(date '${month}-01')`;
  const own = by.filter((dimension) => dimension !== 'service');
  const keys = own.map((dimension) => `(${columns[dimension]})::varchar as ${dimension}`);
  const children = `children as (
      select
        ${[...keys, ''].join(', ')}
        person_id
      from (
        select
          *,
          -- academic age 16 is Year 12
          datesub('year', birth_month, make_date(year(${monthEnd}) - (month(${monthEnd}) < 9)::integer, 8, 31)) - 4 as year_group
        from persons
        where in_county
          and birth_month <= ${monthEnd}
          and datesub('year', birth_month, ${monthEnd}) between 0 and 17
      )
    )`;
  const rows = await nativeRows<Record<string, string | number>>(
    connection,
    `with
    ${children},
    everybody as (select ${[...own, ''].join(', ')} count(*) as people from children ${own.length ? 'group by all' : ''}),
    open_spells as (
      select distinct person_id, service
      from raw_involvements
      where start_date <= ${monthEnd}
        and (end_date is null or (end_date > ${monthEnd} and end_date >= start_date))
    ),
    open_people as (
      select ${[...by, ''].join(', ')} count(distinct person_id) as people
      from children join open_spells using (person_id)
      ${by.length ? 'group by all' : ''}
    )
    select
      ${[...by.map((key) => (key === 'service' ? 'service' : `everybody.${key}`)), ''].join(', ')}
      coalesce(open_people.people, 0)::double as open,
      everybody.people::double as people
    from everybody
    ${by.includes('service') ? 'join' : 'left join'} open_people
      on ${own.map((key) => `open_people.${key} = everybody.${key}`).join(' and ') || 'true'}`,
  );
  return countsByKey(rows, by, 'open', 'people');
}
