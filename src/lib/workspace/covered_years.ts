import type { Coverage } from '../marts/coverage';
import { academicYearOf, academicYearText } from '../measures/period';

/** The academic years for which anything is covered, latest first, as `2024-25`. */
export function yearsCovered(coverage: Coverage): readonly string[] {
  const years = new Set([...coverage.absenceYears, ...coverage.activityMonths.map(academicYearOf)]);
  return [...years].sort((a, b) => b - a).map(academicYearText);
}

/**
 * The last month end of an academic year at which services can be counted, as `2025-07`.
 *
 * @param chosen the months of it that the reader chose, where some are covered
 */
export function lastMonthOf(
  coverage: Coverage,
  year: string,
  chosen: { readonly from: string; readonly to: string } | null = null,
): string {
  const inYear = coverage.serviceMonths.filter(
    (month) => academicYearText(academicYearOf(month)) === year,
  );
  const inChosen = inYear.filter(
    (month) => chosen !== null && month >= chosen.from && month.slice(0, 7) <= chosen.to,
  );
  const months = inChosen.length > 0 ? inChosen : inYear;
  return (months.at(-1) ?? `${Number(year.slice(0, 4)) + 1}-07-01`).slice(0, 7);
}
