import { answered, notAvailable, type Outcome } from './outcome';
import type { ValueCount } from './quantiles';

/** A point of the Lorenz curve: what share of the total the units up to here hold, the smallest first. */
export interface LorenzPoint {
  readonly units: number;
  readonly total: number;
}

/**
 * The share of a total, 0 to 1, that falls on the top `topShare` of units: 0.1 for the tenth with most.
 * From a histogram of the value each unit has. Where the share ends within a group of equal values, so
 * much of that group counts as fits.
 *
 * @throws RangeError when a value or count is below 0, or `topShare` not within 0 to 1.
 */
export function shareOfTop(histogram: readonly ValueCount[], topShare: number): Outcome<number> {
  if (!(topShare >= 0 && topShare <= 1))
    throw new RangeError(`A share lies within 0 to 1; it was given ${topShare}.`);
  requireAmounts(histogram);
  const { units, total } = sums(histogram);
  if (units === 0) return notAvailable('There is nobody to share the total.');
  if (total === 0) return notAvailable('There is no total to share.');
  let room = topShare * units;
  let held = 0;
  for (const { value, count } of byValue(histogram).reverse()) {
    const taken = Math.min(count, room);
    held += taken * value;
    room -= taken;
    if (room <= 0) break;
  }
  return answered(Math.min(1, held / total));
}

/**
 * The Lorenz curve of a histogram of the value each unit has: from 0, 0 to 1, 1, one point a value,
 * smallest first.
 *
 * @throws RangeError when a value or count is below 0.
 */
export function lorenzCurve(histogram: readonly ValueCount[]): Outcome<readonly LorenzPoint[]> {
  requireAmounts(histogram);
  const { units, total } = sums(histogram);
  if (units === 0) return notAvailable('There is nobody to share the total.');
  if (total === 0) return notAvailable('There is no total to share.');
  const points: LorenzPoint[] = [{ units: 0, total: 0 }];
  let passed = 0;
  let held = 0;
  for (const { value, count } of byValue(histogram)) {
    passed += count;
    held += value * count;
    points.push({ units: passed / units, total: held / total });
  }
  return answered(points);
}

function byValue(histogram: readonly ValueCount[]): ValueCount[] {
  return histogram.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
}

function sums(histogram: readonly ValueCount[]): {
  readonly units: number;
  readonly total: number;
} {
  let units = 0;
  let total = 0;
  // In the curve's own order, so that its last point is 1 to the last digit.
  for (const { value, count } of byValue(histogram)) {
    units += count;
    total += value * count;
  }
  return { units, total };
}

function requireAmounts(histogram: readonly ValueCount[]): void {
  for (const { value, count } of histogram)
    if (!(value >= 0 && value < Infinity && count >= 0 && count < Infinity))
      throw new RangeError(`Only amounts from 0 can be shared; there are ${count} of ${value}.`);
}
