import { tableNamed } from '../contract/tables';

/** What an optional column switches off or changes while it is missing, by table and column. */
const consequences: Readonly<Record<string, string>> = {
  'people.ethnicity': 'figures cannot be split by ethnic group',
  'people.sen': 'figures cannot be split by special educational needs',
  'people.free_school_meals': 'figures cannot be split by free school meals',
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
    consequence: consequences[`${table}.${column}`] ?? 'no figure rests on it yet',
  }));
}
