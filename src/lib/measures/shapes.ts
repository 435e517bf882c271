/** Where a count comes from: a mart or a join of marts, and the rows of it that count. */
export interface Counted {
  readonly from: string;
  /** Conditions, one a line. */
  readonly where: readonly string[];
}

/** The usual shape: numerator and denominator in one pass over one mart. */
export function inOnePass({
  numerator,
  denominator,
  people,
  from,
  where,
}: Counted & {
  readonly numerator: string;
  /** Left out of a count that is over nothing. */
  readonly denominator?: string;
  /** The people behind the counts, where the counts are not of people. */
  readonly people?: { readonly numerator: string; readonly denominator: string };
}): string {
  const columns = [
    `${numerator} as numerator`,
    ...(denominator === undefined ? [] : [`${denominator} as denominator`]),
    ...(people === undefined
      ? []
      : [
          `${people.numerator} as people_in_numerator`,
          `${people.denominator} as people_in_denominator`,
        ]),
  ];
  return `select
  {month}
  {dimensions}
  ${columns.join(',\n  ')}
from ${from}
where ${where.join('\n  and ')}{filters}
group by all
order by all`;
}

/**
 * Events or people of one mart over a population of another. A group of the population in which nothing
 * was counted is a true zero. Kinds (`measure.kinds`) split the numerator alone.
 */
export function overPopulation({
  counted,
  population,
}: {
  readonly counted: Counted & {
    readonly count: string;
    /** The people behind the count, where it is not of people. */
    readonly people?: string;
  };
  readonly population: Counted & { readonly count: string; readonly people?: string };
}): string {
  const ofPeople = counted.people !== undefined;
  return `with
population as (
  select
    {population_dimensions}
    ${population.count} as size${ofPeople ? `,\n    ${population.people ?? population.count} as people` : ''}
  from ${population.from}
  where ${population.where.join('\n    and ')}{population_filters}
  group by all
),
counted as (
  select
    {dimensions}
    ${counted.count} as found${ofPeople ? `,\n    ${counted.people} as people` : ''}
  from ${counted.from}
  where ${counted.where.join('\n    and ')}{filters}
  group by all
)
select
  {keys}
  coalesce(counted.found, 0) as numerator,
  population.size as denominator${
    ofPeople
      ? ',\n  coalesce(counted.people, 0) as people_in_numerator,\n  population.people as people_in_denominator'
      : ''
  }
from population{kinds}
left join counted
  on {match}
order by all`;
}

/** How many spells, or other things that take time, there are of each length in days. */
export function lengths({
  days,
  ended,
  from,
  where,
}: Counted & {
  readonly days: string;
  /** Whether one is over; left out where all are. */
  readonly ended?: string;
}): string {
  const counts =
    ended === undefined
      ? 'count(*) as ended'
      : `count(*) filter (where ${ended}) as ended,\n  count(*) filter (where not (${ended})) as still_going_on`;
  return `select
  {dimensions}
  ${days} as days,
  ${counts}
from ${from}
where ${where.join('\n  and ')}{filters}
group by all
order by all`;
}
