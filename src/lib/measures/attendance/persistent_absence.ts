import type { Measure } from '../measure';
import {
  absenceMethodology,
  attendanceScope,
  fromEnrolmentPeriods,
  inBandsFrom,
  scopeCaveats,
} from './scope';

export const persistentAbsence: Measure = {
  ...attendanceScope,
  id: 'persistent_absence',
  label: 'Persistent absence',
  definition:
    'Enrolments that missed 10 % or more of their own possible sessions, authorised or not, as a share of all enrolments with at least one possible session.',
  source: absenceMethodology,
  published: 'persistent_absence',
  numerator: 'enrolments that missed 10 % or more of their possible sessions',
  denominator: 'enrolments',
  caveats: [
    ...scopeCaveats,
    'A pupil who misses half of all sessions is in both persistent and severe absence.',
  ],
  numeratorOf: inBandsFrom(10),
  sql: `select
  {dimensions}
  -- whole numbers, so that an enrolment exactly on the line counts
  count(*) filter (where 10 * absent >= possible) as numerator,
  count(*) as denominator
${fromEnrolmentPeriods}`,
};
