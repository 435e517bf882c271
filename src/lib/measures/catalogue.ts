import type { Measure } from './measure';
import { neet } from './neet/neet';
import { neetOrNotKnown } from './neet/neet_or_not_known';
import { notKnown } from './neet/not_known';
import { overallAbsence } from './attendance/overall_absence';
import { persistentAbsence } from './attendance/persistent_absence';
import { severeAbsence } from './attendance/severe_absence';
import { serviceInvolvement } from './services/service_involvement';

/** Every measure of the product, in the order of the dictionary. */
export const catalogue: readonly Measure[] = [
  neet,
  notKnown,
  neetOrNotKnown,
  overallAbsence,
  persistentAbsence,
  severeAbsence,
  serviceInvolvement,
];

/** The measure with this id, or null. */
export function measureNamed(id: string): Measure | null {
  return catalogue.find((measure) => measure.id === id) ?? null;
}
