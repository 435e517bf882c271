/**
 * Distribution functions, their upper tails and quantiles, to twelve significant digits. A tail
 * is computed itself, not as one less the other, so that small probabilities keep their digits.
 *
 * Every function throws a RangeError when a parameter lies outside its domain (NaN included): an
 * argument that cannot be is a mistake of the caller, not too little data.
 *
 * Formulae: Abramowitz and Stegun (1964), chapters 6 and 26; the densities before the series by
 * Loader (2000), "Fast and accurate computation of binomial probabilities", which keeps its digits
 * for counts in the millions.
 */

const ENOUGH = 1e-16;
/** Series and fractions here take a few times √(shape) terms; more than this means a mistake. */
const MOST_TERMS = 1_000_000;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
/** From here on the six terms of Stirling's series below are exact to the last digit. */
const STIRLING_FROM = 12;

/** The two sides of a distribution; they sum to 1. */
interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** P(Z <= z) of a standard normal variable. */
export function normalCumulative(z: number): number {
  const { lower, upper } = gammaTails((z * z) / 2, 0.5);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** The z below which a standard normal variable falls with probability `p`; infinite at 0 and 1. */
export function normalQuantile(p: number): number {
  requireThat(p >= 0 && p <= 1, 'A probability lies within 0 to 1', p);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  // Abramowitz and Stegun 26.2.23 is within 0.00045; Halley's steps cube the error.
  const r = Math.sqrt(-2 * Math.log(p));
  let z =
    (2.515517 + r * (0.802853 + r * 0.010328)) /
      (1 + r * (1.432788 + r * (0.189269 + r * 0.001308))) -
    r;
  for (let step = 0; step < 3; step++) {
    const error = (normalCumulative(z) - p) / Math.exp(-HALF_LOG_TWO_PI - (z * z) / 2);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}

/** P(X > x) of a chi-squared variable. */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  return gammaTails(x / 2, degreesOfFreedom / 2).upper;
}

/** The x below which a chi-squared variable falls with probability `p`; infinite at 1. */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  return 2 * quantile(p, 1 - p, (x) => gammaTails(x, degreesOfFreedom / 2));
}

/** P(T > t) of Student's t. */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  const { lower, upper } = studentTails(Math.abs(t), degreesOfFreedom);
  return t < 0 ? lower : upper;
}

/** The t below which Student's t falls with probability `p`; infinite at 0 and 1. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  const tails = (t: number): Tails => studentTails(t, degreesOfFreedom);
  return p < 0.5 ? -quantile(1 - p, p, tails) : quantile(p, 1 - p, tails);
}

/** The natural logarithm of the gamma function, for `x` above zero. */
export function logGamma(x: number): number {
  requireThat(x > 0, 'The gamma function is wanted above zero', x);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** P(X <= x) of a beta variable of shapes `a` and `b`: the regularised incomplete beta function. */
export function betaCumulative(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b).lower;
}

/** P(X <= x) of a gamma variable of scale 1: the regularised lower incomplete gamma function. */
export function gammaCumulative(x: number, shape: number): number {
  return gammaTails(x, shape).lower;
}

/** P(X <= k) of the successes in `n` independent trials that each succeed with probability `p`. */
export function binomialCumulative(k: number, n: number, p: number): number {
  requireThat(Number.isInteger(n) && n >= 0, 'Trials are a whole number from 0', n);
  requireThat(p >= 0 && p <= 1, 'A probability lies within 0 to 1', p);
  requireThat(!Number.isNaN(k), 'A number of successes is a number', k);
  if (k < 0) return 0;
  if (k >= n) return 1;
  const whole = Math.floor(k);
  return betaTails(p, 1 - p, whole + 1, n - whole).upper;
}

function studentTails(t: number, degreesOfFreedom: number): Tails {
  requireThat(t >= 0, 'Student’s t is a number', t);
  if (t === Infinity) return { lower: 1, upper: 0 };
  const square = t * t;
  const whole = degreesOfFreedom + square;
  const { lower } = betaTails(degreesOfFreedom / whole, square / whole, degreesOfFreedom / 2, 0.5);
  return { lower: 1 - lower / 2, upper: lower / 2 };
}

