import { parsePeriod, periodInWords, periodText, yearBefore } from '../measures/period';
import type { Part } from './view';

/** `2024-25` as "2024/25". */
export function yearLabel(year: string): string {
  return year.replace('-', '/');
}

/** The twelve months of an academic year, September first: `2024-09` … `2025-08`. */
export function monthsOf(year: string): readonly string[] {
  const start = Number(year.slice(0, 4));
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 8) % 12) + 1;
    return `${month >= 9 ? start : start + 1}-${String(month).padStart(2, '0')}`;
  });
}

/** The NEET headline of an academic year: the mean of December, January and February. */
export function headlinePeriod(year: string): string {
  return `${Number(year.slice(0, 4)) + 1}-djf`;
}

/** An academic year and a part of it as one period: `2024-25-t3`. */
export function periodOf(year: string, part: Part): string {
  return part === null ? year : `${year}-${part}`;
}

/** The same period a year before; the text itself when it is no period. */
export function periodBefore(text: string): string {
  const period = parsePeriod(text);
  return period === null ? text : periodText(yearBefore(period));
}

/** A period in words; the text itself when it is no period. */
export function periodLabel(text: string): string {
  const period = parsePeriod(text);
  return period === null ? text : periodInWords(period);
}
