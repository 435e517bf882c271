import type { ReportTemplate } from '../templates';
import { attendanceMissing } from './attendance_missing';
import { careLeavers } from './care_leavers';
import { childrenInCare } from './children_in_care';
import { exclusions } from './exclusions';
import { helpAndProtection } from './help_and_protection';
import { sendAndNeet } from './send_and_neet';
import { youthJustice } from './youth_justice';

/** The templates of evidence in the order in which they are offered. */
export const evidenceTemplates: readonly ReportTemplate[] = [
  helpAndProtection,
  childrenInCare,
  careLeavers,
  attendanceMissing,
  exclusions,
  sendAndNeet,
  youthJustice,
];
