import { latestPeriod, periodsCovered } from '../measures/covered';
import type { Measure } from '../measures/measure';
import { parsePeriod, periodInWords, periodText } from '../measures/period';
import { basisFor } from '../measures/statement';
import { upperFirst } from '../ui/format';

type Coverage = Parameters<typeof periodsCovered>[1];

/** Of a series that asks one question a period, so many of the latest. */
const longest = 24;

/** Every period that a measure has figures for, the kinds one after the other, latest first. */
export function periodOptions(
  measure: Measure,
  coverage: Coverage,
): readonly { readonly value: string; readonly label: string }[] {
  const latest = latestPeriod(measure, coverage);
  const first = latest === null ? null : parsePeriod(latest);
  const leading = first && basisFor(measure, first);
  const bases = [...measure.periodBases].sort(
    (a, b) => Number(b === leading) - Number(a === leading),
  );
  return bases.flatMap((basis) =>
    periodsCovered(measure, coverage, basis)
      .toReversed()
      .map((period) => ({ value: periodText(period), label: upperFirst(periodInWords(period)) })),
  );
}

/** The periods of the same kind that the data hold, in the order of time. */
export function seriesOf(measure: Measure, coverage: Coverage, text: string): readonly string[] {
  const period = parsePeriod(text);
  if (!period) return [];
  const basis = basisFor(measure, period);
  const all = periodsCovered(measure, coverage, basis).map(periodText);
  return basis === 'twelve_months' ? all.slice(-longest) : all;
}
