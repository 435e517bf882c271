import { formatMonth } from '../ui/format';
import type { Part } from './view';

/** `2024-25` as "2024/25". */
export function yearLabel(year: string): string {
  return year.replace('-', '/');
}

/** The academic year before: `2024-25` to `2023-24`. */
export function yearBefore(year: string): string {
  const start = Number(year.slice(0, 4)) - 1;
  return `${start}-${String(start + 1).slice(2)}`;
}

/** The twelve months of an academic year, September first: `2024-09` … `2025-08`. */
export function monthsOf(year: string): readonly string[] {
  const start = Number(year.slice(0, 4));
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 8) % 12) + 1;
    return `${month >= 9 ? start : start + 1}-${String(month).padStart(2, '0')}`;
  });
}

/** The same month a year before: `2025-02` to `2024-02`. */
export function monthBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

/** The NEET headline of an academic year: the mean of December, January and February. */
export function headlinePeriod(year: string): string {
  return `${Number(year.slice(0, 4)) + 1}-djf`;
}

/** An academic year and a part of it as one period: `2024-25-t3`. */
export function periodOf(year: string, part: Part): string {
  return part === null ? year : `${year}-${part}`;
}

/** The same period a year before. */
export function periodBefore(period: string): string {
  if (/^\d{4}-djf$/.test(period)) return `${Number(period.slice(0, 4)) - 1}-djf`;
  if (/^\d{4}-\d{2}$/.test(period) && !isYear(period)) return monthBefore(period);
  return yearBefore(period.slice(0, 7)) + period.slice(7);
}

function isYear(period: string): boolean {
  return (Number(period.slice(2, 4)) + 1) % 100 === Number(period.slice(5, 7));
}

/**
 * A period in words: `2024-25` is "2024/25", `2024-25-t3` "2024/25 term 3", `2024-25-ytd` "2024/25
 * so far", `2025-djf` "December 2024 to February 2025". Years before 2012/13 read as such only because
 * no extract reaches back to their months.
 */
export function periodLabel(period: string): string {
  const headline = /^(\d{4})-djf$/.exec(period);
  if (headline) return `December ${Number(headline[1]) - 1} to February ${headline[1]}`;
  const part = /^(\d{4}-\d{2})-(t[1-6]|ytd)$/.exec(period);
  if (part) {
    const rest = part[2] === 'ytd' ? 'so far' : `term ${part[2]?.slice(1)}`;
    return `${yearLabel(part[1] ?? '')} ${rest}`;
  }
  return isYear(period) ? yearLabel(period) : formatMonth(period);
}
