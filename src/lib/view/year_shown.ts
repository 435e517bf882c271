import { academicYearText } from '../measures/period';
import { yearOfMonths } from './months';
import type { View } from './view';

/**
 * The academic year that is shown: that of the months chosen, the view's, or the latest.
 *
 * @param years academic years that the data holds, latest first
 */
export function yearShown({ months, year }: View, years: readonly string[]): string {
  if (months !== null) return yearOfMonths(months);
  return year ?? years[0] ?? academicYearText(2024);
}
