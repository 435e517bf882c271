import type { Measure } from './measure';

/** The tables a measure still lacks, as a sentence for the page or the command line; null when none. */
export function whatIsMissing(measure: Measure, loaded: ReadonlySet<string>): string | null {
  const missing = measure.needs
    .map((need) => (typeof need === 'string' ? [need] : need))
    .filter((anyOf) => !anyOf.some((table) => loaded.has(table)))
    .map((anyOf) => anyOf.join(' or '));
  if (missing.length === 0) return null;
  return `${measure.label} needs ${missing.join(' and ')}. Load ${missing.length === 1 ? 'it' : 'them'} to see it.`;
}
