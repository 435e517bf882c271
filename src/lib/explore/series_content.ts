import type { FigureContent } from '../charts/figure_content';
import type { TableModel } from '../ui/table';
import type { Series } from './series';

/** A series with its words and its table. */
export interface SeriesWords {
  readonly series: Series;
  readonly title: string;
  readonly subtitle: string;
  readonly table: TableModel;
  /** The periods its points are of or, where these are days, in. */
  readonly periods: readonly string[];
}

/** A line over time; a table alone where there is but one point. */
export function seriesContent({
  series,
  title,
  subtitle,
  table,
  periods,
}: SeriesWords): FigureContent {
  const words = { title, subtitle, table, tables: [series.table], periods };
  if (series.points.length < 2) return words;
  return {
    ...words,
    maxWidth: 1000,
    draw: async (width) => (await import('./draw_series')).drawSeries(series, width),
  };
}
