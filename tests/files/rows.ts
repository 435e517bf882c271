import type { Rows } from './extract_folder';

type Row = Rows[number];

/** A person; living in Ashford unless said otherwise. */
export function person(person_id: number | string, birth_month: string, more: Row = {}): Row {
  return { person_id, birth_month, sex: 'F', home_district: 'E07000105', ...more };
}

/** One secondary and one primary school. */
export const schools: Rows = [
  { school_id: 118001, phase: 'secondary', district: 'E07000105' },
  { school_id: 118002, phase: 'primary', district: 'E07000106' },
];

/**
 * A register from a day on, two sessions every weekday, one code a session. A slash stands for both
 * marks of presence.
 */
export function register(
  person_id: number | string,
  school_id: number,
  firstDay: string,
  codes: readonly string[],
): Rows {
  const rows: Row[] = [];
  let day = Date.parse(firstDay);
  for (const [index, code] of codes.entries()) {
    while ([0, 6].includes(new Date(day).getUTCDay())) day += 86_400_000;
    const afternoon = index % 2 === 1;
    rows.push({
      person_id,
      school_id,
      date: new Date(day).toISOString().slice(0, 10),
      session: afternoon ? 'PM' : 'AM',
      code: code === '/' && afternoon ? '\\' : code,
    });
    if (afternoon) day += 86_400_000;
  }
  return rows;
}

/** One code, so many times. */
export function times(code: string, count: number): string[] {
  return Array.from({ length: count }, () => code);
}
