import type { SeededRandom } from './seeded_random';

/** Up to here e^−mean is far from the smallest number there is, and a draw takes few steps. */
const GREATEST_MEAN_AT_ONCE = 500;

/**
 * A count drawn from the Poisson distribution, by inversion; exact for every mean, because a greater
 * one is drawn as a sum. Takes about as many steps as the mean.
 */
export function drawPoisson(mean: number, random: SeededRandom): number {
  let count = 0;
  for (let left = mean; left > 0; left -= GREATEST_MEAN_AT_ONCE) {
    const part = Math.min(left, GREATEST_MEAN_AT_ONCE);
    let chance = Math.exp(-part);
    let drawn = 0;
    // The chance falls to nothing far out in the tail; there rounding could keep the loop from ending.
    for (let over = random.uniform(); over >= chance && chance > 0;) {
      over -= chance;
      drawn++;
      chance *= part / drawn;
    }
    count += drawn;
  }
  return count;
}

/**
 * A number drawn from the gamma distribution of scale 1.
 *
 * Source: Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26.
 */
export function drawGamma(shape: number, random: SeededRandom): number {
  if (shape < 1) return drawGamma(shape + 1, random) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = random.normal();
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    if (Math.log(u) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
