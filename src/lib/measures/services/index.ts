import type { Measure } from '../measure';
import { careLeaversNeet } from './care_leavers_neet';
import {
  childrenInNeed,
  lookedAfter,
  lookedAfterExcludingUasc,
  protectionPlans,
} from './children_open';
import { demandPer1000, demandPer10000 } from './demand';
import {
  assessmentsStarted,
  referralsPer1000,
  referralsPer10000,
  section47Enquiries,
  servicesEnded,
  servicesStarted,
} from './events';
import { jointMeasures } from './joint';
import { serviceLengthMeasures } from './lengths';
import { daysBetweenServices, followedByNone, followedByService } from './moves';
import { openCaseload } from './open_caseload';
import { repeatProtectionPlans, reReferrals } from './repeats';
import { serviceInvolvement } from './service_involvement';
import { stepDown, stepUp } from './steps';
import { highestInvolvement, meanServices, servicesAtOnce, servicesTogether } from './together';
import { unmetNeedNeet, unmetNeedPersistentAbsence, unmetNeedSuspended } from './unmet_need';

export const serviceMeasures: readonly Measure[] = [
  serviceInvolvement,
  openCaseload,
  demandPer1000,
  demandPer10000,
  childrenInNeed,
  protectionPlans,
  lookedAfter,
  lookedAfterExcludingUasc,
  servicesStarted,
  servicesEnded,
  ...serviceLengthMeasures,
  referralsPer10000,
  referralsPer1000,
  reReferrals,
  assessmentsStarted,
  section47Enquiries,
  repeatProtectionPlans,
  stepUp,
  stepDown,
  highestInvolvement,
  servicesAtOnce,
  meanServices,
  servicesTogether,
  followedByService,
  followedByNone,
  daysBetweenServices,
  unmetNeedPersistentAbsence,
  unmetNeedSuspended,
  unmetNeedNeet,
  ...jointMeasures,
  careLeaversNeet,
];
