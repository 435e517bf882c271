import Papa from 'papaparse';
import csv from './codes/attendance_codes.csv?raw';

export type RegisterCodeClass =
  | 'present'
  | 'approved_educational_activity'
  | 'authorised_absence'
  | 'unauthorised_absence'
  | 'not_possible'
  | 'administrative';

/** A code of the attendance register. */
export interface RegisterCode {
  /** The number under which `attendance.code` is kept in the engine: the row of the code list, from 0. */
  readonly code_no: number;
  /** `X0x` stands for the sub-codes X01 to X0z of 2020 to 2022. */
  readonly code: string;
  readonly label: string;
  readonly class: RegisterCodeClass;
  /** Whether a session with this code counts as possible. */
  readonly possible: boolean;
  /** Whether a session with this code counts as attended. */
  readonly attending: boolean;
  /** First and last day on which the code may be used (ISO dates), null without limit. */
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/**
 * The register codes of the School Attendance (Pupil Registration) (England) Regulations 2024,
 * SI 2024/208, regulation 10, and the codes they replaced.
 */
export const registerCodes: readonly RegisterCode[] = Papa.parse<Record<string, string>>(csv, {
  header: true,
  skipEmptyLines: true,
}).data.map((row, code_no) => ({
  code_no,
  code: row['code'] ?? '',
  label: row['label'] ?? '',
  class: row['class'] as RegisterCodeClass,
  possible: row['in_possible_sessions'] === '1',
  attending: row['counts_as_attending'] === '1',
  valid_from: row['valid_from'] || null,
  valid_to: row['valid_to'] || null,
}));

/** The values an extract may hold for each register code: the code itself, or X01 to X0z for `X0x`. */
export function spellingsOf(code: RegisterCode): readonly string[] {
  if (code.code !== 'X0x') return [code.code];
  return [...'123456789abcdefghijklmnopqrstuvwxyz'].flatMap((last) =>
    last >= 'a' ? [`X0${last}`, `X0${last.toUpperCase()}`] : [`X0${last}`],
  );
}
