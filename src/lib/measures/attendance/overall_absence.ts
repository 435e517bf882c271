import type { Measure } from '../measure';
import {
  absenceMethodology,
  attendanceScope,
  fromEnrolmentPeriods,
  scopeCaveats,
  sessionsCaveat,
} from './scope';

export const overallAbsence: Measure = {
  ...attendanceScope,
  id: 'overall_absence',
  label: 'Overall absence',
  definition:
    'Sessions missed, authorised or not, as a share of all possible sessions. A session is half a school day.',
  source: absenceMethodology,
  published: 'absence_overall',
  numerator: 'sessions missed',
  denominator: 'possible sessions',
  caveats: [...scopeCaveats, sessionsCaveat],
  sql: `select
  {dimensions}
  sum(absent)::bigint as numerator,
  sum(possible)::bigint as denominator,
  count(*) filter (where absent > 0) as people_in_numerator,
  count(*) as people_in_denominator
${fromEnrolmentPeriods}`,
};
