import type { Measure } from '../measures/measure';
import { hashOfJson } from './hash';

/**
 * The version of a measure: SHA-256 of the canonical JSON of all that its object says, its definition, source, caveats
 * and SQL among it. Any change of any of them is another version.
 */
export function measureVersion(measure: Measure): Promise<string> {
  // A name without a value is no part of the definition; through JSON it is gone.
  return hashOfJson(JSON.parse(JSON.stringify(measure)));
}
