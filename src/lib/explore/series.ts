import type { PublishedFigure } from '../county/county';
import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { monthsOf, parsePeriod, periodInWords, periodText, type Period } from '../measures/period';
import { formatCell, sayCell, sayInterval } from '../ui/cell';
import { formatMonth, formatMonthShort } from '../ui/format';
import { rowFor } from '../words/rows';
import type { Group } from './groups';

/** A point of a line. `row` is null where the data hold nothing. */
export interface SeriesPoint {
  readonly key: string;
  readonly name: string;
  /** For the axis. */
  readonly short: string;
  readonly row: SafeRow | null;
  /** Points of one run are joined; a gap in time or a change of definition starts the next. */
  readonly run: number;
  /** What changed between the point before and this one. */
  readonly changed: string | null;
}

/** One measure over time, with what somebody else has published of the same periods. */
export interface Series {
  readonly table: SafeTable;
  readonly points: readonly SeriesPoint[];
  readonly published: {
    readonly area: string;
    readonly values: ReadonlyMap<string, number>;
  } | null;
}

/** The periods that a series over periods has points of. */
export function periodsOf({ points }: Series): readonly string[] {
  return points.flatMap(({ key, row }) => (row ? [key] : []));
}

type Dated = Omit<SeriesPoint, 'run' | 'changed'> & {
  readonly start: string;
  /** Whether time is missing between the point before and this one. */
  readonly afterGap: boolean;
};

const day = 86_400_000;

/** A measure that is not split, over its periods. Periods in between that the data lack are gaps. */
export function seriesOverPeriods(
  table: SafeTable,
  periods: readonly string[],
  published: readonly PublishedFigure[],
): Series {
  const held = periods.flatMap((text) => parsePeriod(text) ?? []);
  const points = withoutGaps(held).map((period): Dated => {
    const key = periodText(period);
    const row = rowFor(table, key);
    return {
      key,
      name: periodInWords(period),
      short: shortPeriod(period),
      row: row?.value.status === 'x' && row.value.value === null ? null : row,
      start: startOf(period),
      afterGap: false,
    };
  });
  return {
    table,
    points: joined(points, table.measure),
    published: publishedOf(table.measure, published, new Set(points.map(({ key }) => key))),
  };
}

/** A measure split by week or by day; holidays are gaps. */
export function seriesOverDates(table: SafeTable, groups: readonly Group[]): Series {
  const points = groups
    .filter(({ code }) => /^\d{4}-\d{2}-\d{2}/.test(code))
    .map(({ code, name, row }, index, all): Dated => {
      const before = all[index - 1]?.code;
      const step = before === undefined ? 0 : Date.parse(code) - Date.parse(before);
      const [, , date] = code.slice(0, 10).split('-').map(Number);
      return {
        key: code,
        name,
        short: `${date ?? ''} ${formatMonthShort(code.slice(0, 7))}`,
        row,
        start: code.slice(0, 10),
        afterGap: step > 7 * day,
      };
    });
  return { table, points: joined(points, table.measure), published: null };
}

/** Years, months and terms with those in between that are missing. */
function withoutGaps(periods: readonly Period[]): readonly Period[] {
  const first = periods[0];
  const last = periods.at(-1);
  if (!first || !last) return [];
  const all = [first];
  for (let next = first; periodText(next) !== periodText(last) && all.length < 1000;) {
    next = after(next);
    all.push(next);
  }
  return all;
}

function after(period: Period): Period {
  switch (period.basis) {
    case 'academic_year':
    case 'year_to_date':
      return { ...period, academicYear: period.academicYear + 1 };
    case 'term':
      return period.term < 6
        ? { ...period, term: period.term + 1 }
        : { ...period, academicYear: period.academicYear + 1, term: 1 };
    case 'december_to_february':
      return { ...period, year: period.year + 1 };
    default:
      return period.month < 12
        ? { ...period, month: period.month + 1 }
        : { ...period, year: period.year + 1, month: 1 };
  }
}

/** About when a term starts; no more is needed to say on which side of a change it lies. */
const termMonths = ['09', '11', '01', '02', '04', '06'];

function startOf(period: Period): string {
  if (period.basis !== 'term') return monthsOf(period)[0] ?? '';
  const year = period.academicYear + (period.term > 2 ? 1 : 0);
  return `${year}-${termMonths[period.term - 1] ?? '09'}-01`;
}

function shortPeriod(period: Period): string {
  const year = (first: number) => `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
  switch (period.basis) {
    case 'academic_year':
    case 'year_to_date':
      return year(period.academicYear);
    case 'term':
      return `${year(period.academicYear)} T${period.term}`;
    case 'december_to_february':
      return `${period.year - 1}/${String(period.year % 100).padStart(2, '0')}`;
    default: {
      const month = `${period.year}-${String(period.month).padStart(2, '0')}`;
      return `${formatMonthShort(month)} ${formatMonth(month).slice(-4)}`;
    }
  }
}

function joined(points: readonly Dated[], { breaks = [] }: Measure): readonly SeriesPoint[] {
  let run = 0;
  return points.map(({ start, afterGap, ...point }, index) => {
    const before = points[index - 1];
    const change = before && breaks.find(({ from }) => before.start < from && start >= from);
    if (afterGap || change || (before && before.row === null)) run += 1;
    return { ...point, run, changed: change?.what ?? null };
  });
}

function publishedOf(
  measure: Measure,
  published: readonly PublishedFigure[],
  periods: ReadonlySet<string>,
): Series['published'] {
  const found = published.filter(
    (figure) =>
      [measure.id, measure.published].includes(figure.measure) &&
      figure.areaKind === 'england' &&
      figure.value !== null &&
      periods.has(figure.period),
  );
  const area = found[0]?.area;
  if (area === undefined) return null;
  return { area, values: new Map(found.map(({ period, value }) => [period, value ?? 0])) };
}

/** What is said of a point: its value and interval, or why there is none. */
export function sayPoint({ table, published }: Series, point: SeriesPoint): string {
  const { unit } = table.measure;
  if (!point.row) return 'no figure';
  if (point.row.value.value === null) return sayCell(point.row.value, unit);
  const interval = sayInterval(point.row.lower, point.row.upper, unit);
  const other = published?.values.get(point.key);
  return [
    formatCell(point.row.value, unit),
    interval,
    other === undefined || !published
      ? null
      : `${published.area} ${formatCell({ value: other, status: 'ok' }, unit)}, published`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}
