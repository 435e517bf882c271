import { tableNamed } from '../contract/tables';
import { catalogue } from '../measures/catalogue';
import { dimensions } from '../measures/dimensions';
import type { DimensionId } from '../measures/measure';
import { columnBehind } from '../measures/needs';
import { formatList } from '../ui/format';
import { firstOf } from './first_of';

/** What is done without an optional column that no figure is switched off by, by table and column. */
const consequences: Readonly<Record<string, string>> = {
  'enrolments.end_date': 'every enrolment is taken as current',
  'enrolments.registration': 'guest pupils cannot be left out',
  'enrolments.boarder': 'boarders cannot be left out',
  'activities.cohort_status': 'everybody counts as resident in the county',
  'activities.district': 'the home district of the people table is used',
  'involvements.end_date': 'every spell is taken as open',
};

/** A column that a file lacks, and what follows. */
export interface MissingColumn {
  readonly column: string;
  readonly meaning: string;
  readonly consequence: string;
}

/** The optional columns that a file of this table lacks, with what is switched off. */
export function missingColumns(
  table: string | null,
  columns: readonly string[],
): readonly MissingColumn[] {
  const known = table === null ? undefined : tableNamed(table);
  return columns.map((column) => ({
    column,
    meaning: known?.columns.find(({ name }) => name === column)?.meaning ?? '',
    consequence: consequenceOf(`${table}.${column}`),
  }));
}

function consequenceOf(column: string): string {
  const splits = (Object.entries(columnBehind) as [DimensionId, readonly string[]][])
    .filter(([id, behind]) => behind.join('.') === column && isSplit(id))
    .map(([id]) => dimensions[id].label.toLowerCase());
  const needing = catalogue
    .filter(({ needsColumns = [] }) => needsColumns.includes(column))
    .map(({ label }) => label);
  const parts = [
    ...(splits.length > 0 ? [`figures cannot be split by ${formatList(splits)}`] : []),
    ...(needing.length > 0 ? [`${firstOf(needing)} cannot be shown`] : []),
    ...(consequences[column] === undefined ? [] : [consequences[column]]),
  ];
  return parts.length === 0 ? 'no figure rests on it yet' : parts.join('; ');
}

function isSplit(id: DimensionId): boolean {
  return catalogue.some((measure) => measure.dimensions.includes(id));
}
