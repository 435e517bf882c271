import { classLabel, mapClasses, type MapClass } from '../charts/map_classes';
import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import { figureTable } from '../explore/figure_table';
import { dimensions } from '../measures/dimensions';
import type { Measure } from '../measures/measure';
import { formatCell, sayCell, sayInterval } from '../ui/cell';
import { formatCount, formatDate } from '../ui/format';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { changeBetween } from '../words/change';
import { rowsFor } from '../words/rows';
import { plainLabel } from './bars';

const dayLength = 86_400_000;
const schoolDays = 5;

/** A day with school: its week counts from the first one of the period, its weekday from Monday, 0. */
export interface CalendarDay {
  readonly date: string;
  /** "Friday 20 December 2024". */
  readonly name: string;
  readonly week: number;
  readonly weekday: number;
  readonly row: SafeRow;
}

/** A month and the week in which its first day of the picture lies. */
export interface CalendarMonth {
  readonly month: string;
  readonly week: number;
}

export interface Calendar {
  readonly measure: Measure;
  /** In the order of time. */
  readonly days: readonly CalendarDay[];
  readonly weeks: number;
  /** How many days of the week are drawn: five, or more where there was school at a weekend. */
  readonly weekdays: number;
  readonly months: readonly CalendarMonth[];
  readonly classes: readonly MapClass[];
  /** The day with the highest figure that is shown, of the days on which most schools were open. */
  readonly highest: CalendarDay | null;
}

/** A measure split by day over a period, laid out in weeks. Days without a row had no school. */
export function calendarOf(table: SafeTable, period: string): Calendar {
  const dated = rowsFor(table, period).flatMap((row) => {
    const date = row.keys.day?.slice(0, 10) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date, at: Date.parse(date), row } : [];
  });
  dated.sort((a, b) => a.at - b.at);
  const weekdayOf = (at: number) => (new Date(at).getUTCDay() + 6) % 7;
  const first = dated[0]?.at ?? 0;
  const monday = first - weekdayOf(first) * dayLength;
  const days = dated.map(({ date, at, row }): CalendarDay => {
    const weekday = weekdayOf(at);
    return {
      date,
      name: `${weekdayName(weekday)} ${formatDate(date)}`,
      week: Math.floor((at - monday) / (7 * dayLength)),
      weekday,
      row,
    };
  });
  const months = new Map<string, number>();
  for (const { date, week } of days)
    if (!months.has(date.slice(0, 7))) months.set(date.slice(0, 7), week);
  return {
    measure: table.measure,
    days,
    weeks: (days.at(-1)?.week ?? -1) + 1,
    weekdays: Math.max(schoolDays, ...days.map(({ weekday }) => weekday + 1)),
    months: [...months].map(([month, week]) => ({ month, week })),
    classes: mapClasses(days.flatMap(({ row }) => row.value.value ?? [])),
    highest: highestOf(days),
  };
}

export function weekdayName(weekday: number): string {
  return dimensions.weekday.values[String(weekday + 1)] ?? '';
}

/** A day on which few schools were open stands for few pupils and is not called the worst. */
function highestOf(days: readonly CalendarDay[]): CalendarDay | null {
  const fullest = Math.max(0, ...days.map(({ row }) => row.denominator.value ?? 0));
  return days
    .filter(({ row }) => row.value.value !== null && 2 * (row.denominator.value ?? 0) >= fullest)
    .reduce<CalendarDay | null>(
      (best, day) =>
        best === null || (day.row.value.value ?? 0) > (best.row.value.value ?? 0) ? day : best,
      null,
    );
}

/** What is said of a day: value, interval and how many sessions were possible; or why there is none. */
export function sayDay({ unit, denominator }: Measure, { row }: CalendarDay): string {
  if (row.value.value === null) return sayCell(row.value, unit);
  const interval = sayInterval(row.lower, row.upper, unit);
  const of = row.denominator.value;
  return [
    formatCell(row.value, unit),
    ...(interval ? [interval] : []),
    ...(of === null ? [] : [`of ${formatCount(of)} ${denominator}`]),
  ].join('; ');
}

/** The highest day, and the weekday that stands out where one does. */
export function calendarTitle(
  { measure, days, highest }: Calendar,
  weekdays: SafeTable | null,
  period: string,
  place: string,
): string {
  const head = `${plainLabel(measure)} in ${place}, ${periodLabel(period)}`;
  if (!highest) return `${head}: ${days.length === 0 ? 'no school day' : 'no day can be shown'}`;
  const weekday = weekdays ? sayWeekdays(weekdays, period) : '';
  return `${head}: highest on ${highest.name} (${formatCell(highest.row.value, measure.unit)})${weekday}`;
}

/** "; Fridays (7.8 %) run above Wednesdays (6.3 %)", where the two differ beyond chance. */
function sayWeekdays(table: SafeTable, period: string): string {
  const { measure } = table;
  const shown = rowsFor(table, period)
    .filter(({ value, keys }) => value.value !== null && Number(keys.weekday) <= schoolDays)
    .sort((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0));
  const [most, least] = [shown[0], shown.at(-1)];
  if (!most || !least || !changeBetween(measure, most, least)?.certain) return '';
  const say = ({ keys, value }: SafeRow) =>
    `${weekdayName(Number(keys.weekday) - 1)}s (${formatCell(value, measure.unit)})`;
  return `; ${say(most)} run above ${say(least)}`;
}

/** The days, a row each, with the weekday in the name. */
export function calendarTable(
  { measure, days }: Calendar,
  period: string,
  place: string,
): TableModel {
  return figureTable(
    measure,
    `${plainLabel(measure)} by day, ${place}, ${periodLabel(period)}`,
    { id: 'day', label: 'Day' },
    days.map(({ date, name, row }) => ({ key: date, name, row })),
  );
}

/** The classes in words, for the key: "4.0 % to 6.3 %". */
export function classLabels({ classes, measure }: Calendar): readonly string[] {
  return classes.map((each) => classLabel(each, measure));
}
