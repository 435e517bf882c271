import type { Coverage } from '../marts/coverage';
import { academicYearText } from '../measures/period';
import { formatDate, formatList, formatMonth } from '../ui/format';

/** What the loaded extracts cover of one academic year. */
export interface YearCovered {
  /** "2024/25". */
  readonly year: string;
  /** "terms 1 to 6", "terms 1 and 3", "no single term: totals of the year". */
  readonly terms: string;
  /** The last day with a session, in words; null where only totals of a census are loaded. */
  readonly lastSession: string | null;
}

/** The academic years with attendance, latest first. */
export function yearsCovered(coverage: Coverage): readonly YearCovered[] {
  return [...coverage.absenceYears].reverse().map((academicYear) => {
    const terms = coverage.absenceTerms
      .filter((each) => each.academicYear === academicYear)
      .map((each) => each.term);
    const last = coverage.lastSession[academicYear];
    return {
      year: academicYearText(academicYear).replace('-', '/'),
      terms: termsInWords(terms),
      lastSession: last === undefined ? null : formatDate(last),
    };
  });
}

function termsInWords(terms: readonly number[]): string {
  if (terms.length === 0) return 'the year as a whole';
  if (terms.length === 1) return `term ${terms[0]}`;
  const unbroken = terms.every((term, index) => index === 0 || term === terms[index - 1]! + 1);
  return unbroken && terms.length > 2
    ? `terms ${terms[0]} to ${terms.at(-1)}`
    : `terms ${formatList(terms.map(String))}`;
}

/** First days of months as spans without gaps: "September 2022 to July 2025". */
export function monthsInWords(months: readonly string[]): string {
  if (months.length === 0) return 'no month';
  const spans: [string, string][] = [];
  for (const month of months) {
    const span = spans.at(-1);
    if (span && monthNumber(month) === monthNumber(span[1]) + 1) span[1] = month;
    else spans.push([month, month]);
  }
  return formatList(
    spans.map(([first, last]) =>
      first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`,
    ),
  );
}

function monthNumber(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
}
