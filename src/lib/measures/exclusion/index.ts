import type { Measure } from '../measure';
import {
  exclusionsInMonths,
  permanentExclusionsInMonths,
  pupilsSuspendedInMonths,
  suspensionsInMonths,
} from './in_months';
import { suspendedOverTheLimit } from './over_the_limit';
import { permanentExclusions, permanentExclusionsPer10000 } from './permanent_exclusions';
import { permanentExclusionReasons, suspensionReasons } from './reasons';
import { longSuspensions, sessionsLost, sessionsPerSuspension } from './sessions_lost';
import { suspendedAgain } from './suspended_again';
import { pupilsSuspended, pupilsSuspendedRepeatedly, suspensions } from './suspensions';

export const exclusionMeasures: readonly Measure[] = [
  suspensions,
  pupilsSuspended,
  pupilsSuspendedRepeatedly,
  suspendedAgain,
  permanentExclusions,
  permanentExclusionsPer10000,
  sessionsLost,
  sessionsPerSuspension,
  longSuspensions,
  suspendedOverTheLimit,
  suspensionReasons,
  permanentExclusionReasons,
  suspensionsInMonths,
  pupilsSuspendedInMonths,
  permanentExclusionsInMonths,
  exclusionsInMonths,
];
