import { describe, expect, it } from 'vitest';
import { generalisedVarianceInflation } from '$lib/statistics/collinearity';
import { INTERCEPT } from '$lib/statistics/design_matrix';

// Duncan's occupational prestige by income, education and type of occupation (Fox and Monette, 1992,
// and the example of vif() in R's car package). The covariance is printed to six digits in the tests
// of JuliaStats' StatsModels, with the three factors that car gives.
const terms = [INTERCEPT, 'income', 'education', 'type', 'type'];
const covariance = [
  [13.7921, -0.115637, -0.257486, 14.0947, 7.9022],
  [-0.115637, 0.00798437, -0.00292449, -0.126011, -0.109049],
  [-0.257486, -0.00292449, 0.012907, -0.616651, -0.38812],
  [14.0947, -0.126011, -0.616651, 48.9021, 30.2139],
  [7.9022, -0.109049, -0.38812, 30.2139, 37.3171],
];

describe('generalised variance inflation', () => {
  it('gives the published factors of Duncan’s data', () => {
    const [income, education, type, ...more] = generalisedVarianceInflation(covariance, terms);
    expect(more).toEqual([]);
    expect(income!.factor).toBeCloseTo(2.209178, 4);
    expect(education!.factor).toBeCloseTo(5.297584, 3);
    expect(type).toMatchObject({ term: 'type', degreesOfFreedom: 2 });
    expect(type!.factor).toBeCloseTo(5.098592, 3);
    expect(income!.perColumn).toBeCloseTo(1.48633, 4);
    expect(education!.perColumn).toBeCloseTo(2.301648, 4);
    expect(type!.perColumn).toBeCloseTo(1.502666, 4);
  });

  it('of two single columns is 1/(1 − r²) for both, and 1 when they are unrelated', () => {
    const of = (r: number) =>
      generalisedVarianceInflation(
        [
          [4, 6 * r],
          [6 * r, 9],
        ],
        ['a', 'b'],
      ).map(({ factor }) => factor);
    for (const factor of of(0.6)) expect(factor).toBeCloseTo(1 / (1 - 0.36), 12);
    expect(of(0)).toEqual([1, 1]);
  });

  it('does not depend on the scale of a column, or on how a factor is coded', () => {
    // Another reference level of the type: its two coefficients become b₂ − b₁ and −b₁.
    const by = [
      [1, 0, 0, 0, 0],
      [0, 100, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, -1, 1],
      [0, 0, 0, -1, 0],
    ];
    const times = (a: number[][], b: number[][]) =>
      a.map((line) => b[0]!.map((_, j) => line.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
    const transposed = by[0]!.map((_, j) => by.map((line) => line[j]!));
    const recoded = times(times(by, covariance), transposed);
    const before = generalisedVarianceInflation(covariance, terms);
    const after = generalisedVarianceInflation(recoded, terms);
    for (const [i, { factor }] of before.entries()) expect(after[i]!.factor).toBeCloseTo(factor, 8);
  });

  it('says nothing of a single term', () => {
    expect(generalisedVarianceInflation([[2]], ['a'])).toEqual([]);
    expect(generalisedVarianceInflation([], [])).toEqual([]);
  });
});
