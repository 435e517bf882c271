import type { PeriodBasis } from './measure';

/**
 * A period as written in views, files and on the command line:
 * `2024-25` academic year, `2024-25-t1` … `t6` term, `2024-25-ytd` year to date,
 * `2025-01` month end or month, `2025-01-r12` the twelve months up to it, `2025-djf` the mean of
 * December 2024, January and February 2025.
 */
export type Period =
  | { readonly basis: 'academic_year' | 'year_to_date'; readonly academicYear: number }
  | { readonly basis: 'term'; readonly academicYear: number; readonly term: number }
  | {
      readonly basis: 'month_end' | 'month' | 'twelve_months';
      readonly year: number;
      readonly month: number;
    }
  | { readonly basis: 'december_to_february'; readonly year: number };

/** Reads a period; null when the text is none. */
export function parsePeriod(text: string): Period | null {
  const yearly = /^(\d{4})-(\d{2})(?:-(ytd|t[1-6]))?$/.exec(text);
  if (yearly) {
    const academicYear = Number(yearly[1]);
    const second = Number(yearly[2]);
    const part = yearly[3];
    if (second === (academicYear + 1) % 100) {
      // 2011-12 could also be December 2011; the academic year wins, and only years up to 2011-12 are in doubt
      if (part === undefined) return { basis: 'academic_year', academicYear };
      if (part === 'ytd') return { basis: 'year_to_date', academicYear };
      return { basis: 'term', academicYear, term: Number(part.slice(1)) };
    }
    if (part === undefined && second >= 1 && second <= 12) {
      return { basis: 'month_end', year: academicYear, month: second };
    }
    return null;
  }
  const rolling = /^(\d{4})-(0[1-9]|1[0-2])-r12$/.exec(text);
  if (rolling) {
    return { basis: 'twelve_months', year: Number(rolling[1]), month: Number(rolling[2]) };
  }
  const winter = /^(\d{4})-djf$/.exec(text);
  return winter ? { basis: 'december_to_february', year: Number(winter[1]) } : null;
}

/** Writes an academic year as `2024-25`; 2024 means the year that starts in September 2024. */
export function academicYearText(academicYear: number): string {
  return `${academicYear}-${String((academicYear + 1) % 100).padStart(2, '0')}`;
}

/** The academic year that a month is in, written as `2025-01` or as a day in it. */
export function academicYearOf(month: string): number {
  return Number(month.slice(0, 4)) - (Number(month.slice(5, 7)) >= 9 ? 0 : 1);
}

/** The academic year in which a period ends. */
export function academicYearOfPeriod(period: Period): number {
  if ('academicYear' in period) return period.academicYear;
  if (period.basis === 'december_to_february') return period.year - 1;
  return period.year - (period.month >= 9 ? 0 : 1);
}

/** Writes a period so that `parsePeriod` reads it back. */
export function periodText(period: Period): string {
  switch (period.basis) {
    case 'academic_year':
      return academicYearText(period.academicYear);
    case 'year_to_date':
      return `${academicYearText(period.academicYear)}-ytd`;
    case 'term':
      return `${academicYearText(period.academicYear)}-t${period.term}`;
    case 'month_end':
    case 'month':
      return monthText(period);
    case 'twelve_months':
      return `${monthText(period)}-r12`;
    case 'december_to_february':
      return `${period.year}-djf`;
  }
}

/** The first days of the months of a period, as ISO dates; none for a term, which has days. */
export function monthsOf(period: Period): string[] {
  switch (period.basis) {
    case 'month_end':
    case 'month':
      return [`${monthText(period)}-01`];
    case 'twelve_months':
      return monthsUpTo(period.year, period.month, 12);
    case 'december_to_february':
      return monthsUpTo(period.year, 2, 3);
    case 'academic_year':
    case 'year_to_date':
      return monthsUpTo(period.academicYear + 1, 8, 12);
    case 'term':
      return [];
  }
}

function monthsUpTo(year: number, month: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const months = 12 * year + month - 1 - (count - 1 - index);
    return `${monthText({ year: Math.floor(months / 12), month: (months % 12) + 1 })}-01`;
  });
}

function monthText({ year, month }: { readonly year: number; readonly month: number }): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The same period so many years later, or earlier when less than none. */
export function yearsOn(period: Period, years: number): Period {
  return 'academicYear' in period
    ? { ...period, academicYear: period.academicYear + years }
    : { ...period, year: period.year + years };
}

/** The same period a year earlier, for a comparison on the same basis. */
export const yearBefore = (period: Period): Period => yearsOn(period, -1);

/**
 * A period in words: `2024-25` is "2024/25", `2024-25-t3` "2024/25 term 3", `2024-25-ytd` "2024/25 so
 * far", `2025-01` "January 2025", `2025-djf` "December 2024 to February 2025".
 */
export function periodInWords(period: Period): string {
  switch (period.basis) {
    case 'academic_year':
      return academicYearInWords(period.academicYear);
    case 'year_to_date':
      return `${academicYearInWords(period.academicYear)} so far`;
    case 'term':
      return `${academicYearInWords(period.academicYear)} term ${period.term}`;
    case 'month_end':
    case 'month':
      return `${monthNames[period.month - 1] ?? ''} ${period.year}`;
    case 'twelve_months':
      return `the twelve months to ${monthNames[period.month - 1] ?? ''} ${period.year}`;
    case 'december_to_february':
      return `December ${period.year - 1} to February ${period.year}`;
  }
}

function academicYearInWords(academicYear: number): string {
  return academicYearText(academicYear).replace('-', '/');
}

// prettier-ignore
const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

export const periodBasisInWords: Readonly<Record<PeriodBasis, string>> = {
  month_end: 'position at a month end',
  month: 'calendar month',
  twelve_months: 'the twelve months up to a month end',
  december_to_february: 'mean of the month ends of December, January and February',
  academic_year: 'academic year',
  term: 'term',
  year_to_date: 'academic year to date',
};
