import type { Measure } from '../measure';
import { rankedByAbsence, tenthCaveats } from './ranked_by_absence';
import { attendanceScope, scopeCaveats } from './scope';

export const mostAbsentTenth: Measure = {
  ...attendanceScope,
  ...rankedByAbsence,
  id: 'share_of_absence_of_the_most_absent_tenth',
  label: 'Share of absence of the most absent tenth',
  definition:
    'Of all sessions missed, the share that was missed by the tenth of enrolments with most sessions missed.',
  // the most absent of a group are others than those of the whole
  overlapping: attendanceScope.dimensions,
  source: 'Waymark; a point of the Lorenz curve of sessions missed',
  numerator: 'sessions missed by the most absent tenth',
  denominator: 'sessions missed',
  caveats: [
    ...scopeCaveats,
    ...tenthCaveats,
    'Were absence spread evenly the share would be 10 %. A high share means that absence is the matter of few pupils, a low one that it is everybody’s.',
  ],
  sql: `${rankedByAbsence.sql},
-- ten times the enrolments within the tenth, so that the numbers stay whole
taken as (
  select
    *,
    least(greatest(all_enrolments - 10 * more_absent, 0), 10 * enrolments)::bigint as ten_times_taken
  from ranked
)
select
  {groups}
  sum(ten_times_taken * absent)::double / 10 as numerator,
  max(all_absence)::double as denominator,
  (sum(ten_times_taken) // 10)::bigint as people_in_numerator,
  max(all_enrolments)::bigint as people_in_denominator
from taken
group by all
order by all`,
};
