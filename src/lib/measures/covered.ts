import type { Coverage } from '../marts/coverage';
import type { Measure, PeriodBasis } from './measure';
import { monthsOf, periodText, type Period } from './period';

/** Whether the marts hold the whole of a period for a measure; a headline needs all its three months. */
export function isCovered(measure: Measure, coverage: Coverage, period: Period): boolean {
  switch (period.basis) {
    case 'academic_year':
      return coverage.absenceYears.includes(period.academicYear);
    case 'year_to_date':
      return coverage.absenceYearsToDate.includes(period.academicYear);
    case 'term':
      return coverage.absenceTerms.some(
        (each) => each.academicYear === period.academicYear && each.term === period.term,
      );
    case 'month_end':
    case 'december_to_february': {
      const months = measure.needs.includes('involvements')
        ? coverage.serviceMonths
        : coverage.activityMonths;
      return monthsOf(period).every((month) => months.includes(month));
    }
  }
}

/** Every period of one basis that a measure has figures for, in the order of time. */
export function periodsCovered(measure: Measure, coverage: Coverage, basis: PeriodBasis): Period[] {
  if (!measure.periodBases.includes(basis)) return [];
  const candidates: Period[] = [];
  switch (basis) {
    case 'academic_year':
    case 'year_to_date':
      candidates.push(...coverage.absenceYears.map((academicYear) => ({ basis, academicYear })));
      break;
    case 'term':
      candidates.push(...coverage.absenceTerms.map((term) => ({ basis, ...term })));
      break;
    case 'month_end':
    case 'december_to_february': {
      const months = measure.needs.includes('involvements')
        ? coverage.serviceMonths
        : coverage.activityMonths;
      for (const first of months) {
        const year = Number(first.slice(0, 4));
        const month = Number(first.slice(5, 7));
        if (basis === 'month_end') candidates.push({ basis, year, month });
        else if (month === 2) candidates.push({ basis, year });
      }
    }
  }
  return candidates.filter((period) => isCovered(measure, coverage, period));
}

/** The period a measure is shown for when none is asked: its latest headline, else its latest month or year. */
export function latestPeriod(measure: Measure, coverage: Coverage): string | null {
  for (const basis of ['december_to_february', 'academic_year', 'month_end'] as const) {
    const latest = periodsCovered(measure, coverage, basis).at(-1);
    if (latest) return periodText(latest);
  }
  return null;
}
