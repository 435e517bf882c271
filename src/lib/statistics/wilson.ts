import { CONFIDENCE_95, type Interval } from './confidence';

/**
 * Wilson score interval of a proportion, as fractions. Counts may be fractional (a mean of three
 * month ends). Null when there is no proportion: nobody in the denominator, or a numerator outside
 * 0 to `n`.
 *
 * Source: Wilson (1927); the form of the Office for Health Improvement and Disparities,
 * (2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²)).
 */
export function wilsonInterval(x: number, n: number, z: number = CONFIDENCE_95.z): Interval | null {
  if (!(n > 0) || !(x >= 0) || !(x <= n)) return null;
  return {
    lower: lowerLimit(x, n, z),
    upper: Math.max(1 - lowerLimit(n - x, n, z), x / n),
  };
}

/** The lower limit times its conjugate over itself: nothing cancels, so it is exact at the edges. */
function lowerLimit(x: number, n: number, z: number): number {
  const zz = z * z;
  return (2 * x * (x / n)) / (2 * x + zz + z * Math.sqrt(zz + 4 * x * (1 - x / n)));
}
