import { dimensions } from '../measures/dimensions';
import type { Measure } from '../measures/measure';
import {
  holdingsOf,
  whatIsMissing,
  whySwitchedOff,
  type LoadedColumns,
  type Needy,
} from '../measures/needs';

/**
 * What stands of a measure with the files at hand, in words; null while nothing is loaded, when
 * everything would be missing.
 */
export function availabilityInWords(
  measure: Needy & Partial<Pick<Measure, 'dimensions'>>,
  files: readonly LoadedColumns[],
): string | null {
  if (files.length === 0) return null;
  const missing = whatIsMissing(measure, holdingsOf(files));
  if (missing !== null) return missing;
  const off = (measure.dimensions ?? []).filter((id) => whySwitchedOff(id, files) !== null);
  if (off.length === 0) return 'Everything it needs is loaded.';
  const labels = off.map((id) => dimensions[id].label.toLowerCase()).join(', ');
  return `Everything it needs is loaded. No column of the files tells of: ${labels}.`;
}
