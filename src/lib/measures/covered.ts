import type { Coverage } from '../marts/coverage';
import type { Measure, PeriodBasis } from './measure';
import { academicYearOf, monthsOf, periodText, type Period } from './period';
import { basisFor } from './statement';

/** Whether the extracts hold the whole of a period for a measure; a headline needs all its three months. */
export function isCovered(measure: Measure, coverage: Coverage, period: Period): boolean {
  switch (period.basis) {
    case 'academic_year':
      return yearsOf(measure, coverage).includes(period.academicYear);
    case 'year_to_date':
      return coverage.absenceYearsToDate.includes(period.academicYear);
    case 'term':
      return coverage.absenceTerms.some(
        (each) => each.academicYear === period.academicYear && each.term === period.term,
      );
    case 'month_end':
    case 'month':
    case 'twelve_months':
    case 'december_to_february': {
      const covered = coveredMonths(measure, coverage, basisFor(measure, period));
      return monthsOf(period).every((month) => covered.includes(month));
    }
  }
}

/** Every period of one basis that a measure has figures for, in the order of time. */
export function periodsCovered(measure: Measure, coverage: Coverage, basis: PeriodBasis): Period[] {
  if (!measure.periodBases.includes(basis)) return [];
  const candidates = ((): Period[] => {
    switch (basis) {
      case 'academic_year':
      case 'year_to_date':
        return yearsOf(measure, coverage).map((academicYear) => ({ basis, academicYear }));
      case 'term':
        return coverage.absenceTerms.map((term) => ({ basis, ...term }));
      case 'month_end':
      case 'month':
      case 'twelve_months':
        return coveredMonths(measure, coverage, basis).map((first) => ({
          basis,
          ...yearAndMonth(first),
        }));
      case 'december_to_february':
        return coveredMonths(measure, coverage, basis)
          .map(yearAndMonth)
          .filter(({ month }) => month === 2)
          .map(({ year }) => ({ basis, year }));
    }
  })();
  return candidates.filter((period) => isCovered(measure, coverage, period));
}

/** The period a measure is shown for when none is asked: its latest headline, year, month or twelve months. */
export function latestPeriod(measure: Measure, coverage: Coverage): string | null {
  const order = [
    'december_to_february',
    'academic_year',
    'month_end',
    'month',
    'twelve_months',
    'year_to_date',
    'term',
  ] as const;
  for (const basis of order) {
    const latest = periodsCovered(measure, coverage, basis).at(-1);
    if (latest) return periodText(latest);
  }
  return null;
}

function yearsOf({ coveredBy }: Measure, coverage: Coverage): readonly number[] {
  switch (coveredBy) {
    case 'attendance':
      return coverage.absenceYears;
    case 'activities':
      return yearsIn(coverage.activityMonths);
    case 'involvements':
      return yearsIn(coverage.serviceMonths);
    default:
      return coverage.years[coveredBy];
  }
}

/** First days of the months a measure can be shown for; what happens in a month, once the month is over. */
function coveredMonths(
  { coveredBy }: Measure,
  coverage: Coverage,
  basis: PeriodBasis,
): readonly string[] {
  if (coveredBy === 'activities') return coverage.activityMonths;
  if (coveredBy === 'involvements') return coverage.serviceMonths;
  if (basis !== 'month' && basis !== 'twelve_months') return [];
  const years = coveredBy === 'attendance' ? coverage.absenceYears : coverage.years[coveredBy];
  const { lastMonth } = coverage;
  return years
    .flatMap((academicYear) => monthsOf({ basis: 'academic_year', academicYear }))
    .filter((month) => lastMonth !== null && month <= lastMonth);
}

/** Academic years with every month end from September to July; August may be still to come. */
function yearsIn(months: readonly string[]): readonly number[] {
  const held = new Set(months);
  const years = [...new Set(months.map(academicYearOf))];
  return years.filter((academicYear) =>
    monthsOf({ basis: 'academic_year', academicYear })
      .slice(0, 11)
      .every((month) => held.has(month)),
  );
}

function yearAndMonth(first: string): { readonly year: number; readonly month: number } {
  return { year: Number(first.slice(0, 4)), month: Number(first.slice(5, 7)) };
}
