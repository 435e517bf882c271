import attendanceCodes from '$lib/contract/codes/attendance_codes.csv?raw';

/** A register code that no year knows: one of the deliberate faults. */
export const UNKNOWN_CODE = '9';

const rows = attendanceCodes
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','));

/** Register codes in the order of the published list; a register row stores the place in this list. */
export const REGISTER_CODES: readonly string[] = [
  ...rows.map((row) => row[0] as string),
  UNKNOWN_CODE,
];

const place = new Map(REGISTER_CODES.map((code, i) => [code, i]));

/** Place of a register code in the list. */
export function registerCode(code: string): number {
  const found = place.get(code);
  if (found === undefined) throw new Error(`${code} is not a register code`);
  return found;
}

function marked(test: (className: string) => boolean): Uint8Array {
  return Uint8Array.from(REGISTER_CODES, (_, i) => (test(rows[i]?.[2] ?? '') ? 1 : 0));
}

/** For each code's place: 1 if the session is an absence. */
export const ABSENT = marked((name) => name.endsWith('authorised_absence'));
/** For each code's place: 1 if the absence is unauthorised. */
export const UNAUTHORISED = marked((name) => name === 'unauthorised_absence');
/** For each code's place: 1 if the session counts as possible. */
export const POSSIBLE = marked((name) => !['', 'not_possible', 'administrative'].includes(name));

/** First day of the register codes of the 2024 regulations. */
export const NEW_CODES_FROM = Date.UTC(2024, 7, 19) / 86_400_000;
