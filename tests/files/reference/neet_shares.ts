import type { DimensionId } from '$lib/measures/measure';
import type { Question } from './question';

/** The columns of `positions` by which the product can split. */
export const columnOf: Readonly<Partial<Record<DimensionId, string>>> = {
  district: 'lived_in',
  year_group: 'year_group',
  sex: 'sex',
  ethnic_group: 'ethnic_group',
  sen: 'sen',
  free_school_meals: "coalesce(free_school_meals::varchar, 'unknown')",
  deprivation: "coalesce(ceil(idaci_decile / 2)::integer::varchar, 'unknown')",
  prior_attainment: 'prior_attainment',
  social_care: 'social_care',
  level_of_need: "coalesce(level_of_need::varchar, 'unknown')",
  vulnerable_group: 'vulnerable',
  uasc: 'coalesce(uasc, false)',
  school: "coalesce(last_school::varchar, 'unknown')",
  intended_destination: "coalesce(intended_destination::varchar, 'unknown')",
};

export interface Share {
  readonly measure: string;
  readonly period: string;
  readonly by?: readonly DimensionId[];
  readonly counted: string;
  readonly of?: string;
  readonly from?: string;
  /** Month ends, as `2024-12`; a mean where there are several. Left out, `from` has the right rows already. */
  readonly months?: readonly string[];
}

/** Some of a number of rows, by group: a sum of ones and noughts for every month, and their mean. */
export function share({
  measure,
  period,
  by = [],
  counted,
  of = 'true',
  from = 'cohort_16_17',
  months = [period],
}: Share): Question {
  const keys = by.map((dimension) => `(${columnOf[dimension]})::varchar as ${dimension}`);
  const inMonths = months.map((month) => `month = date '${month}-01'`).join(' or ') || 'true';
  return {
    measure,
    period,
    by,
    sql: `
      select
        ${[...keys, ''].join(', ')}
        sum(case when ${counted} then 1 else 0 end)::double / ${Math.max(months.length, 1)} as numerator,
        sum(1)::double / ${Math.max(months.length, 1)} as denominator
      from ${from}
      where (${inMonths}) and (${of})
      ${by.length === 0 ? '' : 'group by all'}`,
  };
}

/** The months of the winter headline that ends in February of a year. */
export function winter(year: number): readonly string[] {
  return [`${year - 1}-12`, `${year}-01`, `${year}-02`];
}

export interface Kinds extends Share {
  /** The dimension that splits the numerator alone, and the value it has in a row. */
  readonly kind: DimensionId;
  readonly value: string;
}

/** Kinds as shares of everybody in the group; only kinds that somebody has are answered. */
export function kindsOf({
  measure,
  period,
  by = [],
  kind,
  value,
  counted,
  of = 'true',
  from = 'cohort_16_17',
  months = [period],
}: Kinds): Question {
  const keys = by.map((dimension) => `(${columnOf[dimension]})::varchar as ${dimension}`);
  const names = by.join(', ');
  const inMonths = months.map((month) => `month = date '${month}-01'`).join(' or ') || 'true';
  const times = Math.max(months.length, 1);
  return {
    measure,
    period,
    by: [...by, kind],
    onlyFound: true,
    sql: `
      with everybody as (
        select ${[...keys, ''].join(', ')} (${value})::varchar as kind, (${counted}) as is_counted
        from ${from}
        where (${inMonths}) and (${of})
      )
      select distinct
        ${[...by, ''].join(', ')}
        kind as ${kind},
        (count(*) filter (where is_counted) over (partition by ${[...by, 'kind'].join(', ')}))::double / ${times} as numerator,
        (count(*) over (${by.length === 0 ? '' : `partition by ${names}`}))::double / ${times} as denominator
      from everybody
      qualify numerator > 0`,
  };
}
