import type { Measure } from '../measure';
import { attendanceScope, scopeCaveats } from './scope';
import { rankedByAbsence, tenthCaveats } from './ranked_by_absence';

export const absenceByTenth: Measure = {
  ...attendanceScope,
  ...rankedByAbsence,
  id: 'absence_by_tenth',
  label: 'Absence by tenth of enrolments',
  definition:
    'Of all sessions missed, the share that each tenth of enrolments missed, from the tenth with most sessions missed to the tenth with fewest.',
  source: 'Waymark; the Lorenz curve of sessions missed, in tenths',
  numerator: 'sessions missed by the tenth',
  denominator: 'sessions missed',
  dimensions: [...attendanceScope.dimensions, 'absence_tenth'],
  dimensionNotes: {
    ...attendanceScope.dimensionNotes,
    absence_tenth: 'enrolments in the order of sessions missed, most first',
  },
  kinds: { absence_tenth: 'absence_tenths' },
  // A group's tenths are no parts of the county's, and the people of a tenth are whole numbers that do not add up.
  overlapping: [...attendanceScope.dimensions, 'absence_tenth'],
  caveats: [
    ...scopeCaveats,
    ...tenthCaveats,
    'Without a split by tenth the figure is 100 %.',
    'Were absence spread evenly each tenth would hold 10 %.',
  ],
  sql: `${rankedByAbsence.sql},
placed as (
  select
    ranked.*,
    absence_tenth,
    -- ten times the enrolments that are within the tenth, so that the numbers stay whole
    greatest(
      least(10 * (more_absent + enrolments), absence_tenth * all_enrolments)
        - greatest(10 * more_absent, (absence_tenth - 1) * all_enrolments),
      0
    )::bigint as ten_times_taken
  from ranked
  cross join absence_tenths
)
select
  {split}
  sum(ten_times_taken * absent)::double / 10 as numerator,
  max(all_absence)::double as denominator,
  (sum(ten_times_taken) // 10)::bigint as people_in_numerator,
  max(all_enrolments)::bigint as people_in_denominator
from placed
where true{kind_filters}
group by all
order by all`,
};
