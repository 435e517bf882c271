import type { Measure } from '../measures/measure';
import { kaplanMeier } from '../statistics/kaplan_meier';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { rateInterval } from '../statistics/poisson';
import { wilsonInterval } from '../statistics/wilson';
import type { LengthCount } from './counts';

/** A figure and its interval. A limit is null where the data do not reach it. */
export interface Figure {
  readonly value: number;
  readonly interval: { readonly lower: number | null; readonly upper: number | null } | null;
}

/**
 * The value of a row and its interval, by the kind of the measure: Wilson for proportions, exact
 * Poisson below 10 events and Byar from 10 for rates and counts, Kaplan-Meier for lengths, none for
 * means.
 *
 * @param numerator null for lengths
 * @param denominator null for counts
 */
export function figureOf(
  { kind, quantile = 'median' }: Measure,
  numerator: number | null,
  denominator: number | null,
  lengths: readonly LengthCount[] = [],
): Outcome<Figure> {
  if (kind === 'length') return quantileOf(lengths, quantile);
  if (numerator === null) return notAvailable('Nothing was counted.');
  if (kind === 'count')
    return answered({ value: numerator, interval: eventInterval(numerator, 1) });
  if (denominator === null || denominator === 0)
    return notAvailable('There is nothing to divide by.');
  const value = numerator / denominator;
  switch (kind) {
    case 'proportion':
      return answered({ value, interval: wilsonInterval(numerator, denominator) });
    case 'rate':
      return answered({ value, interval: eventInterval(numerator, denominator) });
    case 'mean':
      return answered({ value, interval: null });
  }
}

/** A rounded count is whole; a mean of several counts is not, and has no limits of this kind. */
function eventInterval(events: number, base: number): Figure['interval'] {
  return Number.isInteger(events) ? rateInterval(events, base) : null;
}

function quantileOf(
  lengths: readonly LengthCount[],
  quantile: NonNullable<Measure['quantile']>,
): Outcome<Figure> {
  const curve = kaplanMeier(
    lengths.map(({ days, ended, stillGoingOn }) => ({ days, ended, stillOpen: stillGoingOn })),
  );
  if (curve.status !== 'ok') return curve;
  const { days, lower, upper } = curve.result[quantile];
  if (days === null) return unreliable('Too few have ended for the curve to reach that far.');
  return answered({ value: days, interval: { lower, upper } });
}
