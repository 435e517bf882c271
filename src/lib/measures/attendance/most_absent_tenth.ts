import type { Measure } from '../measure';
import { attendanceScope, enrolmentsInScope, scopeCaveats } from './scope';

export const mostAbsentTenth: Measure = {
  ...attendanceScope,
  id: 'share_of_absence_of_the_most_absent_tenth',
  label: 'Share of absence of the most absent tenth',
  definition:
    'Of all sessions missed, the share that was missed by the tenth of enrolments with most sessions missed.',
  source: 'Waymark; a point of the Lorenz curve of sessions missed',
  kind: 'mean',
  whyNoInterval:
    'It depends on the whole distribution of absence among pupils, for which no simple formula holds.',
  polarity: 'neutral',
  numerator: 'sessions missed by the most absent tenth',
  denominator: 'sessions missed',
  caveats: [
    ...scopeCaveats,
    'The tenth is taken within each group that is shown, so the groups do not add up to the total.',
    'Enrolments that missed equally many sessions on the edge of the tenth count in part.',
    'Were absence spread evenly the share would be 10 %. A high share means that absence is the matter of few pupils, a low one that it is everybody’s.',
  ],
  sql: `with
-- how many enrolments missed how many sessions
histogram as (
  select
    {dimensions}
    absent,
    count(*) as enrolments
  from ${enrolmentsInScope.from}
  where ${enrolmentsInScope.where.join('\n    and ')}{filters}
  group by all
),
ranked as (
  select
    {keys}
    absent,
    enrolments,
    sum(enrolments) over (partition by {keys} true) as all_enrolments,
    sum(enrolments) over (partition by {keys} true order by absent desc) - enrolments as more_absent
  from histogram as population
),
-- ten times the enrolments within the tenth, so that the numbers stay whole
taken as (
  select
    *,
    least(greatest(all_enrolments - 10 * more_absent, 0), 10 * enrolments)::bigint as ten_times_taken
  from ranked
)
select
  {keys}
  sum(ten_times_taken * absent)::double / 10 as numerator,
  sum(enrolments * absent)::double as denominator,
  (sum(ten_times_taken) // 10)::bigint as people_in_numerator,
  sum(enrolments)::bigint as people_in_denominator
from taken as population
group by all
order by all`,
};
