import { CONFIDENCE_95, type Confidence, type Interval } from './confidence';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';
import { sum } from './sum';

/** How many spells ended after so many days, and how many were last seen, still open, at that age. */
export interface SpellCount {
  readonly days: number;
  readonly ended: number;
  readonly stillOpen: number;
}

/** The curve from a day on which spells ended until the next such day. */
export interface SurvivalPoint {
  readonly days: number;
  /** Open just before that day. */
  readonly atRisk: number;
  readonly ended: number;
  /** The share still open after that day. */
  readonly survival: number;
  /** By Greenwood; null where nothing is left open, because it is not defined there. */
  readonly standardError: number | null;
  /** On the log-log scale, so within 0 and 1; null where the standard error is. */
  readonly interval: Interval | null;
}

/** A quantile of the lengths, in days; null where the curve or its limits do not reach that far. */
export interface SurvivalQuantile {
  readonly days: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface SurvivalCurve {
  readonly spells: number;
  readonly ended: number;
  /** The longest that any spell was followed. */
  readonly lastDays: number;
  /** One a day on which any spell ended, in order. */
  readonly points: readonly SurvivalPoint[];
  readonly lowerQuartile: SurvivalQuantile;
  readonly median: SurvivalQuantile;
  readonly upperQuartile: SurvivalQuantile;
}

/** With fewer endings the limits are too rough to show. */
const FEWEST_ENDED = 10;
/** Two shares closer than this are the same share, met along different products. */
const SAME_SHARE = 1e-9;

/**
 * The Kaplan-Meier curve of lengths in days, spells still open censored at their age. Rows may come in
 * any order and repeat a length. A spell that is censored on a day on which others end counts as open
 * on that day.
 *
 * Greenwood's variance; pointwise limits S^exp(±z·√(Σ d/(n(n−d))) / ln S); quantiles and their limits
 * where curve and limits fall below the share, or midway where they lie flat on it.
 *
 * Answers `x` without spells and `u` with fewer than 10 that ended.
 *
 * Source: Kaplan and Meier (1958), Greenwood (1926), Kalbfleisch and Prentice (1980), Brookmeyer and
 * Crowley (1982); the conventions of R's survfit with conf.type = "log-log".
 *
 * @throws RangeError when a number of days or spells is below zero or not a number.
 */
export function kaplanMeier(
  spells: readonly SpellCount[],
  confidence: Confidence = CONFIDENCE_95,
): Outcome<SurvivalCurve> {
  const curve = survivalCurve(spells, confidence);
  if (curve === null) return notAvailable('There are no spells.');
  if (curve.ended < FEWEST_ENDED)
    return unreliable(
      `Fewer than ${FEWEST_ENDED} spells ended, too few to say how long they last.`,
    );
  return answered(curve);
}

/** The same curve however few spells ended; null without spells. For what rests on more than it. */
export function survivalCurve(
  spells: readonly SpellCount[],
  confidence: Confidence = CONFIDENCE_95,
): SurvivalCurve | null {
  const days = sortedDays(spells);
  const count = sum(days.map((day) => day.ended + day.stillOpen));
  if (count === 0) return null;

  const points: SurvivalPoint[] = [];
  let atRisk = count;
  let survival = 1;
  let greenwood = 0;
  for (const { days: length, ended, stillOpen } of days) {
    if (ended > 0) {
      survival *= (atRisk - ended) / atRisk;
      greenwood += ended / (atRisk * (atRisk - ended));
      const left = atRisk > ended;
      points.push({
        days: length,
        atRisk,
        ended,
        survival,
        standardError: left ? survival * Math.sqrt(greenwood) : null,
        interval: left ? logLogInterval(survival, greenwood, confidence.z) : null,
      });
    }
    atRisk -= ended + stillOpen;
  }
  const followed = { points, lastDays: days[days.length - 1]!.days };
  return {
    ...followed,
    spells: count,
    ended: sum(days.map((day) => day.ended)),
    lowerQuartile: lengthWhereOpen(followed, 0.75),
    median: lengthWhereOpen(followed, 0.5),
    upperQuartile: lengthWhereOpen(followed, 0.25),
  };
}

/** A share still open, and its limits; null limits where they are not defined. */
export interface ShareOpen {
  readonly survival: number;
  readonly interval: Interval | null;
}

/**
 * The share still open after so many days; null beyond the longest that any spell was followed, unless
 * nothing was left open by then.
 */
export function survivalAt(curve: SurvivalCurve, days: number): ShareOpen | null {
  const at = curve.points.findLast((point) => point.days <= days);
  if (days > curve.lastDays && at?.survival !== 0) return null;
  return at ?? { survival: 1, interval: { lower: 1, upper: 1 } };
}

/** One row a length, in order; rows of nobody left out. */
export function sortedDays(spells: readonly SpellCount[]): SpellCount[] {
  const rows = new Map<number, { days: number; ended: number; stillOpen: number }>();
  for (const { days, ended, stillOpen } of spells) {
    if (!(days >= 0 && days < Infinity && ended >= 0 && stillOpen >= 0))
      throw new RangeError(
        `Days and spells are numbers from 0; they were ${days}, ${ended} and ${stillOpen}.`,
      );
    if (ended + stillOpen === 0) continue;
    const row = rows.get(days);
    if (row) {
      row.ended += ended;
      row.stillOpen += stillOpen;
    } else rows.set(days, { days, ended, stillOpen });
  }
  return [...rows.values()].sort((a, b) => a.days - b.days);
}

function logLogInterval(survival: number, greenwood: number, z: number): Interval {
  const power = Math.exp((z * Math.sqrt(greenwood)) / -Math.log(survival));
  return { lower: survival ** power, upper: survival ** (1 / power) };
}

/** The length after which this share (0 to 1) is still open, with its limits. */
export function lengthWhereOpen(
  { points, lastDays }: Pick<SurvivalCurve, 'points' | 'lastDays'>,
  share: number,
): SurvivalQuantile {
  const firstBelow = (value: (point: SurvivalPoint) => number | undefined): number | null => {
    const at = points.findIndex((point) => (value(point) ?? Infinity) < share + SAME_SHARE);
    if (at < 0) return null;
    const flat = value(points[at]!)! > share - SAME_SHARE;
    return flat ? (points[at]!.days + (points[at + 1]?.days ?? lastDays)) / 2 : points[at]!.days;
  };
  return {
    days: firstBelow((point) => point.survival),
    lower: firstBelow((point) => point.interval?.lower),
    upper: firstBelow((point) => point.interval?.upper),
  };
}
