import type { Purpose } from './purpose';

/**
 * What a column holds. `person` and `parent` are pseudonyms; `school` is a URN; `month` is a DATE that
 * is always the first of its month; `district` is a GSS code; `code` is one of the column's `codes`.
 */
export type ColumnType =
  | 'person'
  | 'parent'
  | 'school'
  | 'district'
  | 'date'
  | 'month'
  | 'boolean'
  | 'integer'
  | 'number'
  | 'code'
  | 'text';

/** One column of an extract, as its supplier sees it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether a file without this column is refused. */
  readonly required: boolean;
  /** One sentence for the data dictionary. */
  readonly meaning: string;
  /** A required column whose cells may be empty; the cells of an optional column always may. */
  readonly mayBeEmpty?: true;
  /** The codes of a `code` column, in the order of its code list. */
  readonly codes?: readonly string[];
  /** The values of an `integer` column that is a code list. */
  readonly values?: readonly number[];
  readonly min?: number;
  readonly max?: number;
  /** The shape of a `text` column that has one, as a regular expression over the whole value. */
  readonly pattern?: RegExp;
  /** An `integer` column that may be supplied as text as well. */
  readonly textAllowed?: true;
}

/** One table of the extract contract. */
export interface Table {
  readonly name: string;
  /** What one row is, in a sentence. */
  readonly meaning: string;
  /** Which privacy notice it belongs to. */
  readonly purpose: Purpose;
  readonly columns: readonly Column[];
  /** The columns whose values together may occur once. */
  readonly key: readonly string[];
  /** Whether the table may be supplied as CSV as well. */
  readonly csv: boolean;
}

/** The column of that name. @throws RangeError when the table has no such column. */
export function columnNamed(table: Table, name: string): Column {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new RangeError(`Table ${table.name} has no column ${name}`);
  return column;
}

/** The name of a table or column as a reader meets it: "attendance totals". */
export function inWords(name: string): string {
  return name.replaceAll('_', ' ');
}
