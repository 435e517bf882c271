import type { Measure } from '../measure';
import { absenceAfterAction, absenceBeforeAction } from './absence_around_action';
import {
  attendanceContracts,
  attendanceWarnings,
  educationSupervisionOrders,
  enforcementActions,
  parentingOrders,
  peopleWithEnforcement,
  schoolAttendanceOrders,
} from './actions';
import { licenceDecisions, licencesRefused, licencesRevoked } from './licences/decisions';
import {
  bodyOfPersonsApprovals,
  chaperoneLicences,
  performanceLicences,
  workPermits,
  workPermitsPer1000,
} from './licences/granted';
import { noticesToImprove, noticesToImproveEnough } from './notices_to_improve';
import { penaltyNotices, penaltyNoticesInMonths } from './penalty_notices';
import {
  paidWithin21,
  paidWithin28,
  penaltyNoticeOutcomes,
  prosecuted,
  unresolved,
  withdrawn,
} from './penalty_outcomes';
import { prosecutions, prosecutionsGuilty } from './prosecutions';
import { offenceNumbersAgree, secondNotices, thirdNotices } from './second_notices';
import { thresholdToCourt } from './threshold_to_court';

export const enforcementMeasures: readonly Measure[] = [
  penaltyNotices,
  penaltyNoticesInMonths,
  paidWithin21,
  paidWithin28,
  withdrawn,
  prosecuted,
  unresolved,
  penaltyNoticeOutcomes,
  secondNotices,
  thirdNotices,
  offenceNumbersAgree,
  noticesToImprove,
  noticesToImproveEnough,
  attendanceWarnings,
  attendanceContracts,
  parentingOrders,
  educationSupervisionOrders,
  schoolAttendanceOrders,
  prosecutions,
  prosecutionsGuilty,
  enforcementActions,
  peopleWithEnforcement,
  thresholdToCourt,
  absenceBeforeAction,
  absenceAfterAction,
  workPermits,
  workPermitsPer1000,
  performanceLicences,
  chaperoneLicences,
  bodyOfPersonsApprovals,
  licencesRefused,
  licencesRevoked,
  licenceDecisions,
];
