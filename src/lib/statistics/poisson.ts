import { CONFIDENCE_95, type Confidence, type Interval } from './confidence';

/** From this count on, Byar's approximation replaces the exact limits. */
const BYAR_FROM = 10;

/**
 * Byar's limits of a count of events.
 *
 * Source: Breslow and Day (1987), volume II: lower x(1 − 1/(9x) − z/(3√x))³,
 * upper (x+1)(1 − 1/(9(x+1)) + z/(3√(x+1)))³.
 */
export function byarInterval(count: number, z: number = CONFIDENCE_95.z): Interval {
  const next = count + 1;
  return {
    lower:
      count === 0 ? 0 : count * Math.max(0, 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}

/**
 * Exact Poisson limits of a whole count of events: the means under which so many or more, and so
 * many or fewer, have half of the remaining probability. Equal to the chi-squared form
 * χ²(α/2; 2x)/2 and χ²(1−α/2; 2x+2)/2. For small counts: the sums have `count` terms.
 */
export function exactPoissonInterval(
  count: number,
  confidence: Confidence = CONFIDENCE_95,
): Interval {
  const tail = (1 - confidence.level) / 2;
  return {
    lower: count === 0 ? 0 : meanWhere(count - 1, 1 - tail),
    upper: meanWhere(count, tail),
  };
}

/**
 * Interval of a rate of events, in events per unit of `base` (multiply by 100 for "per 100"):
 * exact Poisson below 10 events, Byar from 10. Null when `base` is not above zero.
 *
 * @throws RangeError when `events` is not a whole number from 0: events are counted, not averaged.
 */
export function rateInterval(
  events: number,
  base: number,
  confidence: Confidence = CONFIDENCE_95,
): Interval | null {
  if (!Number.isInteger(events) || events < 0)
    throw new RangeError(`A rate needs a whole number of events from 0; it was given ${events}.`);
  if (!(base > 0)) return null;
  const { lower, upper } =
    events < BYAR_FROM
      ? exactPoissonInterval(events, confidence)
      : byarInterval(events, confidence.z);
  return { lower: lower / base, upper: upper / base };
}

/** P(X <= count) of a Poisson variable with this mean. */
function poissonCumulative(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= count; i++) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

/** The mean at which P(X <= count) is `probability`; the probability falls as the mean grows. */
function meanWhere(count: number, probability: number): number {
  let low = 0;
  let high = count + 1;
  while (poissonCumulative(count, high) > probability) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (poissonCumulative(count, middle) > probability) low = middle;
    else high = middle;
  }
}
