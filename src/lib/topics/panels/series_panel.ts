import type { SafeTable } from '../../disclosure/safe_table';
import { figureTable } from '../../explore/figure_table';
import { saySeries, whatIsMeasured } from '../../explore/measure_words';
import { periodsOf, seriesOverPeriods } from '../../explore/series';
import type { SeriesWords } from '../../explore/series_content';
import type { Measure } from '../../measures/measure';
import type { FigureRequest } from '../../measures/request';
import { monthsFor, periodFor, periodsLike, whereFor, type Scope } from '../scope';
import { nothingIn } from '../topic_words';

/** Over the months of two years, or over every period like the one that is shown. */
export type SeriesOver = 'months' | 'periods';

/** What a panel of one line asks; or in words why there is nothing to ask. */
export function seriesRequests(
  measure: Measure,
  over: SeriesOver,
  scope: Scope,
): { readonly line: FigureRequest } | string {
  const period = periodFor(measure, scope);
  const periods =
    over === 'months'
      ? monthsFor(measure, scope)
      : period === null
        ? []
        : periodsLike(measure, scope, period);
  if (periods.length === 0) return nothingIn(measure, scope);
  return { line: { measure: measure.id, periods, by: [], where: whereFor(measure, scope) } };
}

/** Which points a line has, in words. */
export const overInWords: Readonly<Record<SeriesOver, string>> = {
  months: 'month by month',
  periods: 'every period that the extracts hold',
};

/**
 * The line with its words.
 *
 * @param when which points it has, in words
 */
export function seriesWords(
  table: SafeTable,
  periods: readonly string[],
  when: string,
  place: string,
): SeriesWords {
  const { measure } = table;
  const series = seriesOverPeriods(table, periods, []);
  return {
    series,
    periods: periodsOf(series),
    title: saySeries(measure, series.points, place),
    subtitle: whatIsMeasured(measure, when),
    table: figureTable(
      measure,
      `${measure.label} over time, ${place}`,
      { id: 'period', label: 'Period' },
      series.points.flatMap(({ key, name, row }) => (row ? [{ key, name, row }] : [])),
    ),
  };
}
