import type { Counted } from '../shapes';
import { cohortRows } from './scope';

/**
 * The mean over the months asked for of those who meet a condition, of everybody the other conditions
 * leave, where kinds (`measure.kinds`) split the numerator alone. Answers many month ends in one statement.
 */
export function shareByKind(condition: string, { from, where }: Counted = cohortRows): string {
  const rows = where.join('\n    and ');
  return `with
population as (
  select
    month,
    {population_dimensions}
    count(*) as people
  from ${from}
  where ${rows}{population_filters}
  group by all
),
counted as (
  select
    month as counted_month,
    {dimensions}
    count(*) as people
  from ${from}
  where ${rows}
    and ${condition}{filters}
  group by all
)
select
  {month}
  {keys}
  coalesce(sum(counted.people), 0)::double / $months as numerator,
  coalesce(sum(population.people), 0)::double / $months as denominator
from population{kinds}
left join counted
  on counted_month = month
  and {match}
group by all
order by all`;
}
