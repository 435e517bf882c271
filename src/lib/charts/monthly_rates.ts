import type { PublishedFigure } from '../county/county';
import type { SafeCell, SafeRow, SafeTable } from '../disclosure/safe_table';
import { formatCell, formatValue, sayCell, sayInterval } from '../ui/cell';
import { formatMonth } from '../ui/format';
import type { TableModel } from '../ui/table';
import { headlinePeriod, periodBefore, monthsOf, yearLabel } from '../view/periods';
import { changeBetween, sayChange, sizeOf } from '../words/change';
import { rowFor } from '../words/rows';
import { lowerLabel } from '../words/sentences';

/** A month of one measure, this year and last. */
export interface MonthPoint {
  readonly month: string;
  readonly now: SafeRow | null;
  readonly before: SafeRow | null;
}

/** A published mean of December to February, drawn over those months. */
export interface PublishedLevel {
  /** Areas with the same published value share a label. */
  readonly areas: readonly string[];
  readonly value: number;
}

export interface MonthlySeries {
  readonly table: SafeTable;
  readonly points: readonly MonthPoint[];
  readonly published: readonly PublishedLevel[];
}

const areaOrder = ['county', 'region', 'england'] as const;

function publishedLevels(
  published: readonly PublishedFigure[],
  measure: string,
  period: string,
): readonly PublishedLevel[] {
  const levels = new Map<number, string[]>();
  for (const kind of areaOrder) {
    for (const figure of published) {
      if (figure.measure !== measure || figure.period !== period) continue;
      if (figure.areaKind !== kind || figure.value === null) continue;
      levels.set(figure.value, [...(levels.get(figure.value) ?? []), figure.area]);
    }
  }
  return [...levels].map(([value, areas]) => ({ value, areas }));
}

/**
 * A measure by month over an academic year and the one before it. `table` has the months of both
 * years and is not split.
 */
export function monthlySeries(
  table: SafeTable,
  year: string,
  published: readonly PublishedFigure[],
): MonthlySeries {
  return {
    table,
    points: monthsOf(year).map((month) => ({
      month,
      now: rowFor(table, month),
      before: rowFor(table, periodBefore(month)),
    })),
    published: publishedLevels(published, table.measure.id, headlinePeriod(year)),
  };
}

/** The months of both years that the tables hold, in the order of time. */
export function monthsShown(all: readonly MonthlySeries[]): readonly string[] {
  const rows = all.flatMap(({ points }) => points.flatMap(({ now, before }) => [now, before]));
  return [...new Set(rows.flatMap((row) => row?.period ?? []))].sort();
}

/** The last month that was counted, hidden or not. */
export function latestPoint(series: MonthlySeries): MonthPoint | null {
  const counted = (row: SafeRow | null) =>
    row !== null && (row.value.value !== null || row.value.status === 'c');
  return series.points.findLast((point) => counted(point.now)) ?? null;
}

/** "NEET was 3.8 % in July 2025, up 0.4 points in a year; not known was 2.1 %, …" */
export function monthlyTitle(all: readonly MonthlySeries[], place: string): string {
  const latest = all.flatMap((series) => {
    const point = latestPoint(series);
    return point?.now ? { measure: series.table.measure, ...point, now: point.now } : [];
  });
  const clauses = latest.map(({ measure, month, now, before }, index) => {
    const label = index === 0 ? measure.label : lowerLabel(measure);
    const when = month === latest[index - 1]?.month ? '' : ` in ${formatMonth(month)}`;
    if (now.value.value === null) return `the ${lowerLabel(measure)} figure${when} is hidden`;
    const level = `${label} was ${formatValue(now.value.value, measure.unit)}${when}`;
    const change = changeBetween(measure, now, before);
    if (!change) return level;
    if (change.arrow === '→') return `${level}, as a year before`;
    const way = change.arrow === '↑' ? 'up' : 'down';
    return `${level}, ${way} ${sizeOf(measure, change.difference)} in a year`;
  });
  return clauses.length > 0
    ? `${place}: ${clauses.join('; ')}`
    : `${place}: no month of this year has a figure yet`;
}

/** What is said of a month: value, interval, last year; or why there is no value. */
export function sayMonth(series: MonthlySeries, point: MonthPoint): string {
  const measure = series.table.measure;
  if (!point.now) return 'no figure';
  if (point.now.value.value === null) return sayCell(point.now.value, measure.unit);
  const interval = sayInterval(point.now.lower, point.now.upper, measure.unit);
  const change = changeBetween(measure, point.now, point.before);
  const words = change ? `; ${sayChange(measure, change, 'the same month last year')}` : '';
  return `${formatCell(point.now.value, measure.unit)}${interval ? `, ${interval}` : ''}${words}`;
}

const missing: SafeCell = { value: null, status: 'x' };

/** The figures of the picture, a row a measure and month. */
export function monthlyTable(
  all: readonly MonthlySeries[],
  year: string,
  place: string,
): TableModel {
  return {
    caption: `NEET and not known by month, ${place}, ${yearLabel(year)}`,
    columns: [
      { id: 'month', label: 'Month', kind: 'text' },
      { id: 'measure', label: 'Measure', kind: 'text' },
      { id: 'numerator', label: 'People', kind: 'count' },
      { id: 'denominator', label: 'Out of', kind: 'count' },
      { id: 'value', label: yearLabel(year), kind: 'percent' },
      { id: 'lower', label: 'Interval from', kind: 'percent' },
      { id: 'upper', label: 'to', kind: 'percent' },
      { id: 'last_year', label: yearLabel(periodBefore(year)), kind: 'percent' },
    ],
    rows: all.flatMap((series) => [
      ...series.points.map((point) => ({
        key: `${series.table.measure.id} ${point.month}`,
        cells: [
          formatMonth(point.month),
          series.table.measure.label,
          point.now?.numerator ?? missing,
          point.now?.denominator ?? missing,
          point.now?.value ?? missing,
          point.now?.lower ?? missing,
          point.now?.upper ?? missing,
          point.before?.value ?? missing,
        ],
      })),
      ...series.published.map((level) => ({
        key: `${series.table.measure.id} ${level.areas.join()}`,
        cells: [
          'December to February, published',
          `${series.table.measure.label}, ${level.areas.join(' and ')}`,
          missing,
          missing,
          { value: level.value, status: 'ok' as const },
          missing,
          missing,
          missing,
        ],
      })),
    ]),
  };
}