/** Series below the mean, continued fraction above it (Abramowitz and Stegun 6.5.29 and 6.5.31). */
function gammaTails(x: number, shape: number): Tails {
  requireThat(x >= 0, 'A gamma variable is not below zero', x);
  requireThat(shape > 0 && shape < Infinity, 'A shape is above zero', shape);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  // x^shape e^−x / Γ(shape + 1)
  const front =
    Math.exp(-stirlingError(shape) - deviance(shape, x) - HALF_LOG_TWO_PI) / Math.sqrt(shape);
  if (x < shape + 1) {
    let term = 1;
    let sum = 1;
    for (let i = 1; term > sum * ENOUGH; i++) {
      term *= x / (shape + i);
      sum += term;
    }
    const lower = Math.min(1, front * sum);
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(
    (i) => -i * (i - shape),
    (i) => x + 1 - shape + 2 * i,
  );
  const upper = Math.min(1, (front * shape) / fraction);
  return { lower: 1 - upper, upper };
}

/** `y` is 1 − x, given apart because it may be known with more digits. Fraction: 26.5.8. */
function betaTails(x: number, y: number, a: number, b: number): Tails {
  requireThat(x >= 0 && x <= 1, 'A beta variable lies within 0 to 1', x);
  requireThat(a > 0 && a < Infinity && b > 0 && b < Infinity, 'A shape is above zero', a);
  if (x === 0 || y === 0) return x === 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  const n = a + b;
  if (x > (a + 1) / (n + 2)) {
    const { lower, upper } = betaTails(y, x, b, a);
    return { lower: upper, upper: lower };
  }
  // x^a y^b / (a B(a, b))
  const front =
    Math.exp(
      stirlingError(n) -
        stirlingError(a) -
        stirlingError(b) -
        deviance(a, n * x) -
        deviance(b, n * y) -
        HALF_LOG_TWO_PI,
    ) * Math.sqrt(b / (a * n));
  const fraction = continuedFraction(
    (i) => {
      const m = Math.floor(i / 2);
      return i % 2 === 0
        ? (m * (b - m) * x) / ((a + i - 1) * (a + i))
        : (-(a + m) * (n + m) * x) / ((a + i - 1) * (a + i));
    },
    () => 1,
  );
  const lower = Math.min(1, front / fraction);
  return { lower, upper: 1 - lower };
}

/** b₀ + a₁/(b₁ + a₂/(b₂ + …)), by the method of Lentz. */
function continuedFraction(a: (i: number) => number, b: (i: number) => number): number {
  let value = b(0);
  let over = value;
  let under = 0;
  for (let i = 1; i < MOST_TERMS; i++) {
    over = b(i) + a(i) / over;
    under = 1 / (b(i) + a(i) * under);
    const factor = over * under;
    value *= factor;
    if (Math.abs(factor - 1) < 4 * ENOUGH) return value;
  }
  throw new RangeError('A distribution function did not converge for its arguments.');
}

/** What Stirling's formula for log Γ(x) leaves out. */
function stirlingError(x: number): number {
  if (x >= STIRLING_FROM) {
    const r = 1 / (x * x);
    const inner = 1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360));
    return (1 / 12 - r * (1 / 360 - r * inner)) / x;
  }
  // Γ(x) = Γ(x + n) / (x (x+1) … (x+n−1))
  let product = 1;
  let shifted = x;
  for (; shifted < STIRLING_FROM; shifted++) product *= shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    stirlingError(shifted) -
    Math.log(product) -
    (x - 0.5) * Math.log(x) +
    x
  );
}

/** x ln(x/mean) + mean − x, without cancelling where the two are close. */
function deviance(x: number, mean: number): number {
  const d = (x - mean) / mean;
  if (Math.abs(d) > 0.1) return x * Math.log(x / mean) + mean - x;
  let power = d * d;
  let sum = 0;
  for (let k = 2; Math.abs(power) > ENOUGH * sum; k++) {
    sum += power / (k * (k - 1));
    power *= -d;
  }
  return mean * sum;
}

/**
 * The value from 0 up with `lower` of the distribution below it and `upper` above, found by halving on
 * whichever is smaller.
 */
function quantile(lower: number, upper: number, tails: (x: number) => Tails): number {
  requireThat(lower >= 0 && upper >= 0, 'A probability lies within 0 to 1', lower);
  if (lower === 0 || upper === 0) return lower === 0 ? 0 : Infinity;
  const reached = (x: number): boolean =>
    lower > upper ? tails(x).upper <= upper : tails(x).lower >= lower;
  let low = 0;
  let high = 1;
  while (!reached(high)) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (reached(middle)) high = middle;
    else low = middle;
  }
}

function requireThat(holds: boolean, what: string, given: number): void {
  if (!holds) throw new RangeError(`${what}; it was given ${given}.`);
}
