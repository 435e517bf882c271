import type { DuckDBConnection } from '@duckdb/node-api';
import { nativeRows } from '../native';
import { countsByKey, type CountsByKey } from './counts_by_key';
import { kentDistricts, listOf } from './reference_county';

/** Rules of the domain, section 3.1. */
const neet = [540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680];
const notKnown = [810, 820, 830];
// prettier-ignore
const eet = [
  210, 220, 230, 240, 250, 260, 270, 280, 290, 310, 320, 330, 340, 350, 360, 380, 381, 550,
  410, 430, 440, 450, 460, 530,
];

const columns: Readonly<Record<string, string>> = {
  district: 'lived_in',
  year_group: 'year_group',
  sex: "coalesce(sex, 'unknown')",
  ethnic_group: 'ethnic_group',
  sen: "coalesce(sen, 'unknown')",
  free_school_meals: "coalesce(free_school_meals::varchar, 'unknown')",
};

export interface NeetCounts {
  readonly neet: CountsByKey;
  readonly not_known: CountsByKey;
  readonly neet_or_not_known: CountsByKey;
}

/** The three measures of the 16-17 cohort as the mean of some month ends, by group. */
export async function neetAndNotKnown(
  connection: DuckDBConnection,
  months: readonly string[],
  by: readonly string[],
): Promise<NeetCounts> {
  const keys = by.map((dimension) => `(${columns[dimension]})::varchar as ${dimension}`);
  const rows = await nativeRows<Record<string, string | number>>(
    connection,
    `with
    positions as (
      select *, row_number() over (partition by person_id, month order by file, place) as occurrence
      from raw_activities
      where month in (${months.map((month) => `date '${month}-01'`).join(', ')})
    ),
    cohort as (
      select
        activity_code,
        currency_lapsed,
        persons.* exclude (occurrence),
        coalesce(positions.district, persons.home_district, 'unknown') as lived_in,
        -- section 3.2, worked from month of birth and month end
        year(month) - year(birth_month) - 5 - (month(birth_month) > 8)::integer + (month(month) > 8)::integer as year_group
      from positions
      join persons using (person_id)
      where positions.occurrence = 1 and coalesce(cohort_status, 'P') = 'P'
    ),
    counted as (
      select
        *,
        activity_code in (${neet.join(', ')}) as is_neet,
        activity_code in (${notKnown.join(', ')})
          or (activity_code in (${eet.join(', ')}) and currency_lapsed) as is_not_known
      from cohort
      where year_group in (12, 13)
        and activity_code in (${[...neet, ...notKnown, ...eet].join(', ')})
        and lived_in in ('unknown', ${listOf(kentDistricts)})
    )
    select
      ${[...keys, ''].join(', ')}
      (count(*) filter (where is_neet))::double / ${months.length} as neet,
      (count(*) filter (where is_not_known))::double / ${months.length} as not_known,
      (count(*) filter (where is_neet or is_not_known))::double / ${months.length} as either,
      count(*)::double / ${months.length} as cohort
    from counted
    ${by.length === 0 ? '' : 'group by all'}`,
  );
  return {
    neet: countsByKey(rows, by, 'neet', 'cohort'),
    not_known: countsByKey(rows, by, 'not_known', 'cohort'),
    neet_or_not_known: countsByKey(rows, by, 'either', 'cohort'),
  };
}
