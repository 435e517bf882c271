import type { Interval } from './confidence';
import { answered, unreliable, type Outcome } from './outcome';
import {
  outsideLimits,
  PROCESS_RULES,
  shifts,
  trends,
  twoInThree,
  type Direction,
  type ProcessRule,
} from './process_signals';
import { sum } from './sum';

/** With fewer points the limits say little. */
const FEWEST_POINTS = 13;
/** 3 / 1.128, so that the limits are three standard deviations away: moving ranges of two average 1.128. */
const LIMIT = 2.66;
const INNER_LIMIT = (LIMIT * 2) / 3;
/** A moving range this many times the average is outside the limits of a chart of moving ranges. */
const SCREEN = 3.267;

export interface ProcessSignal {
  readonly rule: ProcessRule;
  readonly direction: Direction;
}

export interface ProcessPoint {
  readonly value: number;
  /** The rules the point is part of, the one to label it with first; none when it is as chance would have it. */
  readonly signals: readonly ProcessSignal[];
}

/** A chart of individual values and moving ranges (XmR), in the unit of the values. */
export interface ProcessChart {
  readonly mean: number;
  readonly averageMovingRange: number;
  /** Moving ranges in that average, after screening. */
  readonly movingRanges: number;
  readonly limits: Interval;
  /** Two thirds of the way to the limits. */
  readonly inner: Interval;
  readonly points: readonly ProcessPoint[];
}

/**
 * The XmR chart of values in time order, equally spaced: mean ± 2.66 times the average moving range,
 * inner limits two thirds of that, and the four rules of `process_signals.ts`. `screened` leaves moving
 * ranges of 3.267 times the average and more out of it, once, so that a single jump does not widen the
 * limits. Unreliable below 13 points, and when the values do not move.
 *
 * Seasonal values signal every season: chart `seasonalDifferences` of them instead.
 *
 * Source: Wheeler (2000); NHS England's Making Data Count; NHSRplotthedots.
 */
export function processChart(
  values: readonly number[],
  { screened = true }: { readonly screened?: boolean } = {},
): Outcome<ProcessChart> {
  if (values.length < FEWEST_POINTS)
    return unreliable(
      `A process chart needs at least ${FEWEST_POINTS} points; there are ${values.length}.`,
    );
  const mean = sum(values) / values.length;
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const average = sum(ranges) / ranges.length;
  const kept = screened ? ranges.filter((range) => range < SCREEN * average) : ranges;
  const averageMovingRange = kept.length === 0 ? 0 : sum(kept) / kept.length;
  if (averageMovingRange === 0)
    return unreliable('The values hardly move, so a process chart of them has no limits.');

  const around = (width: number): Interval => ({
    lower: mean - width * averageMovingRange,
    upper: mean + width * averageMovingRange,
  });
  const limits = around(LIMIT);
  const inner = around(INNER_LIMIT);
  const flags: Readonly<Record<ProcessRule, readonly (Direction | null)[]>> = {
    outside: outsideLimits(values, limits),
    trend: trends(values),
    'two in three': twoInThree(values, mean, inner),
    shift: shifts(values, mean),
  };
  return answered({
    mean,
    averageMovingRange,
    movingRanges: kept.length,
    limits,
    inner,
    points: values.map((value, i) => ({
      value,
      signals: PROCESS_RULES.flatMap((rule) => {
        const direction = flags[rule][i];
        return direction == null ? [] : [{ rule, direction }];
      }),
    })),
  });
}

/** Whether a process as it is will meet a target: each time, never, or now and then by chance. */
export type Assurance = 'always' | 'never' | 'at times';

/** What the limits of a process say of a target, in their unit: it is sure only beyond both limits. */
export function targetAssurance(
  limits: Interval,
  target: number,
  better: 'higher' | 'lower',
): Assurance {
  if (target > limits.upper) return better === 'higher' ? 'never' : 'always';
  if (target < limits.lower) return better === 'higher' ? 'always' : 'never';
  return 'at times';
}

/**
 * Each value less the one a season before it, in the same places: for months in order with a season of
 * 12, the change on the same month of the year before. Null in the first season and wherever one of
 * the two is null.
 */
export function seasonalDifferences(
  values: readonly (number | null)[],
  season = 12,
): (number | null)[] {
  return values.map((value, i) => {
    const before = values[i - season];
    return value === null || before == null ? null : value - before;
  });
}
