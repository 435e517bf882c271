import { measureNamed } from '../../measures/catalogue';
import type { Measure } from '../../measures/measure';
import { measureVersion } from '../measure_version';
import type { FigureRecord } from '../records';

/** The measures of this program that a pack names, each with the version it has here. */
export type KnownMeasures = ReadonlyMap<
  string,
  { readonly measure: Measure; readonly version: string }
>;

export async function knownMeasures(records: readonly FigureRecord[]): Promise<KnownMeasures> {
  const known = new Map<string, { measure: Measure; version: string }>();
  for (const { measure } of records) {
    const here = known.has(measure.id) ? null : measureNamed(measure.id);
    if (here) known.set(measure.id, { measure: here, version: await measureVersion(here) });
  }
  return known;
}

/**
 * What this program knows of the measure of a figure: its very definition, a measure of that name with another
 * definition, or nothing.
 */
export interface Definition {
  readonly is: 'the same' | 'another version' | 'not known';
  readonly measure: Measure | null;
}

export function definitionOf({ measure }: FigureRecord, known: KnownMeasures): Definition {
  const here = known.get(measure.id);
  if (!here) return { is: 'not known', measure: null };
  const same = here.version === measure.version;
  return { is: same ? 'the same' : 'another version', measure: here.measure };
}

/** What to know before a definition is read; null where it is the very one. */
export function definitionNote({ is }: Definition): string | null {
  if (is === 'the same') return null;
  return is === 'another version'
    ? 'The pack was made with another version of this measure than the one this program has. The words here are of this program; what was run is the SQL below.'
    : 'This program does not know the measure. What was run is the SQL below; a rate is shown as a fraction.';
}
