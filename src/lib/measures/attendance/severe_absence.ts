import type { Measure } from '../measure';
import {
  absenceMethodology,
  attendanceScope,
  fromEnrolmentPeriods,
  scopeCaveats,
  inBandsFrom,
} from './scope';

export const severeAbsence: Measure = {
  ...attendanceScope,
  id: 'severe_absence',
  label: 'Severe absence',
  definition:
    'Enrolments that missed 50 % or more of their own possible sessions, authorised or not, as a share of all enrolments with at least one possible session.',
  source: absenceMethodology,
  published: 'severe_absence',
  numerator: 'enrolments that missed 50 % or more of their possible sessions',
  denominator: 'enrolments',
  caveats: [
    ...scopeCaveats,
    'Severely absent enrolments are a part of the persistently absent, not a group beside them.',
  ],
  numeratorOf: inBandsFrom(50),
  sql: `select
  {dimensions}
  -- whole numbers, so that an enrolment exactly on the line counts
  count(*) filter (where 2 * absent >= possible) as numerator,
  count(*) as denominator
${fromEnrolmentPeriods}`,
};
