import type { Interval } from './confidence';
import { studentQuantile } from './distributions';

/** What is expected of a value not yet seen, and within which limits it will lie. */
export interface Prediction {
  readonly value: number;
  /** It lies within with four chances in five. */
  readonly interval80: Interval;
  /** It lies within with nineteen chances in twenty. */
  readonly interval95: Interval;
}

/** How many standard errors the 80 and the 95 % interval reach to either side. */
export interface Reach {
  readonly of80: number;
  readonly of95: number;
}

/** The reach where the error itself is estimated with so many degrees of freedom. */
export function studentReach(degreesOfFreedom: number): Reach {
  return {
    of80: studentQuantile(0.9, degreesOfFreedom),
    of95: studentQuantile(0.975, degreesOfFreedom),
  };
}

/** A value with the limits so many standard errors away from it. */
export function predictionOf(
  value: number,
  reach: Reach,
  limits: (standardErrors: number) => Interval,
): Prediction {
  return { value, interval80: limits(reach.of80), interval95: limits(reach.of95) };
}
