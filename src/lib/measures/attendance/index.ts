import type { Measure } from '../measure';
import { overallAbsence } from './overall_absence';
import { persistentAbsence } from './persistent_absence';
import { severeAbsence } from './severe_absence';

export const attendanceMeasures: readonly Measure[] = [
  overallAbsence,
  persistentAbsence,
  severeAbsence,
];
