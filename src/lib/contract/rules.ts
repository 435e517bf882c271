/** `refuse` sets the whole file aside, `drop` leaves out the row, `warn` keeps it and says so. */
export type Severity = 'refuse' | 'drop' | 'warn';

export type RuleKind =
  'not_pseudonymised' | 'shape' | 'values' | 'retention' | 'restrictions' | 'plausibility';

/** A rule of intake as data: the report, the load page and the data dictionary read it. */
export interface Rule {
  readonly code: string;
  /** One sentence of plain English for the person who meets it. */
  readonly sentence: string;
  readonly severity: Severity;
  readonly kind: RuleKind;
}

const list = [
  // Not pseudonymised
  rule(
    'identifier_name',
    'refuse',
    'not_pseudonymised',
    'The name of a column says that it identifies people; leave the column out of the extract.',
  ),
  rule(
    'identifier_values',
    'refuse',
    'not_pseudonymised',
    'The values of a column look as if they identify people; leave the column out, or replace it with pseudonyms.',
  ),
  rule(
    'date_of_birth',
    'refuse',
    'not_pseudonymised',
    'A column holds full dates of birth; supply the first day of the month of birth as birth_month instead.',
  ),
  // Shape
  rule('empty_file', 'refuse', 'shape', 'The file is empty; export it again.'),
  rule('not_parquet', 'refuse', 'shape', 'The file is not Parquet; export it as Parquet.'),
  rule('truncated', 'refuse', 'shape', 'The file is not complete; copy or export it again.'),
  rule('encrypted', 'refuse', 'shape', 'The file is encrypted; export it without encryption.'),
  rule(
    'damaged',
    'refuse',
    'shape',
    'The file cannot be read to its end; copy or export it again.',
  ),
  rule(
    'codec_not_supported',
    'refuse',
    'shape',
    'The file is compressed in a way that cannot be read here; use snappy, zstd, gzip, brotli or none.',
  ),
  rule(
    'unknown_table',
    'refuse',
    'shape',
    'The file is not one of the tables of the contract; name it after its table.',
  ),
  rule(
    'csv_not_accepted',
    'refuse',
    'shape',
    'This table is not accepted as CSV; export it as Parquet.',
  ),
  rule('csv_malformed', 'refuse', 'shape', 'The file is not well-formed CSV; export it again.'),
  rule(
    'duplicate_file',
    'refuse',
    'shape',
    'The same file is loaded already; it is not loaded twice.',
  ),
  rule(
    'missing_column',
    'refuse',
    'shape',
    'A column that the contract requires is missing; add it to the extract.',
  ),
  rule('duplicate_column', 'refuse', 'shape', 'Two columns have the same name; keep one of them.'),
  rule(
    'nested_column',
    'refuse',
    'shape',
    'A column holds lists or structures; supply one plain value a row.',
  ),
  rule(
    'wrong_type',
    'refuse',
    'shape',
    'A column has another type than the contract asks for; convert it in the extract.',
  ),
  rule('unknown_column', 'warn', 'shape', 'A column is not in the contract; it was not read.'),
  rule(
    'missing_optional_column',
    'warn',
    'shape',
    'An optional column is missing; what needs it is switched off.',
  ),
  rule(
    'unreadable_extract_date',
    'warn',
    'shape',
    'The extract date in the file’s metadata (extracted_on) is not a date between 2000 and 2100, so it was left out; write it as 2025-07-31.',
  ),
  rule('no_rows', 'warn', 'shape', 'The file has no rows.'),
  // Values
  rule(
    'required_value_missing',
    'drop',
    'values',
    'A required value is empty; the row was left out.',
  ),
  rule(
    'unreadable_value',
    'drop',
    'values',
    'A required value cannot be read as what the column holds; the row was left out.',
  ),
  rule(
    'unreadable_optional_value',
    'warn',
    'values',
    'An optional value cannot be read as what the column holds; it was taken as empty.',
  ),
  rule(
    'unknown_code',
    'drop',
    'values',
    'A required code is not in the code list; the row was left out.',
  ),
  rule(
    'unknown_optional_code',
    'warn',
    'values',
    'An optional code is not in the code list; it was taken as empty.',
  ),
  rule(
    'code_not_in_force',
    'drop',
    'values',
    'A register code was not in force on the day of the session; the row was left out.',
  ),
  rule(
    'date_out_of_range',
    'drop',
    'values',
    'A required date is not between 2000 and 2100; the row was left out.',
  ),
  rule(
    'optional_date_out_of_range',
    'warn',
    'values',
    'An optional date is not between 2000 and 2100; it was taken as empty.',
  ),
  rule(
    'number_out_of_range',
    'drop',
    'values',
    'A required number is outside the range of the contract; the row was left out.',
  ),
  rule(
    'optional_number_out_of_range',
    'warn',
    'values',
    'An optional number is outside the range of the contract; it was taken as empty.',
  ),
  rule(
    'not_first_of_month',
    'drop',
    'values',
    'A month is not given as its first day; the row was left out.',
  ),
  rule(
    'pseudonym_too_long',
    'drop',
    'values',
    'A pseudonym is longer than 64 characters; the row was left out.',
  ),
  rule('end_before_start', 'drop', 'values', 'An end is before its start; the row was left out.'),
  rule(
    'birth_month_after_extract',
    'drop',
    'values',
    'A birth month is later than the extract; the row was left out.',
  ),
  rule(
    'neet_since_without_neet',
    'warn',
    'values',
    'A NEET start date is given for an activity that is not NEET; the row was kept.',
  ),
  rule(
    'chaperone_with_person',
    'warn',
    'values',
    'A chaperone is an adult and must not have a person_id; it was taken as empty.',
  ),
  rule(
    'duplicate_key',
    'drop',
    'values',
    'A row repeats the key of an earlier row; the earlier row was kept.',
  ),
  rule(
    'person_not_in_people',
    'drop',
    'values',
    'A person is not in the people table; the row was left out.',
  ),
  rule(
    'activity_not_allowed',
    'warn',
    'values',
    'An activity code is not allowed for the year group of the person; the row was kept, and counts in no rate.',
  ),
  rule(
    'school_not_in_schools',
    'warn',
    'values',
    'A school is not in the schools table, so its phase and district are not known; its sessions count in no rate.',
  ),
  // Retention and restrictions
  rule(
    'past_retention',
    'drop',
    'retention',
    'The person is past their 25th birthday at the extract date; the row was left out.',
  ),
  rule(
    'no_birth_month',
    'drop',
    'retention',
    'Without a birth month the time for which data may be kept is not known; the row was left out.',
  ),
  rule(
    'restricted',
    'drop',
    'restrictions',
    'The data of this person must not be used; every row of the person was left out.',
  ),
  // Plausibility
  rule(
    'weekend_session',
    'warn',
    'plausibility',
    'A session is on a Saturday or Sunday; the row was kept.',
  ),
  rule(
    'one_code_school',
    'warn',
    'plausibility',
    'A school has one register code only; its register may not be complete.',
  ),
  rule(
    'unusual_month',
    'warn',
    'plausibility',
    'A month has under half or over twice the usual number of rows; a part of the extract may be missing or repeated.',
  ),
  rule(
    'unknowns_change',
    'warn',
    'plausibility',
    'The share of unknown values changes suddenly from one month to the next.',
  ),
] as const;

function rule<Code extends string>(
  code: Code,
  severity: Severity,
  kind: RuleKind,
  sentence: string,
): Rule & { readonly code: Code } {
  return { code, sentence, severity, kind };
}

export type RuleCode = (typeof list)[number]['code'];

/** Every rule of intake, in the order of the load report. */
export const rules: readonly (Rule & { readonly code: RuleCode })[] = list;

const byCode: ReadonlyMap<string, Rule> = new Map(list.map((entry) => [entry.code, entry]));

/** The rule with that code. */
export function ruleOf(code: RuleCode): Rule {
  return byCode.get(code)!;
}
