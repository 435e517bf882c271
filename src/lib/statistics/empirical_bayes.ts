import { betaCumulative, gammaCumulative } from './distributions';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';
import { sum } from './sum';

/** Events (or people with something) of an area, and its people. */
export interface AreaCount {
  readonly numerator: number;
  readonly denominator: number;
}

/** Chance within an area: `poisson` for rare events, `binomial` for a common share of people. */
export type CountForm = 'poisson' | 'binomial';

export interface Shrinkage {
  readonly form: CountForm;
  /** The rate of all areas together, a ratio of sums. */
  readonly mean: number;
  /** The variance of the areas' true rates; never below 0. */
  readonly betweenVariance: number;
  /** The same before it is clamped; below 0 when the areas vary less than chance would make them. */
  readonly unclampedVariance: number;
  /** One an area, in the order given; null for an area with nobody in it. */
  readonly areas: readonly (ShrunkArea | null)[];
}

export interface ShrunkArea {
  /** The area's own rate. */
  readonly rate: number;
  /** Its rate drawn towards the mean. */
  readonly estimate: number;
  /** The share of its own rate in the estimate, 0 to 1. */
  readonly weight: number;
}

/** A variance between areas below this share of the mean's own is none. */
const NO_VARIANCE = 1e-9;

/**
 * Empirical-Bayes estimates of the areas' rates: each area's own rate and the mean of all, weighed by
 * how much chance there is in it. With m the mean, s² = Σb(r−m)²/Σb − v(m)/b̄ clamped at 0,
 * weight = s²/(s² + v(m)/b), v(m) = m for the Poisson form and m(1−m) for the binomial.
 *
 * Source: Marshall (1991), the global estimator. PySAL has the Poisson form without the clamp.
 *
 * @throws RangeError when a numerator is below 0 or, in the binomial form, above its denominator.
 */
export function shrinkTowardsMean(
  areas: readonly AreaCount[],
  form: CountForm,
): Outcome<Shrinkage> {
  for (const { numerator, denominator } of areas)
    if (!(numerator >= 0) || (form === 'binomial' && !(numerator <= denominator)))
      throw new RangeError(`An area cannot have ${numerator} of ${denominator}.`);
  const counted = areas.filter((area) => area.denominator > 0);
  if (counted.length < 2)
    return notAvailable(
      'Fewer than two areas have anybody in them, so none can borrow from others.',
    );

  const people = sum(counted.map((area) => area.denominator));
  const mean = sum(counted.map((area) => area.numerator)) / people;
  const chance = form === 'poisson' ? mean : mean * (1 - mean);
  const observed =
    sum(counted.map((a) => a.denominator * (a.numerator / a.denominator - mean) ** 2)) / people;
  const unclampedVariance = observed - chance / (people / counted.length);
  const betweenVariance = Math.max(0, unclampedVariance);
  return answered({
    form,
    mean,
    betweenVariance,
    unclampedVariance,
    areas: areas.map(({ numerator, denominator }) => {
      if (!(denominator > 0)) return null;
      const rate = numerator / denominator;
      const weight =
        betweenVariance > 0 ? betweenVariance / (betweenVariance + chance / denominator) : 0;
      return { rate, estimate: weight * rate + (1 - weight) * mean, weight };
    }),
  });
}

/**
 * The probability, 0 to 1, that the true rate of an area is above the mean of all.
 *
 * The true rates are taken to be spread as a beta (binomial form) or gamma (Poisson form) distribution
 * with the mean and variance of the shrinkage, chosen over a normal approximation because it holds for
 * small areas and needs nothing else. Given the area's counts its rate is of the same family, with the
 * counts added to the shapes; its mean is the shrunken estimate in the Poisson form and close to it in
 * the binomial. The mean and variance count as known: with a dozen areas the probability is somewhat
 * too sure of itself. Unreliable when the areas do not vary beyond chance, where it would only say a half.
 *
 * Source: Clayton and Kaldor (1987) for the gamma; the beta is its counterpart for shares of people.
 */
export function probabilityAboveMean(shrinkage: Shrinkage, area: AreaCount): Outcome<number> {
  const { form, mean, betweenVariance } = shrinkage;
  const { numerator, denominator } = area;
  if (!(denominator > 0)) return notAvailable('The area has nobody in it.');
  const chance = form === 'poisson' ? mean : mean * (1 - mean);
  if (!(betweenVariance > NO_VARIANCE * chance))
    return unreliable('The areas differ no more than chance would make them.');
  if (form === 'poisson') {
    const size = mean / betweenVariance;
    return answered(1 - gammaCumulative(mean * (size + denominator), mean * size + numerator));
  }
  const size = chance / betweenVariance - 1;
  return answered(
    betaCumulative(
      1 - mean,
      (1 - mean) * size + (denominator - numerator),
      mean * size + numerator,
    ),
  );
}
