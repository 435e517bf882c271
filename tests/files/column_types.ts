/**
 * The types in which the contract hands columns over, written here a second time on purpose: a test is
 * an independent reader of the contract.
 */
const dates = [
  'birth_month',
  'start_date',
  'end_date',
  'date',
  'month',
  'last_verified',
  'neet_since',
];
const texts = [
  'sex',
  'ethnicity',
  'sen',
  'home_district',
  'district',
  'name',
  'phase',
  'registration',
  'session',
  'code',
  'cohort_status',
  'service',
  'kind',
  'reason_1',
];
const booleans = ['free_school_meals', 'boarder', 'currency_lapsed', 'uasc', 'home_educated'];
const integers = ['school_id', 'year_group', 'academic_year', 'sessions', 'activity_code'];

const typeOf = new Map<string, string>([
  ...dates.map((name) => [name, 'date'] as const),
  ...texts.map((name) => [name, 'varchar'] as const),
  ...booleans.map((name) => [name, 'boolean'] as const),
  ...integers.map((name) => [name, 'integer'] as const),
  ['person_id', 'bigint'],
]);

/** The SQL type of a column of a table; `term` is text in `attendance_totals` and a number in `calendar`. */
export function columnType(table: string, column: string): string {
  if (column === 'term') return table === 'calendar' ? 'integer' : 'varchar';
  const type = typeOf.get(column);
  if (type === undefined) throw new RangeError(`No type is known for the column ${column}.`);
  return type;
}
