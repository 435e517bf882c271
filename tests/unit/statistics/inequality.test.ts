import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inequalityIndices,
  quantileGroups,
  quantileOf,
  type InequalityGroup,
} from '$lib/statistics/inequality';
import { golden } from './golden';
import { resultOf } from './result_of';

const DECILES: readonly InequalityGroup[] = golden.sii.quantile.map((_, i) => ({
  value: golden.sii.value[i]!,
  population: golden.sii.population[i]!,
  standardError: golden.sii.se[i]!,
}));

describe('slope and relative index of inequality', () => {
  it('are the published ones', () => {
    const { slope, intercept, relative } = resultOf(inequalityIndices(DECILES, 1));
    expect(slope.value).toBeCloseTo(golden.sii.sii, 11);
    expect(resultOf(relative).value).toBeCloseTo(golden.sii.rii, 13);
    // PHEindicatormethods 2.1.0, testdata_SII.xlsx, record 246.
    expect(intercept).toBeCloseTo(78.0766307823167, 11);
  });

  it.each([1, 2, 3])('have about the published simulated intervals, from seed %d', (seed) => {
    const { slope, relative } = resultOf(inequalityIndices(DECILES, seed));
    // Either simulation's end has a standard error of 0.017 for the slope, 0.0002 for the ratio.
    expect(Math.abs(slope.lower - golden.sii.lo)).toBeLessThan(0.08);
    expect(Math.abs(slope.upper - golden.sii.hi)).toBeLessThan(0.08);
    const ratio = resultOf(relative);
    expect(Math.abs(ratio.lower - 1.0383690591642838)).toBeLessThan(0.001);
    expect(Math.abs(ratio.upper - 1.1412993360251238)).toBeLessThan(0.001);
  });

  it('have the exact interval of a weighted sum of normal values', () => {
    // The slope is Σ cᵢ yᵢ, so its standard error is √Σ(cᵢ seᵢ)²; by numbers 1.9463.
    const people = golden.sii.population.reduce((sum, n) => sum + n, 0);
    let passed = 0;
    const ranks = golden.sii.population.map((n) => (passed += n) / people - n / people / 2);
    const mean = ranks.reduce((sum, rank, i) => sum + (rank * DECILES[i]!.population) / people, 0);
    const spread = ranks.reduce(
      (sum, rank, i) => sum + ((rank - mean) ** 2 * DECILES[i]!.population) / people,
      0,
    );
    const error = Math.hypot(
      ...ranks.map(
        (rank, i) =>
          ((((rank - mean) * DECILES[i]!.population) / people) * DECILES[i]!.standardError) /
          spread,
      ),
    );
    const { slope } = resultOf(inequalityIndices(DECILES, 7));
    expect(Math.abs(slope.upper - slope.value - 1.959963984540054 * error)).toBeLessThan(0.06);
    expect(Math.abs(slope.value - slope.lower - 1.959963984540054 * error)).toBeLessThan(0.06);
  });

  it('are the same for the same seed', () => {
    expect(inequalityIndices(DECILES, 5, 500)).toEqual(inequalityIndices(DECILES, 5, 500));
    expect(inequalityIndices(DECILES, 5, 500)).not.toEqual(inequalityIndices(DECILES, 6, 500));
  });

  it('of a straight line are the line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 5, maxLength: 20 }),
        fc.double({ min: 1, max: 50, noNaN: true }),
        fc.double({ min: -1, max: 50, noNaN: true }),
        (populations, start, rise) => {
          const people = populations.reduce((sum, n) => sum + n, 0);
          let passed = 0;
          const groups = populations.map((population) => {
            const rank = (passed + population / 2) / people;
            passed += population;
            return { value: start + rise * rank, population, standardError: 0 };
          });
          const { slope, intercept, relative } = resultOf(inequalityIndices(groups, 1, 10));
          expect(slope.value).toBeCloseTo(rise, 8);
          expect(slope.upper - slope.lower).toBeCloseTo(0, 8);
          expect(intercept).toBeCloseTo(start, 8);
          expect(resultOf(relative).value).toBeCloseTo((start + rise) / start, 8);
        },
      ),
    );
  });

  it('turn with the order of the groups and grow with the unit', () => {
    const one = resultOf(inequalityIndices(DECILES, 1, 10));
    const other = resultOf(
      inequalityIndices(
        [...DECILES].reverse().map((group) => ({ ...group, value: group.value * 100 })),
        1,
        10,
      ),
    );
    expect(other.slope.value).toBeCloseTo(-100 * one.slope.value, 8);
    expect(resultOf(other.relative).value).toBeCloseTo(1 / resultOf(one.relative).value, 12);
  });

  it('need 5 to 100 groups with people in them', () => {
    const group = { value: 1, population: 10, standardError: 0.1 };
    const many = (count: number) => new Array<InequalityGroup>(count).fill(group);
    expect(inequalityIndices(many(4), 1, 10)).toMatchObject({ status: 'x' });
    expect(inequalityIndices(many(5), 1, 10).status).toBe('ok');
    expect(inequalityIndices(many(100), 1, 10).status).toBe('ok');
    expect(inequalityIndices(many(101), 1, 10)).toMatchObject({ status: 'x' });
    const empty = { ...group, population: 0 };
    expect(inequalityIndices([...many(5), empty], 1, 10)).toMatchObject({ status: 'x' });
  });

  it('give no ratio where an end of the line may be at or below zero', () => {
    const near = [1, 2, 3, 4, 5].map((value) => ({ value, population: 10, standardError: 2 }));
    const { slope, relative } = resultOf(inequalityIndices(near, 1, 2000));
    expect(slope.value).toBeCloseTo(5, 12);
    expect(relative).toMatchObject({ status: 'u' });
    const below = near.map((group) => ({ ...group, value: -group.value, standardError: 0 }));
    expect(resultOf(inequalityIndices(below, 1, 10)).relative).toMatchObject({ status: 'u' });
  });
});

