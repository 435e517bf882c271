import { CONFIDENCE_95, type Confidence, type Estimate } from './confidence';
import { binomialCumulative } from './distributions';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';

/** A value and how many have it. */
export interface ValueCount {
  readonly value: number;
  readonly count: number;
}

/** Of the product `count · share`, to tell a whole number from one a rounding beside it. */
const ROUNDING = 1e-12;

/**
 * The quantile of a histogram, in the unit of its values, with limits that assume no distribution:
 * `share` is 0.5 for the median, 0.25 and 0.75 for the quartiles. Where the share falls between two
 * observations the quantile is their mean, as the median's is (R's type 2).
 *
 * The limits are the observations of rank l and u, l the largest with P(X < l) and u the smallest with
 * P(X >= u) at most half of what the confidence leaves, X binomial with `share`. Unreliable where so few
 * observations have no such ranks: below 6 for a median, below 13 for a quartile, at 95 %.
 *
 * Source: Conover (1999), section 3.2.
 *
 * @throws RangeError when a count is not a whole number from 0, a value not finite, or `share` not
 * between 0 and 1.
 */
export function histogramQuantile(
  histogram: readonly ValueCount[],
  share: number,
  confidence: Confidence = CONFIDENCE_95,
): Outcome<Estimate> {
  if (!(share > 0 && share < 1))
    throw new RangeError(`A quantile's share lies between 0 and 1; it was given ${share}.`);
  const sorted = sortedHistogram(histogram);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return notAvailable('There is nobody to take the quantile of.');

  const { lower, upper } = limitRanks(total, share, confidence);
  if (lower < 1 || upper > total)
    return unreliable('Too few were observed for limits of their median or quartiles.');
  const below = total * share;
  const whole = Math.round(below);
  const between = Math.abs(below - whole) <= ROUNDING * total;
  const value = between
    ? (valueOfRank(sorted, whole) + valueOfRank(sorted, whole + 1)) / 2
    : valueOfRank(sorted, Math.ceil(below));
  return answered({
    value,
    lower: valueOfRank(sorted, lower),
    upper: valueOfRank(sorted, upper),
  });
}

/** Quantile of sorted values, linear between neighbours (R's type 7); 0 when there are none. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (position - Math.floor(position)) * (above - below);
}

/** The ranks, from 1, of the observations that limit the quantile; 0 or one too many where none does. */
function limitRanks(
  total: number,
  share: number,
  confidence: Confidence,
): { readonly lower: number; readonly upper: number } {
  const tail = (1 - confidence.level) / 2;
  // P(X < l) <= tail, and P(X >= u) <= tail, which is P(total − X <= total − u) <= tail.
  return {
    lower: mostWithin(total, share, tail) + 1,
    upper: total - mostWithin(total, 1 - share, tail),
  };
}

/** The largest k with P(X <= k) at most `tail`; −1 when there is none. */
function mostWithin(trials: number, probability: number, tail: number): number {
  let low = -1;
  let high = trials;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCumulative(middle, trials, probability) <= tail) low = middle;
    else high = middle;
  }
  return low;
}

function valueOfRank(sorted: readonly ValueCount[], rank: number): number {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (passed >= rank) return value;
  }
  throw new RangeError(`There is no observation of rank ${rank}.`);
}

function sortedHistogram(histogram: readonly ValueCount[]): readonly ValueCount[] {
  for (const { value, count } of histogram)
    if (!Number.isFinite(value) || !Number.isInteger(count) || count < 0)
      throw new RangeError(
        `A histogram counts whole numbers of values; it has ${count} of ${value}.`,
      );
  return histogram.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
}
