import { inWords } from '../contract/table';
import { dimensions } from './dimensions';
import type { DimensionId, Measure } from './measure';

/** What a measure or model cannot do without. */
export type Needy = Pick<Measure, 'label' | 'needs' | 'needsColumns'>;

/**
 * The tables and columns a measure or model still lacks, as a sentence for the page or the command line;
 * null when none.
 */
export function whatIsMissing(
  { label, needs, needsColumns = [] }: Needy,
  holdings: ReadonlySet<string>,
): string | null {
  const missing = [...needs, ...needsColumns]
    .map((need) => (typeof need === 'string' ? [need] : need))
    .filter((anyOf) => !anyOf.some((each) => holdings.has(each)))
    .map((anyOf) => anyOf.map(needInWords).join(' or '));
  if (missing.length === 0) return null;
  return `${label} needs ${missing.join(' and ')}. Load ${missing.length === 1 ? 'it' : 'them'} to see it.`;
}

/** What is loaded: the tables that have a file, and as `table.column` the columns that such a file has. */
export function holdingsOf(files: readonly LoadedColumns[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ table, columns }) =>
      table === null ? [] : [table, ...columns.known.map((column) => `${table}.${column}`)],
    ),
  );
}

/** `attendance_totals` as "attendance totals", `exclusions.sessions` as "the column sessions of exclusions". */
function needInWords(need: string): string {
  const [table = '', column] = need.split('.');
  return column === undefined
    ? inWords(table)
    : `the column ${inWords(column)} of ${inWords(table)}`;
}

/** The column behind a dimension, where there is one. */
export const columnBehind: Readonly<
  Partial<Record<DimensionId, readonly [table: string, column: string]>>
> = {
  ethnic_group: ['people', 'ethnicity'],
  sen: ['people', 'sen'],
  free_school_meals: ['people', 'free_school_meals'],
  english_additional: ['people', 'english_additional'],
  deprivation: ['people', 'idaci_decile'],
  prior_attainment: ['people', 'prior_attainment'],
  home_educated: ['people', 'home_educated'],
  uasc: ['people', 'uasc'],
  social_care: ['involvements', 'service'],
  level_of_need: ['activities', 'level_of_need'],
  vulnerable_group: ['activities', 'characteristics'],
  confirmed_by: ['activities', 'confirmed_by'],
  time_since_verified: ['activities', 'last_verified'],
  offence_number: ['enforcements', 'offence_number'],
  enforcement_reason: ['enforcements', 'reason'],
  enforcement_outcome: ['enforcements', 'outcome'],
  primary_need: ['involvements', 'need'],
  referral_source: ['involvements', 'source'],
  intended_destination: ['guarantees', 'intended_destination'],
  intended_kind: ['guarantees', 'intended_destination'],
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
  return `Nothing can be shown by ${label}: no loaded file of ${inWords(table)} has the column ${inWords(column)}.`;
}
