import Papa from 'papaparse';
import csv from './codes/nccis_activity_codes.csv?raw';

/** An activity code of the National Client Caseload Information System (NCCIS). */
export interface ActivityCode {
  readonly code: number;
  readonly label: string;
  readonly group: string;
  /** `na` for codes of compulsory school age, `excluded` for custody, which leaves the denominator. */
  readonly neet_status: 'EET' | 'NEET' | 'NOT_KNOWN' | 'excluded' | 'na';
  /** Whether DfE counts the activity as participation. */
  readonly participating: boolean;
  readonly in_denominator: boolean;
  /** How the activity stands to the duty to participate (Education and Skills Act 2008, section 2). */
  readonly duty_status: string;
  /** When a record of the activity lapses unless it is verified again, in words. */
  readonly currency_rule: string;
}

/** The activity codes of the NCCIS Management Information Requirement. */
export const activityCodes: readonly ActivityCode[] = Papa.parse<Record<string, string>>(csv, {
  header: true,
  skipEmptyLines: true,
}).data.map((row) => ({
  code: Number(row['code']),
  label: row['label'] ?? '',
  group: row['group'] ?? '',
  neet_status: row['neet_status'] as ActivityCode['neet_status'],
  participating: row['in_participation_count'] === '1',
  in_denominator: row['in_denominator'] === '1',
  duty_status: row['duty_status'] ?? '',
  currency_rule: row['currency_rule'] ?? '',
}));

/** Whether the code may only be used up to year group 11 (MI Requirement rules 229 and 230). */
export function isCompulsorySchoolAge(code: ActivityCode): boolean {
  return code.group === 'compulsory';
}
