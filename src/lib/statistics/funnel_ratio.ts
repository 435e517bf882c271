import { CONFIDENCE_95, CONFIDENCE_99_8, type Confidence, type Interval } from './confidence';
import { chiSquaredQuantile } from './distributions';
import { placeAmong, type Funnel, type FunnelPlace } from './funnel';
import { answered, notAvailable, type Outcome } from './outcome';
import { additiveDispersion } from './over_dispersion';
import { sum } from './sum';

/**
 * What one area brings to a funnel of ratios: events observed and expected. For a funnel of rates
 * `expected` is the population; the average is then the rate of all.
 */
export interface RatioFunnelUnit {
  readonly observed: number;
  readonly expected: number;
}

/** In place of no events, whose logarithm is not a number, when dispersion is measured. */
const FOR_NO_EVENTS = 0.5;

/**
 * The funnel of a set of ratios or rates: average and over-dispersion on the log scale, where a unit
 * at the average has the variance 1 / (events expected there). Units with nothing expected are left out.
 * `average` is the ratio of sums unless one is given: 1 when the expected events come from a
 * reference that is not these units themselves.
 *
 * Source: Spiegelhalter (2005); the log form of FunnelPlotR, winsorised 10 % at each end.
 */
export function makeRatioFunnel(
  units: readonly RatioFunnelUnit[],
  average = ratioOfSums(units),
): Outcome<Funnel> {
  const counted = units.filter((unit) => unit.expected > 0);
  if (counted.length === 0) return notAvailable('No area has anything expected in it.');
  if (!(average > 0)) return notAvailable('There are no events to compare the areas by.');
  const scores = counted.map(({ observed, expected }) => {
    const ratio = Math.max(observed, FOR_NO_EVENTS) / expected;
    return Math.log(ratio / average) * Math.sqrt(average * expected);
  });
  const weights = counted.map((unit) => average * unit.expected);
  return answered({ average, ...additiveDispersion(scores, weights) });
}

/**
 * The limits about the average for a unit with so much expected, as ratios (or rates); null when
 * that is not above zero. Without over-dispersion Poisson, χ²(α/2; 2m)/2 and χ²(1−α/2; 2m+2)/2 over
 * the expected, m being the events the average gives; with it average · exp(∓z√(1/m + τ²)).
 */
export function ratioFunnelLimits(
  funnel: Funnel,
  expected: number,
  confidence: Confidence = CONFIDENCE_95,
): Interval | null {
  if (!(expected > 0)) return null;
  const { average, betweenVariance } = funnel;
  const events = average * expected;
  if (betweenVariance === 0) {
    const tail = (1 - confidence.level) / 2;
    return {
      lower: chiSquaredQuantile(tail, 2 * events) / 2 / expected,
      upper: chiSquaredQuantile(1 - tail, 2 * events + 2) / 2 / expected,
    };
  }
  const factor = Math.exp(confidence.z * Math.sqrt(1 / events + betweenVariance));
  return { lower: average / factor, upper: average * factor };
}

/** Where a unit lies in the funnel; null when nothing is expected in it. */
export function placeInRatioFunnel(funnel: Funnel, unit: RatioFunnelUnit): FunnelPlace | null {
  const near = ratioFunnelLimits(funnel, unit.expected, CONFIDENCE_95);
  const far = ratioFunnelLimits(funnel, unit.expected, CONFIDENCE_99_8);
  if (near === null || far === null) return null;
  return placeAmong(unit.observed / unit.expected, near, far);
}

function ratioOfSums(units: readonly RatioFunnelUnit[]): number {
  const counted = units.filter((unit) => unit.expected > 0);
  return sum(counted.map((unit) => unit.observed)) / sum(counted.map((unit) => unit.expected));
}
