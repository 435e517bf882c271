import { academicYearOf, academicYearText, parsePeriod } from '../measures/period';
import { formatMonth } from '../ui/format';

/** Months that the reader chose on an axis of time: the first and the last of them, as `2024-11`. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/** As a field of a link: `2024-11.2025-03`. */
export function monthsToField({ from, to }: Months): string {
  return `${from}.${to}`;
}

/** Reads the field of a link; null when it names no months. */
export function monthsFromField(text: string): Months | null {
  const [from, to, ...more] = text.split('.');
  const isMonth = (month: string | undefined): month is string =>
    month !== undefined && /^20\d\d-\d\d$/.test(month) && parsePeriod(month)?.basis === 'month_end';
  return isMonth(from) && isMonth(to) && from <= to && more.length === 0 ? { from, to } : null;
}

/** The months from one to another, whichever is the earlier. */
export function monthsBetween(one: string, other: string): Months {
  return one <= other ? { from: one, to: other } : { from: other, to: one };
}

/** The academic year, as `2024-25`, that the last of the months is in. */
export function yearOfMonths({ to }: Months): string {
  return academicYearText(academicYearOf(to));
}

/** "November 2024 to March 2025". */
export function monthsInWords({ from, to }: Months): string {
  return from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`;
}

/** The period of the NEET headline when the months are just December to February, such as `2025-djf`. */
export function headlineOfMonths({ from, to }: Months): string | null {
  const year = Number(to.slice(0, 4));
  return to.endsWith('-02') && from === `${year - 1}-12` ? `${year}-djf` : null;
}
