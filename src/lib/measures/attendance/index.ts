import type { Measure } from '../measure';
import { absenceByReason } from './absence_by_reason';
import { absenceByTenth } from './absence_by_tenth';
import { authorisedAbsence, unauthorisedAbsence } from './authorised';
import { authorisedReasons } from './authorised_reasons';
import { absenceBands, highAttendance, nearPersistentAbsence } from './bands';
import { daily } from './by_day';
import { firstTerm } from './first_term';
import { mostAbsentTenth } from './most_absent_tenth';
import { moves } from './moves';
import { overallAbsence } from './overall_absence';
import { penaltyThresholdActedOn, penaltyThresholdMet } from './penalty_threshold';
import { persistentAbsence } from './persistent_absence';
import { severeAbsence } from './severe_absence';
import { unauthorisedReasons } from './unauthorised_reasons';

export const attendanceMeasures: readonly Measure[] = [
  overallAbsence,
  authorisedAbsence,
  unauthorisedAbsence,
  persistentAbsence,
  severeAbsence,
  nearPersistentAbsence,
  highAttendance,
  absenceBands,
  mostAbsentTenth,
  absenceByTenth,
  absenceByReason,
  ...authorisedReasons,
  ...unauthorisedReasons,
  ...daily,
  ...moves,
  ...firstTerm,
  penaltyThresholdMet,
  penaltyThresholdActedOn,
];
