import type { Coverage } from '$lib/marts/coverage';
import { latestPeriod, periodsCovered } from '$lib/measures/covered';
import type { Measure } from '$lib/measures/measure';
import { periodText } from '$lib/measures/period';
import { RequestError } from '$lib/measures/request';

/** The periods to print for a measure: those asked for, the latest when none is, every one for `all`. */
export function periodsAsked(
  measure: Measure,
  coverage: Coverage,
  asked: readonly string[],
): readonly string[] {
  if (asked.length === 0) {
    const latest = latestPeriod(measure, coverage);
    if (latest === null) throw new RequestError(`The extracts hold no period of ${measure.label}.`);
    return [latest];
  }
  if (asked.length === 1 && asked[0] === 'all') {
    const basis = measure.periodBases.includes('month_end') ? 'month_end' : 'academic_year';
    return periodsCovered(measure, coverage, basis).map(periodText);
  }
  return asked;
}
