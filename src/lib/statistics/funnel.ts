import { CONFIDENCE_95, CONFIDENCE_99_8, type Interval } from './confidence';
import { additiveDispersion } from './over_dispersion';
import { sum } from './sum';

/** What one area or provider brings to a funnel of proportions. */
export interface FunnelUnit {
  readonly numerator: number;
  readonly denominator: number;
}

/** A funnel about the average of its units. */
export interface Funnel {
  /** The average as a ratio of sums. */
  readonly average: number;
  /** How many times the units vary more than chance alone would make them; 1 is chance alone. */
  readonly dispersion: number;
  /** The variance between units beyond chance: of proportions on the arcsine scale, of ratios on the log scale. */
  readonly betweenVariance: number;
}

export type FunnelPlace = 'below 99.8' | 'below 95' | 'within' | 'above 95' | 'above 99.8';

/**
 * The funnel of a set of proportions: average and over-dispersion. Units with nobody in the
 * denominator are left out; null when none remains.
 *
 * Over-dispersion by the additive random-effects model on the arcsine scale, as the Care Quality
 * Commission and FunnelPlotR do it.
 */
export function makeFunnel(units: readonly FunnelUnit[]): Funnel | null {
  const counted = units.filter((unit) => unit.denominator > 0);
  if (counted.length === 0) return null;
  const people = sum(counted.map((unit) => unit.denominator));
  const average = sum(counted.map((unit) => unit.numerator)) / people;

  const target = arcsine(average);
  const scores = counted.map(
    (unit) =>
      (arcsine(unit.numerator / unit.denominator) - target) * 2 * Math.sqrt(unit.denominator),
  );
  const weights = counted.map((unit) => 4 * unit.denominator);
  return { average, ...additiveDispersion(scores, weights) };
}

/**
 * The limits about the average for a unit of this size, as fractions within 0 to 1; null when the
 * size is not above zero. Without over-dispersion p̄ ± z√(p̄(1−p̄)/N); with it, limits on the arcsine
 * scale with s² + τ². They say what the average would give a unit of this size, not how sure the
 * unit's own figure is.
 */
export function funnelLimits(
  funnel: Funnel,
  size: number,
  z: number = CONFIDENCE_95.z,
): Interval | null {
  if (!(size > 0)) return null;
  const { average, betweenVariance } = funnel;
  if (betweenVariance === 0) {
    const margin = z * Math.sqrt((average * (1 - average)) / size);
    return { lower: Math.max(0, average - margin), upper: Math.min(1, average + margin) };
  }
  const centre = arcsine(average);
  const margin = z * Math.sqrt(1 / (4 * size) + betweenVariance);
  // Beyond 0 and a right angle the sine would fold back into the funnel.
  return {
    lower: Math.sin(Math.max(0, centre - margin)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, centre + margin)) ** 2,
  };
}

/** Where a unit lies in the funnel; null when nobody is in its denominator. */
export function placeInFunnel(funnel: Funnel, unit: FunnelUnit): FunnelPlace | null {
  const near = funnelLimits(funnel, unit.denominator, CONFIDENCE_95.z);
  const far = funnelLimits(funnel, unit.denominator, CONFIDENCE_99_8.z);
  if (near === null || far === null) return null;
  return placeAmong(unit.numerator / unit.denominator, near, far);
}

/** Where a value lies among the limits at 95 and at 99.8 %. */
export function placeAmong(value: number, near: Interval, far: Interval): FunnelPlace {
  if (value < far.lower) return 'below 99.8';
  if (value > far.upper) return 'above 99.8';
  if (value < near.lower) return 'below 95';
  if (value > near.upper) return 'above 95';
  return 'within';
}

function arcsine(proportion: number): number {
  return Math.asin(Math.sqrt(Math.min(1, Math.max(0, proportion))));
}
