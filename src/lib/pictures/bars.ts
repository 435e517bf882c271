import type { SafeRow } from '../disclosure/safe_table';
import { groupName, type Group } from '../explore/groups';
import { dimensions } from '../measures/dimensions';
import type { DimensionId, Measure } from '../measures/measure';
import { formatCell, formatValue, sayCell, sayInterval } from '../ui/cell';
import { formatMonthShort } from '../ui/format';
import { unitForms } from '../ui/units';
import { changeBetween, sayChange, sayGap } from '../words/change';

/** A measure's name without the split it is made for: "Absence day by day" by weekday is absence. */
export function plainLabel({ label }: Measure): string {
  return label.replace(/ (day by day|by reason)$/, '');
}

/** One bar: a group, in a long form for rows and a short one for the axis of columns. */
export interface Bar extends Group {
  readonly short: string;
  /** The same group a year before, drawn as an outline. */
  readonly before: SafeRow | null;
  /** The whole among its parts. */
  readonly isWhole: boolean;
}

/** A level that the bars are held against. */
export interface BarLine {
  readonly name: string;
  readonly value: number;
}

export interface BarFigures {
  readonly measure: Measure;
  readonly bars: readonly Bar[];
  readonly line: BarLine | null;
  /** The whole, to say how far a bar lies from it. */
  readonly whole: { readonly name: string; readonly row: SafeRow } | null;
  /** How the year before is called; empty where there is none. */
  readonly than: string;
  readonly choosable: boolean;
}

/** Dimensions whose groups follow one another, so that columns stand side by side in their order. */
const inColumns: readonly DimensionId[] = ['weekday', 'week', 'am_pm', 'term', 'year_group'];

/** Whether the groups of a dimension stand as columns; all others are rows, with room for their names. */
export function standsInColumns(by: DimensionId): boolean {
  return inColumns.includes(by);
}

/** A group's name for the axis under a column. */
export function shortName(by: DimensionId, code: string): string {
  if (code === 'unknown') return '?';
  const name = dimensions[by].values[code];
  switch (by) {
    case 'weekday':
      return (name ?? code).slice(0, 3);
    case 'term':
      return name?.replace('Term ', 'T') ?? code;
    case 'year_group':
      return { '-1': 'N', '0': 'R' }[code] ?? code;
    case 'week': {
      const [, month, date] = code.slice(0, 10).split('-').map(Number);
      return month === undefined || date === undefined
        ? code
        : `${date} ${formatMonthShort(code.slice(0, 7))}`;
    }
    default:
      return name ?? groupName(by, code, { name: '', districts: [] });
  }
}

/** The end of the axis: the highest number that is shown, never less than a sliver. */
export function axisTop(figures: BarFigures): number {
  const { base } = unitForms[figures.measure.unit];
  const rows = figures.bars.flatMap(({ row, before }) => (before ? [row, before] : [row]));
  const shown = rows.flatMap(({ value, upper }) => [value.value, upper.value]);
  const numbers = [...shown, figures.line?.value ?? null].filter((each) => each !== null);
  return Math.max(...numbers, base === null ? 1 : 0.1 / base);
}

/** What is said of a bar: value, interval, the year before, the whole; or why there is no value. */
export function sayBar({ measure, whole, than }: BarFigures, bar: Bar): string {
  const { row } = bar;
  if (row.value.value === null) return sayCell(row.value, measure.unit);
  const parts = [formatCell(row.value, measure.unit)];
  const interval = sayInterval(row.lower, row.upper, measure.unit);
  if (interval) parts.push(interval);
  const change = changeBetween(measure, row, bar.before);
  if (change) parts.push(sayChange(measure, change, than));
  else if (bar.before) parts.push(`${than} ${sayCell(bar.before.value, measure.unit)}`);
  const gap = whole && !bar.isWhole ? changeBetween(measure, row, whole.row) : null;
  if (whole && gap) parts.push(sayGap(measure, gap, whole.name));
  return parts.join('; ');
}

/** "Kent 7.0 %". */
export function lineLabel({ measure, line }: BarFigures): string {
  return line ? `${line.name} ${formatValue(line.value, measure.unit)}` : '';
}
