import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import { histogramQuantile, quantileOfSorted, type ValueCount } from '$lib/statistics/quantiles';
import { seededRandom } from '$lib/statistics/seeded_random';
import { resultOf } from './result_of';

/** The values 1 to n, so that a value is its rank. */
const ranks = (n: number): ValueCount[] =>
  Array.from({ length: n }, (_, i) => ({ value: i + 1, count: 1 }));

describe('limits of a median', () => {
  it.each([
    // The tables of ranks for a median at 95 %, as in Conover (1999) and Altman and others (2000).
    [6, 1, 6],
    [7, 1, 7],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [11, 2, 10],
    [12, 3, 10],
    [15, 4, 12],
    [20, 6, 15],
    [25, 8, 18],
    [30, 10, 21],
    [40, 14, 27],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %d are the observations of rank %d and %d', (n, lower, upper) => {
    const median = resultOf(histogramQuantile(ranks(n), 0.5));
    expect(median).toEqual({ value: (n + 1) / 2, lower, upper });
  });

  it('are as wide as the binomial distribution says at the boundary', () => {
    // P(X <= 1) of 9 at a half is 10/512 = 0.0195 and P(X <= 2) is 46/512; of 8, P(X <= 1) is 9/256 = 0.035.
    expect(resultOf(histogramQuantile(ranks(9), 0.5)).lower).toBe(2);
    expect(resultOf(histogramQuantile(ranks(8), 0.5)).lower).toBe(1);
    // At 99.8 %: P(X <= 0) of 10 is 1/1024 = 0.00098, below 0.001; of 9 it is 1/512.
    expect(histogramQuantile(ranks(10), 0.5, CONFIDENCE_99_8).status).toBe('ok');
    expect(histogramQuantile(ranks(9), 0.5, CONFIDENCE_99_8)).toMatchObject({ status: 'u' });
  });

  it('need six observations for a median and thirteen for a quartile', () => {
    expect(histogramQuantile(ranks(5), 0.5)).toMatchObject({ status: 'u' });
    expect(histogramQuantile(ranks(12), 0.25)).toMatchObject({ status: 'u' });
    expect(histogramQuantile(ranks(13), 0.25).status).toBe('ok');
    expect(histogramQuantile(ranks(12), 0.75)).toMatchObject({ status: 'u' });
    expect(histogramQuantile(ranks(13), 0.75).status).toBe('ok');
  });
});

describe('quantile of a histogram', () => {
  it('is the mean of two observations where it falls between them', () => {
    // R's quantile(type = 2) by hand: 20 observations, quartiles between the 5th and 6th, 15th and 16th.
    expect(resultOf(histogramQuantile(ranks(20), 0.25)).value).toBe(5.5);
    expect(resultOf(histogramQuantile(ranks(20), 0.75)).value).toBe(15.5);
    expect(resultOf(histogramQuantile(ranks(21), 0.25)).value).toBe(6);
    expect(resultOf(histogramQuantile(ranks(21), 0.5)).value).toBe(11);
    // 0.55 · 100 is 55.00000000000001 in binary.
    expect(resultOf(histogramQuantile(ranks(100), 0.55)).value).toBe(55.5);
  });

  it('counts a value as often as it was seen', () => {
    const days = [
      { value: 30, count: 1 },
      { value: 0, count: 4 },
      { value: 7, count: 5 },
      { value: 99, count: 0 },
    ];
    expect(resultOf(histogramQuantile(days, 0.5))).toEqual({ value: 7, lower: 0, upper: 7 });
  });

  it('is not available of nobody, and refuses what is no histogram', () => {
    expect(histogramQuantile([], 0.5)).toMatchObject({ status: 'x' });
    expect(histogramQuantile([{ value: 3, count: 0 }], 0.5)).toMatchObject({ status: 'x' });
    expect(() => histogramQuantile([{ value: 3, count: 1.5 }], 0.5)).toThrow(RangeError);
    expect(() => histogramQuantile([{ value: 3, count: -1 }], 0.5)).toThrow(RangeError);
    expect(() => histogramQuantile([{ value: Number.NaN, count: 1 }], 0.5)).toThrow(RangeError);
    expect(() => histogramQuantile(ranks(9), 1)).toThrow(RangeError);
  });

  const histogram = fc.array(
    fc.record({
      value: fc.integer({ min: 0, max: 400 }),
      count: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const share = fc.constantFrom(0.25, 0.5, 0.75);

  it('lies within its limits and is the same one observation a row, in any order', () => {
    fc.assert(
      fc.property(histogram, share, (days, at) => {
        const outcome = histogramQuantile(days, at);
        const single = days.flatMap(({ value, count }) =>
          Array.from({ length: count }, () => ({ value, count: 1 })),
        );
        expect(histogramQuantile(single.reverse(), at)).toEqual(outcome);
        if (outcome.status !== 'ok') return;
        const { value, lower, upper } = outcome.result;
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it('has limits that hold the true median as often as they say', () => {
    const random = seededRandom(3);
    let held = 0;
    for (let round = 0; round < 2000; round++) {
      const sample = Array.from({ length: 50 }, () => ({ value: random.uniform(), count: 1 }));
      const { lower, upper } = resultOf(histogramQuantile(sample, 0.5));
      if (lower <= 0.5 && upper >= 0.5) held++;
    }
    // Ranks 18 and 33 of 50 hold it with probability 0.9672; four standard errors are 0.016.
    expect(Math.abs(held / 2000 - 0.9672)).toBeLessThan(0.016);
  });
});

describe('quantile of sorted values', () => {
  it('is linear between neighbours', () => {
    // R: quantile(c(1, 2, 4, 8), c(0, 0.1, 0.5, 1)), type 7.
    expect([0, 0.1, 0.5, 1].map((share) => quantileOfSorted([1, 2, 4, 8], share))).toEqual([
      1,
      expect.closeTo(1.3, 12),
      3,
      8,
    ]);
    expect(quantileOfSorted([5], 0.3)).toBe(5);
  });
});
