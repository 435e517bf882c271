import type { Measure } from '../measure';
import { activitySurvey, activitySurveyDestinations } from './activity_survey';
import { moversIn, moversOut } from './county_moves';
import { recordsFallingDue, shareLapsed } from './currency';
import { destinations, meetingDuty } from './destinations';
import { neetWithPlan, notKnownWithPlan } from './education_health_care_plans';
import { intendedDestinationKept } from './intended_destination';
import { intentionToDecember } from './intention_to_december';
import { neetJoiners, neetLeavers } from './movement';
import { neet } from './neet';
import { neetOfKnown } from './neet_of_known';
import { neetOrNotKnown } from './neet_or_not_known';
import { notKnown } from './not_known';
import { participation, partsOfParticipation } from './participation';
import { leaverDestinations, leaversInLearning } from './school_leavers';
import { guaranteeOffers, septemberGuarantee } from './september_guarantee';
import { timeNeet } from './time_neet';
import { daysSinceVerified, verified } from './verification';
import { vulnerableGroupNeetOrNotKnown } from './vulnerable_group';

export const neetMeasures: readonly Measure[] = [
  neet,
  notKnown,
  neetOrNotKnown,
  neetOfKnown,
  vulnerableGroupNeetOrNotKnown,
  neetWithPlan,
  notKnownWithPlan,
  ...timeNeet,
  neetJoiners,
  neetLeavers,
  participation,
  ...partsOfParticipation,
  destinations,
  meetingDuty,
  shareLapsed,
  recordsFallingDue,
  daysSinceVerified,
  verified,
  septemberGuarantee,
  guaranteeOffers,
  intendedDestinationKept,
  intentionToDecember,
  activitySurvey,
  activitySurveyDestinations,
  leaversInLearning,
  leaverDestinations,
  moversIn,
  moversOut,
];
