import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import { formatValue } from '../ui/cell';
import type { Column, TableModel } from '../ui/table';
import { periodBefore, periodLabel } from '../view/periods';
import { rowFor } from '../words/rows';
import type { Bar, BarFigures } from './bars';
import type { Scale } from './draw_bar_columns';
import { barsOf } from './profile';

/** The bands from which absence is called persistent and severe. */
const lastBand = '50-100';

/** The bands are a scale: their edges are named, and two of the edges have a name in law. */
export const bandScale: Scale = {
  end: '100',
  thresholds: [
    { before: '10-14.99', name: 'persistent from 10 %' },
    { before: lastBand, name: 'severe from 50 %' },
  ],
};

/** The absence bands in their order, each with the year before where the table holds it. */
export function bandFigures(table: SafeTable, period: string, choosable: boolean): BarFigures {
  const bars = barsOf({
    table,
    by: 'absence_band',
    whole: null,
    period,
    place: '',
    places: { name: '', districts: [] },
    choosable,
  });
  return {
    measure: table.measure,
    bars: bars.map((bar) => ({ ...bar, short: bar.code.split('-')[0] ?? '' })),
    line: null,
    whole: null,
    than: periodLabel(periodBefore(period)),
    choosable,
  };
}

/** Whether the year before is among the figures. */
export function hasBefore({ bars }: BarFigures): boolean {
  return bars.some(({ before }) => before?.value.value != null);
}

/**
 * How many are persistently and severely absent. The first cannot be added up from bands of which one
 * may be hidden, so it is taken from the measure of its own; the second is the last band.
 */
export function bandTitle(
  figures: BarFigures,
  persistent: SafeTable | null,
  period: string,
  place: string,
): string {
  const say = (row: SafeRow | null | undefined) =>
    row == null || row.value.value === null ? null : formatValue(row.value.value, 'percent');
  const band = (code: string) => say(figures.bars.find((bar: Bar) => bar.code === code)?.row);
  const ten = say(persistent && rowFor(persistent, period));
  const half = band(lastBand);
  const when = periodLabel(period);
  const severe = half === null ? 'how many missed half is hidden' : `${half} missed half or more`;
  if (ten !== null) {
    return `${ten} of enrolments in ${place} missed 10 % or more of their sessions in ${when}; ${severe}`;
  }
  const least = band('0-4.99');
  if (least === null && half === null)
    return `Absence bands in ${place}, ${when}: few can be shown`;
  const few = least === null ? 'how many missed under 5 % is hidden' : `${least} missed under 5 %`;
  return `Of enrolments in ${place} in ${when}, ${few} of their sessions; ${severe}`;
}

/** The bands of both years, a row a band. */
export function bandTable(figures: BarFigures, period: string, place: string): TableModel {
  const { measure, bars } = figures;
  const withBefore = hasBefore(figures);
  const now = periodLabel(period);
  const before: Column[] = withBefore
    ? [{ id: 'before', label: figures.than, kind: measure.unit }]
    : [];
  const missing = { value: null, status: 'x' } as const;
  return {
    caption: `${measure.label}, ${place}, ${now}`,
    columns: [
      { id: 'absence_band', label: 'Sessions missed', kind: 'text' },
      { id: 'numerator', label: 'Enrolments', kind: 'count' },
      { id: 'denominator', label: 'Out of', kind: 'count' },
      { id: 'value', label: now, kind: measure.unit },
      { id: 'lower', label: 'Interval from', kind: measure.unit },
      { id: 'upper', label: 'to', kind: measure.unit },
      ...before,
    ],
    rows: bars.map(({ code, name, row, before: earlier }) => ({
      key: code,
      ...(figures.choosable ? { filters: code } : {}),
      cells: [
        name,
        row.numerator,
        row.denominator,
        row.value,
        row.lower,
        row.upper,
        ...(withBefore ? [earlier?.value ?? missing] : []),
      ],
    })),
  };
}