describe('quantile groups', () => {
  it('are the published deciles of the North East, worst first', () => {
    // PHEindicatormethods 2.1.0, testdata_Quantiles.xlsx: under-75 cancer mortality, low is good.
    const values = [
      118.7460481, 131.2778276, 137.109864, 137.7256526, 138.9005229, 143.263302, 145.5966707,
      146.6971262, 153.6912833, 155.763081, 157.1222286, 171.2170455,
    ];
    expect(quantileGroups(values, 10, 'highest first')).toEqual([
      10, 9, 8, 7, 6, 6, 5, 4, 3, 2, 1, 1,
    ]);
  });

  it('give equal values the lower group', () => {
    // Ranks 1 2 2 2 5: floor(6 − ceil(6 − rank)).
    expect(quantileGroups([1, 2, 2, 2, 9], 5, 'lowest first')).toEqual([1, 2, 2, 2, 5]);
    expect(quantileGroups([1, 2, 2, 2, 9], 5, 'highest first')).toEqual([5, 2, 2, 2, 1]);
  });

  it('tell values apart that would round to the same', () => {
    expect(quantileGroups([12.01, 12.02, 12.03, 12.04, 12.05], 5, 'lowest first')).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('leave out what is not known, and are none with fewer values than groups', () => {
    expect(quantileGroups([3, null, 1, 2, 5, 4], 5, 'lowest first')).toEqual([3, null, 1, 2, 5, 4]);
    expect(quantileGroups([3, null, 1, 2, 5], 5, 'lowest first')).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(quantileOf(1, 4, 5)).toBeNull();
  });

  it('are as large as each other, to one value, and rise with the rank', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 2, max: 5 }), (n, q) => {
        const groups = Array.from({ length: n }, (_, i) => quantileOf(i + 1, n, q)!);
        expect(groups[0]).toBe(1);
        expect(groups[n - 1]).toBe(q);
        expect(groups).toEqual([...groups].sort((a, b) => a - b));
        for (let group = 1; group <= q; group++) {
          const size = groups.filter((other) => other === group).length;
          expect(Math.abs(size - n / q)).toBeLessThan(1);
        }
      }),
    );
  });
});
