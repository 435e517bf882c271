import { CONFIDENCE_95, type Confidence, type Estimate } from './confidence';
import { chiSquaredUpperTail, logGamma } from './distributions';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';

/** People by whether they have each of two things. */
export interface TwoByTwo {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** Below this expected count in any cell the exact test replaces chi-squared (Cochran, 1954). */
const EXPECTED_FOR_CHI_SQUARED = 5;
/** Tables this close in probability to the observed one count as as likely: they differ by rounding. */
const AS_LIKELY = 1 + 1e-7;

export interface AssociationTest {
  readonly pValue: number;
  readonly test: 'chi-squared' | 'exact';
}

/**
 * How many times as many people have both as if the two had nothing to do with each other:
 * n·both / (first · second). Limits on the log scale by the delta method with all four cells random:
 * variance of the log 1/both − 1/first − 1/second + 2·both/(first·second) − 1/n.
 *
 * Answers `x` when nobody has one of the two, `u` when nobody has both.
 *
 * @throws RangeError when a count is not a whole number from 0.
 */
export function lift(table: TwoByTwo, confidence: Confidence = CONFIDENCE_95): Outcome<Estimate> {
  const { both, first, second, n } = margins(table);
  if (!(first > 0 && second > 0)) return notAvailable('Nobody has one of the two.');
  if (both === 0)
    return unreliable('Nobody has both, so a lift of 0 could be given but not how sure it is.');
  const value = (n * both) / (first * second);
  const variance = 1 / both - 1 / first - 1 / second + (2 * both) / (first * second) - 1 / n;
  // Exactly zero when everybody has one of them; rounding may put it just below.
  const factor = Math.exp(confidence.z * Math.sqrt(Math.max(0, variance)));
  return answered({ value, lower: value / factor, upper: value * factor });
}

/**
 * The probability of so strong an association or a stronger one when there is none: chi-squared
 * without continuity correction, or Fisher's exact test (two-sided, tables no more likely than the
 * observed) where any count expected is below 5.
 *
 * Answers `x` when everybody or nobody has one of the two.
 *
 * @throws RangeError when a count is not a whole number from 0.
 */
export function associationTest(table: TwoByTwo): Outcome<AssociationTest> {
  const { both, first, second, n } = margins(table);
  if (!(first > 0 && second > 0 && first < n && second < n))
    return notAvailable('Everybody or nobody has one of the two, so there is nothing to compare.');
  const leastExpected = (Math.min(first, n - first) * Math.min(second, n - second)) / n;
  if (leastExpected < EXPECTED_FOR_CHI_SQUARED)
    return answered({ pValue: fisherExact(both, first, second, n), test: 'exact' });
  const excess = both - (first * second) / n;
  const spread = (first * (n - first) * second * (n - second)) / n ** 3;
  return answered({
    pValue: chiSquaredUpperTail((excess * excess) / spread, 1),
    test: 'chi-squared',
  });
}

/** Two-sided, over all tables with the same margins. */
function fisherExact(both: number, first: number, second: number, n: number): number {
  const logChoose = (from: number, some: number): number =>
    logGamma(from + 1) - logGamma(some + 1) - logGamma(from - some + 1);
  const all = logChoose(n, second);
  const probability = (x: number): number =>
    Math.exp(logChoose(first, x) + logChoose(n - first, second - x) - all);
  const observed = probability(both);
  let sum = 0;
  for (let x = Math.max(0, first + second - n); x <= Math.min(first, second); x++) {
    const one = probability(x);
    if (one <= observed * AS_LIKELY) sum += one;
  }
  return Math.min(1, sum);
}

function margins({ both, onlyFirst, onlySecond, neither }: TwoByTwo) {
  for (const count of [both, onlyFirst, onlySecond, neither])
    if (!(Number.isInteger(count) && count >= 0))
      throw new RangeError(`A table is of whole numbers from 0; it was given ${count}.`);
  const first = both + onlyFirst;
  const second = both + onlySecond;
  return { both, first, second, n: first + onlySecond + neither };
}
