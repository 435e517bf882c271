import { dimensions } from './dimensions';
import type { DimensionId, Measure } from './measure';

/** The tables a measure still lacks, as a sentence for the page or the command line; null when none. */
export function whatIsMissing(measure: Measure, loaded: ReadonlySet<string>): string | null {
  const missing = measure.needs
    .map((need) => (typeof need === 'string' ? [need] : need))
    .filter((anyOf) => !anyOf.some((table) => loaded.has(table)))
    .map((anyOf) => anyOf.join(' or '));
  if (missing.length === 0) return null;
  return `${measure.label} needs ${missing.join(' and ')}. Load ${missing.length === 1 ? 'it' : 'them'} to see it.`;
}

/** The optional column behind a dimension, where there is one. */
const columnBehind: Readonly<
  Partial<Record<DimensionId, readonly [table: string, column: string]>>
> = {
  ethnic_group: ['people', 'ethnicity'],
  sen: ['people', 'sen'],
  free_school_meals: ['people', 'free_school_meals'],
};

/** What is known of a loaded file's columns. */
export interface LoadedColumns {
  readonly table: string | null;
  readonly columns: { readonly known: readonly string[] };
}

/**
 * Why a dimension is switched off with the files at hand, as a sentence; null when it is not. A group
 * that no file knows of is not shown as "not known" throughout.
 */
export function whySwitchedOff(
  dimension: DimensionId,
  files: readonly LoadedColumns[],
): string | null {
  const behind = columnBehind[dimension];
  if (!behind) return null;
  const [table, column] = behind;
  const held = files.some((file) => file.table === table && file.columns.known.includes(column));
  if (held) return null;
  const label = dimensions[dimension].label.toLowerCase();
  return `Nothing can be shown by ${label}: no loaded file of ${table} has the column ${column}.`;
}
