import type { SeasonalKind } from '../statistics/seasonal_regression';

export interface ShareMonth {
  /** 2026-03 */
  readonly month: string;
  readonly numerator: number;
  readonly denominator: number;
}

export interface CountMonth {
  /** 2026-03 */
  readonly month: string;
  readonly count: number;
  readonly population: number;
}

/** Shares of people, or counts in a population; a mean of month ends need not be whole. */
export type MonthlySeries = readonly ShareMonth[] | readonly CountMonth[];

/** A month with its number since year 0, so that one can be taken from another. */
export interface SeriesPoint {
  readonly time: number;
  /** Place of its calendar month among those the series has. */
  readonly season: number;
  readonly events: number;
  readonly base: number;
}

/** Months in a row, but for calendar months that the series never has (no school in August). */
export interface MonthlyRun {
  readonly points: readonly SeriesPoint[];
  /** The calendar months the series has, January 0. */
  readonly calendar: readonly number[];
}

export function kindOf(series: MonthlySeries): SeasonalKind {
  const first = series[0];
  return first && 'population' in first ? 'count' : 'share';
}

/**
 * The latest months in a row that have a base above zero, in order.
 *
 * @throws RangeError when a month is written otherwise than 2026-03, comes twice, or has a number that
 * cannot be.
 */
export function latestRun(series: MonthlySeries): MonthlyRun {
  const points = series.map(pointOf).sort((a, b) => a.time - b.time);
  for (const [i, { time }] of points.entries())
    if (points[i + 1]?.time === time) throw new RangeError(`${monthAt(time)} comes twice.`);
  const known = points.filter(({ base }) => base > 0);
  const calendar = [...new Set(known.map(({ time }) => time % 12))].sort((a, b) => a - b);
  let start = Math.max(0, known.length - 1);
  while (start > 0 && timeAfter(known[start - 1]!.time, calendar) === known[start]!.time) start--;
  return {
    points: known
      .slice(start)
      .map((point) => ({ ...point, season: calendar.indexOf(point.time % 12) })),
    calendar,
  };
}

/** The next month whose calendar month is one of these. */
export function timeAfter(time: number, calendar: readonly number[]): number {
  let next = time + 1;
  while (!calendar.includes(next % 12)) next++;
  return next;
}

/** The month of a number since year 0, as 2026-03. */
export function monthAt(time: number): string {
  const year = String(Math.floor(time / 12)).padStart(4, '0');
  return `${year}-${String((time % 12) + 1).padStart(2, '0')}`;
}

function pointOf(given: ShareMonth | CountMonth): Omit<SeriesPoint, 'season'> {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(given.month);
  if (!found) throw new RangeError(`“${given.month}” is not a month such as 2026-03.`);
  const time = 12 * Number(found[1]) + Number(found[2]) - 1;
  const [events, base] =
    'population' in given ? [given.count, given.population] : [given.numerator, given.denominator];
  const most = 'population' in given ? Infinity : base;
  if (!(events >= 0 && events <= most && Number.isFinite(events) && Number.isFinite(base)))
    throw new RangeError(`${given.month} has ${events} of ${base}.`);
  return { time, events, base };
}
