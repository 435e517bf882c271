import type { SafeCell, SafeRow, SafeTable } from '../disclosure/safe_table';
import { formatValue, sayCell, sayInterval } from '../ui/cell';
import { formatMonth } from '../ui/format';
import type { TableModel } from '../ui/table';
import { monthsOf, periodBefore, yearLabel } from '../view/periods';
import { changeBetween, sayChange } from '../words/change';
import { rowFor } from '../words/rows';

/** The three readings of one month end: none of the not known NEET, as many as of the known, all. */
export interface BandMonth {
  readonly low: SafeRow | null;
  readonly middle: SafeRow | null;
  readonly high: SafeRow | null;
}

export interface BandPoint {
  readonly month: string;
  readonly now: BandMonth;
  readonly before: BandMonth;
}

export interface BandTables {
  readonly low: SafeTable;
  readonly middle: SafeTable | null;
  readonly high: SafeTable;
}

export interface BandSeries extends BandTables {
  readonly year: string;
  readonly points: readonly BandPoint[];
}

/** The months of an academic year with those of the year before; the tables hold both and are not split. */
export function bandSeries(tables: BandTables, year: string): BandSeries {
  const at = (month: string): BandMonth => ({
    low: rowFor(tables.low, month),
    middle: tables.middle && rowFor(tables.middle, month),
    high: rowFor(tables.high, month),
  });
  const points = monthsOf(year).map((month) => ({
    month,
    now: at(month),
    before: at(periodBefore(month)),
  }));
  return { ...tables, year, points };
}

/** The months of both years that the tables hold, in the order of time. */
export function monthsShown({ points }: BandSeries): readonly string[] {
  const readings = points.flatMap(({ now, before }) => [now, before]);
  const rows = readings.flatMap(({ low, middle, high }) => [low, middle, high]);
  return [...new Set(rows.flatMap((row) => row?.period ?? []))].sort();
}

export function valueOf(row: SafeRow | null): number {
  return row?.value.value ?? NaN;
}

/** Whether one of the two edges is hidden, so that there is no band to draw. */
export function isBandHidden({ now: { low, high } }: BandPoint): boolean {
  return low?.value.status === 'c' || high?.value.status === 'c';
}

function isCounted(row: SafeRow | null): boolean {
  return row !== null && (row.value.value !== null || row.value.status === 'c');
}

/** The last month that was counted, hidden or not. */
export function latestOf({ points }: BandSeries): BandPoint | null {
  return points.findLast(({ now }) => isCounted(now.low) || isCounted(now.high)) ?? null;
}

/** "Between 3.8 % and 6.1 % of 16 and 17 year olds in Kent were NEET in July 2025, …" */
export function bandTitle(series: BandSeries, place: string): string {
  const latest = latestOf(series);
  if (!latest) return `NEET in ${place}: no month of ${yearLabel(series.year)} has a figure yet`;
  const when = formatMonth(latest.month);
  const [least, most] = [valueOf(latest.now.low), valueOf(latest.now.high)];
  if (Number.isNaN(least) || Number.isNaN(most)) {
    return `NEET in ${place}: how wide the range was in ${when} cannot be shown`;
  }
  const say = (value: number) => formatValue(value, 'percent');
  const head = `Between ${say(least)} and ${say(most)} of 16 and 17 year olds in ${place} were NEET in ${when}, depending on what the not known do`;
  const [then, thenMost] = [valueOf(latest.before.low), valueOf(latest.before.high)];
  return Number.isNaN(then) || Number.isNaN(thenMost)
    ? head
    : `${head}; a year before, between ${say(then)} and ${say(thenMost)}`;
}

/** What is said of one edge of a month: value, interval, last year; or why there is no value. */
export function sayEdge(table: SafeTable, now: SafeRow | null, before: SafeRow | null): string {
  const { measure } = table;
  if (!now) return 'no figure';
  if (now.value.value === null) return sayCell(now.value, measure.unit);
  const interval = sayInterval(now.lower, now.upper, measure.unit);
  const change = changeBetween(measure, now, before);
  return [
    formatValue(now.value.value, measure.unit),
    ...(interval ? [interval] : []),
    ...(change ? [sayChange(measure, change, 'the same month last year')] : []),
  ].join('; ');
}

const missing: SafeCell = { value: null, status: 'x' };

/** The months, a row each: both edges of this year with intervals, and of last year. */
export function bandTable(series: BandSeries, place: string): TableModel {
  const { low, middle, high, year, points } = series;
  const before = yearLabel(periodBefore(year));
  const { unit } = low.measure;
  const edge = (id: string, label: string) => [
    { id, label, kind: unit },
    { id: `${id}_lower`, label: 'Interval from', kind: unit },
    { id: `${id}_upper`, label: 'to', kind: unit },
  ];
  const cells = (row: SafeRow | null) => [
    row?.value ?? missing,
    row?.lower ?? missing,
    row?.upper ?? missing,
  ];
  return {
    caption: `NEET with the not known, ${place}, ${yearLabel(year)}`,
    columns: [
      { id: 'month', label: 'Month', kind: 'text' },
      ...edge('low', `${low.measure.label} (none of the not known)`),
      ...(middle ? edge('middle', middle.measure.label) : []),
      ...edge('high', `${high.measure.label} (all of the not known)`),
      { id: 'low_before', label: `${low.measure.label}, ${before}`, kind: unit },
      { id: 'high_before', label: `${high.measure.label}, ${before}`, kind: unit },
    ],
    rows: points.map(({ month, now, before: then }) => ({
      key: month,
      cells: [
        formatMonth(month),
        ...cells(now.low),
        ...(middle ? cells(now.middle) : []),
        ...cells(now.high),
        then.low?.value ?? missing,
        then.high?.value ?? missing,
      ],
    })),
  };
}
