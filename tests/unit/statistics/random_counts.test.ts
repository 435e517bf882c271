import { describe, expect, it } from 'vitest';
import { drawGamma, drawPoisson } from '$lib/statistics/random_counts';
import { seededRandom } from '$lib/statistics/seeded_random';

const DRAWS = 20_000;

function momentsOf(draw: () => number) {
  const values = Array.from({ length: DRAWS }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (DRAWS - 1);
  return { values, mean, variance };
}

describe('a Poisson draw', () => {
  it.each([0.3, 4, 40, 1700])('of mean %d has that mean and variance', (expected) => {
    const random = seededRandom(11);
    const { mean, variance } = momentsOf(() => drawPoisson(expected, random));
    // Four standard errors: √(λ/n) of the mean; λ√((2 + 1/λ)/n) of the variance.
    expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(expected / DRAWS));
    expect(Math.abs(variance - expected)).toBeLessThan(
      4 * expected * Math.sqrt((2 + 1 / expected) / DRAWS),
    );
  });

  it('takes each number as often as the distribution says', () => {
    const random = seededRandom(12);
    const { values } = momentsOf(() => drawPoisson(2, random));
    for (const [count, probability] of [0.1353, 0.2707, 0.2707, 0.1804, 0.0902].entries()) {
      const share = values.filter((value) => value === count).length / DRAWS;
      expect(Math.abs(share - probability)).toBeLessThan(4 * Math.sqrt(probability / DRAWS));
    }
  });

  it('of mean nought is nought', () => {
    expect(drawPoisson(0, seededRandom(1))).toBe(0);
  });
});

describe('a gamma draw', () => {
  it.each([0.5, 1, 12.5, 900])('of shape %d has that mean and variance', (shape) => {
    const random = seededRandom(13);
    const { values, mean, variance } = momentsOf(() => drawGamma(shape, random));
    expect(Math.min(...values)).toBeGreaterThan(0);
    // Standard errors: √(k/n) of the mean; k√((2 + 6/k)/n) of the variance.
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / DRAWS));
    expect(Math.abs(variance - shape)).toBeLessThan(4 * shape * Math.sqrt((2 + 6 / shape) / DRAWS));
  });
});
