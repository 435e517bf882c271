import { CONFIDENCE_95, type Confidence, type Estimate, type Interval } from './confidence';
import { answered, notAvailable, unreliable, type NotEnough, type Outcome } from './outcome';
import { rateInterval } from './poisson';
import type { TwoByTwo } from './two_by_two';
import { wilsonInterval } from './wilson';

/** People of a group that have something, and all of them. Counts may be fractional. */
export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
}

/** Events of a group, counted whole, and the people or time they came from. */
export interface EventRate {
  readonly events: number;
  readonly base: number;
}

const EMPTY: NotEnough = notAvailable('One of the two groups has nobody in it.');
const NOTHING_TO_DIVIDE_BY: NotEnough = notAvailable(
  'The comparison group has none, so there is no “times as high”.',
);
const NONE_IN_FIRST: NotEnough = unreliable(
  'The group has none, so a ratio of 0 could be given but not how sure it is.',
);

/**
 * The first proportion less the second, as a fraction from −1 to 1, with Newcombe's hybrid score
 * interval: the distances of the two Wilson intervals, squared and added.
 *
 * Source: Newcombe (1998), method 10.
 *
 * @throws RangeError when a numerator is not within 0 to its denominator.
 */
export function differenceOfProportions(
  first: Proportion,
  second: Proportion,
  confidence: Confidence = CONFIDENCE_95,
): Outcome<Estimate> {
  requireProportions(first, second);
  const a = wilsonInterval(first.numerator, first.denominator, confidence.z);
  const b = wilsonInterval(second.numerator, second.denominator, confidence.z);
  if (a === null || b === null) return EMPTY;
  return answered(
    squaredAndAdded(
      { value: first.numerator / first.denominator, ...a },
      { value: second.numerator / second.denominator, ...b },
    ),
  );
}

/**
 * The first proportion over the second, with Katz's interval on the log scale. Not available when
 * nobody of the second group has it; unreliable when nobody of the first has, or everybody of both,
 * because the formula's standard error is then endless or zero.
 *
 * Source: Katz, Baptista, Azen and Pike (1978), method C.
 *
 * @throws RangeError when a numerator is not within 0 to its denominator.
 */
export function ratioOfProportions(
  first: Proportion,
  second: Proportion,
  confidence: Confidence = CONFIDENCE_95,
): Outcome<Estimate> {
  requireProportions(first, second);
  if (!(first.denominator > 0 && second.denominator > 0)) return EMPTY;
  if (second.numerator === 0) return NOTHING_TO_DIVIDE_BY;
  if (first.numerator === 0) return NONE_IN_FIRST;
  const variance = [first, second].reduce(
    (sum, { numerator, denominator }) => sum + (1 / numerator - 1 / denominator),
    0,
  );
  if (!(variance > 0))
    return unreliable(
      'Everybody of both groups has it, so a ratio says nothing of how sure it is.',
    );
  const value = first.numerator / first.denominator / (second.numerator / second.denominator);
  return answered(onLogScale(value, Math.sqrt(variance), confidence));
}

/** How the second thing goes with the first. It says nothing about cause. */
export interface Association {
  /** The share with the second among those with the first, over that among those without. */
  readonly riskRatio: Outcome<Estimate>;
  /** The same two shares, one less the other. */
  readonly riskDifference: Outcome<Estimate>;
}

/**
 * Risk ratio and risk difference of a two-by-two table, by `ratioOfProportions` and
 * `differenceOfProportions`.
 *
 * @throws RangeError when a count is below 0.
 */
export function association(
  { both, onlyFirst, onlySecond, neither }: TwoByTwo,
  confidence: Confidence = CONFIDENCE_95,
): Association {
  const withFirst = { numerator: both, denominator: both + onlyFirst };
  const without = { numerator: onlySecond, denominator: onlySecond + neither };
  return {
    riskRatio: ratioOfProportions(withFirst, without, confidence),
    riskDifference: differenceOfProportions(withFirst, without, confidence),
  };
}

/**
 * The first rate less the second, in events per unit of base, by the intervals of the two rates (exact
 * Poisson below 10 events, Byar from 10), their distances squared and added.
 *
 * Source: Zou and Donner (2008), the method of variance estimates recovery.
 *
 * @throws RangeError when events are not a whole number from 0.
 */
export function differenceOfRates(
  first: EventRate,
  second: EventRate,
  confidence: Confidence = CONFIDENCE_95,
): Outcome<Estimate> {
  const a = rateInterval(first.events, first.base, confidence);
  const b = rateInterval(second.events, second.base, confidence);
  if (a === null || b === null) return EMPTY;
  return answered(
    squaredAndAdded(
      { value: first.events / first.base, ...a },
      { value: second.events / second.base, ...b },
    ),
  );
}

/**
 * The first rate over the second, with the interval on the log scale, standard error √(1/a + 1/b). Not
 * available when the second group has no events, unreliable when the first has none.
 *
 * Source: Rothman, Greenland and Lash (2008), chapter 14.
 *
 * @throws RangeError when events are not a whole number from 0.
 */
export function ratioOfRates(
  first: EventRate,
  second: EventRate,
  confidence: Confidence = CONFIDENCE_95,
): Outcome<Estimate> {
  for (const { events } of [first, second])
    if (!Number.isInteger(events) || events < 0)
      throw new RangeError(`A rate needs a whole number of events from 0; it was given ${events}.`);
  if (!(first.base > 0 && second.base > 0)) return EMPTY;
  if (second.events === 0) return NOTHING_TO_DIVIDE_BY;
  if (first.events === 0) return NONE_IN_FIRST;
  const value = first.events / first.base / (second.events / second.base);
  return answered(onLogScale(value, Math.sqrt(1 / first.events + 1 / second.events), confidence));
}

/** The interval of a difference from those of its two parts. */
function squaredAndAdded(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}

function onLogScale(value: number, standardError: number, confidence: Confidence): Estimate {
  const { lower, upper }: Interval = {
    lower: value / Math.exp(confidence.z * standardError),
    upper: value * Math.exp(confidence.z * standardError),
  };
  return { value, lower, upper };
}

function requireProportions(...proportions: readonly Proportion[]): void {
  for (const { numerator, denominator } of proportions)
    if (!(numerator >= 0 && numerator <= denominator))
      throw new RangeError(`There is no proportion of ${numerator} in ${denominator}.`);
}
