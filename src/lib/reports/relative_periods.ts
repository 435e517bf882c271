import { periodsCovered } from '../measures/covered';
import type { Measure } from '../measures/measure';
import { parsePeriod, periodText, type Period } from '../measures/period';
import { basisFor } from '../measures/statement';
import type { Scope } from '../topics/scope';
import type { AskedPeriods } from './definition';

type Coverage = Scope['coverage'];

/** The place of a period among all of its kind in the order of time. */
function placeOf(period: Period): number {
  switch (period.basis) {
    case 'academic_year':
    case 'year_to_date':
      return period.academicYear;
    case 'term':
      return 6 * period.academicYear + period.term - 1;
    case 'december_to_february':
      return period.year;
    default:
      return 12 * period.year + period.month - 1;
  }
}

/** The period so many of its kind earlier. */
function earlier(period: Period, by: number): Period {
  const at = placeOf(period) - by;
  switch (period.basis) {
    case 'academic_year':
    case 'year_to_date':
      return { ...period, academicYear: at };
    case 'term':
      return { ...period, academicYear: Math.floor(at / 6), term: (at % 6) + 1 };
    case 'december_to_february':
      return { ...period, year: at };
    default:
      return { ...period, year: Math.floor(at / 12), month: (at % 12) + 1 };
  }
}

/**
 * Periods as a report keeps them: counted back from the latest where the last of them is the latest that the extracts
 * hold of their kind, else by name, for whoever chose an earlier one meant that one.
 */
export function keptPeriods(
  measure: Measure,
  periods: readonly string[],
  coverage: Coverage,
): AskedPeriods {
  const parsed = periods.flatMap((text) => parsePeriod(text) ?? []);
  const [basis, ...others] = new Set(parsed.map((period) => basisFor(measure, period)));
  const latest =
    basis && others.length === 0 ? periodsCovered(measure, coverage, basis).at(-1) : undefined;
  if (!basis || !latest || parsed.length < periods.length) return periods;
  const back = parsed.map((period) => placeOf(latest) - placeOf(period));
  return Math.min(...back) === 0 ? { basis, back } : periods;
}

/** The periods that are asked for of these extracts; none when they hold none of the kind. */
export function periodsNow(
  measure: Measure,
  periods: AskedPeriods,
  coverage: Coverage,
): readonly string[] {
  if (!('back' in periods)) return periods;
  const latest = periodsCovered(measure, coverage, periods.basis).at(-1);
  return latest ? periods.back.map((by) => periodText(earlier(latest, by))) : [];
}
