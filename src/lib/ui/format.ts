import { roundHalfUp } from '../statistics/rounding';
import type { UnitForm } from './units';

/** What stands in for a figure that is not shown. */
export const noFigure = '–';

const space = '\u00a0';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A number times a power of ten, without the error of a multiplication: 0.0412 by 3 places is 41.2. */
export function shift(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e');
  return Number(`${digits}e${Number(exponent ?? 0) + places}`);
}

const writers = new Map<string, Intl.NumberFormat>();

/** Writes numbers with so many decimals. Kept, for making one takes far longer than writing a number with it. */
function writer(fewest: number, most: number): Intl.NumberFormat {
  const key = `${fewest} ${most}`;
  const kept = writers.get(key);
  if (kept) return kept;
  const digits = { minimumFractionDigits: fewest, maximumFractionDigits: most };
  const made = new Intl.NumberFormat('en-GB', digits);
  writers.set(key, made);
  return made;
}

function fixed(value: number, places: number): string {
  return writer(places, places).format(roundHalfUp(value, places));
}

/** A fraction as a percentage: 0.081 is "8.1 %". */
export function formatPercent(fraction: number, places = 1): string {
  return `${fixed(shift(fraction, 2), places)}${space}%`;
}

/** A fraction as a rate: 0.0412 is "41.2 per 1,000". */
export function formatPer1000(fraction: number, places = 1): string {
  return `${fixed(shift(fraction, 3), places)}${space}per${space}1,000`;
}

/** A value in a unit: 0.0412 per 1,000 is "41.2 per 1,000"; 12 days is "12 days". */
export function formatInUnit(value: number, { base, places, suffix }: UnitForm): string {
  const amount = base === null ? value : shift(value, Math.log10(base));
  const number = fixed(amount, places);
  // "1 day", not "1 days"
  const one = base === null && number === '1' ? suffix.replace(/s$/, '') : suffix;
  const words = one.replaceAll(' ', space);
  return `${number}${words === '' ? '' : space}${words}`;
}

/** The same on an axis whose title says the unit: "5 %", "40". */
export function formatTick(value: number, { base, places, suffix }: UnitForm): string {
  const amount = base === null ? value : shift(value, Math.log10(base));
  const most = Math.max(2, places);
  const number = writer(0, most).format(roundHalfUp(amount, most));
  return `${number}${suffix === '%' ? `${space}%` : ''}`;
}

/** A count with commas; a mean of counts is shown to the nearest whole number. */
export function formatCount(count: number): string {
  return fixed(count, 0);
}

/** The difference of two fractions in percentage points, unsigned: 0.006 is "0.6 points". */
export function formatPoints(difference: number): string {
  const points = fixed(Math.abs(shift(difference, 2)), 1);
  return `${points}${space}${points === '1.0' ? 'point' : 'points'}`;
}

/** 2026-03-03 as "3 March 2026". */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.slice(0, 10).split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** 2026-03 as "March 2026". */
export function formatMonth(isoMonth: string): string {
  const [year, month] = isoMonth.split('-').map(Number);
  return `${months[(month ?? 1) - 1]} ${year}`;
}

/** 2026-03 as "Mar". */
export function formatMonthShort(isoMonth: string): string {
  return formatMonth(isoMonth).slice(0, 3);
}

/** "Thanet", "Thanet and Swale", "Thanet, Swale and Dover". */
export function formatList(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "1 file", "24 files". */
export function formatMany(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}${space}${count === 1 ? one : many}`;
}

/** "enrolments" as "Enrolments". */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
