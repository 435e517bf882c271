import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import {
  association,
  differenceOfProportions,
  differenceOfRates,
  ratioOfProportions,
  ratioOfRates,
} from '$lib/statistics/gaps';
import { resultOf } from './result_of';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const per = (events: number, base: number) => ({ events, base });

describe('difference of two proportions', () => {
  it.each([
    // Newcombe (1998), table II, method 10, examples a to h.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d of %d less %d of %d has the published interval', (a, m, b, n, lower, upper) => {
    const gap = resultOf(differenceOfProportions(of(a, m), of(b, n)));
    expect(gap.value).toBeCloseTo(a / m - b / n, 14);
    expect(gap.lower).toBeCloseTo(lower, 4);
    expect(gap.upper).toBeCloseTo(upper, 4);
  });

  const proportion = fc
    .tuple(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([denominator, share]) => of(Math.round(share * denominator), denominator));

  it('lies within its interval, which lies within −1 and 1 and turns with the groups', () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const gap = resultOf(differenceOfProportions(first, second));
        const turned = resultOf(differenceOfProportions(second, first));
        expect(gap.lower).toBeLessThanOrEqual(gap.value);
        expect(gap.upper).toBeGreaterThanOrEqual(gap.value);
        expect(gap.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(gap.upper).toBeLessThanOrEqual(1 + 1e-12);
        expect(turned.lower).toBeCloseTo(-gap.upper, 12);
        expect(turned.upper).toBeCloseTo(-gap.lower, 12);
      }),
    );
  });

  it('is wider at 99.8 %', () => {
    const near = resultOf(differenceOfProportions(of(56, 70), of(48, 80)));
    const far = resultOf(differenceOfProportions(of(56, 70), of(48, 80), CONFIDENCE_99_8));
    expect(far.lower).toBeLessThan(near.lower);
    expect(far.upper).toBeGreaterThan(near.upper);
  });

  it('is not available of an empty group, and refuses what is no proportion', () => {
    expect(differenceOfProportions(of(0, 0), of(1, 2))).toMatchObject({ status: 'x' });
    expect(differenceOfProportions(of(1, 2), of(0, 0))).toMatchObject({ status: 'x' });
    expect(() => differenceOfProportions(of(3, 2), of(1, 2))).toThrow(RangeError);
    expect(() => differenceOfProportions(of(1, 2), of(Number.NaN, 2))).toThrow(RangeError);
  });
});

describe('ratio of two proportions', () => {
  it.each([
    // Moore, McCabe and Craig, Introduction to the Practice of Statistics, example 8.18: aspirin and clots.
    [45, 411, 73, 411, 0.1095 / 0.1776, 0.4364, 0.8707],
    // Agresti, An Introduction to Categorical Data Analysis, 2.3: aspirin and heart attacks, ratio 1.82;
    // the limits by NumPy from the formula.
    [189, 11034, 104, 11037, 1.82, 1.433, 2.306],
  ])('%d of %d over %d of %d has its interval', (a, m, b, n, value, lower, upper) => {
    const ratio = resultOf(ratioOfProportions(of(a, m), of(b, n)));
    expect(Math.abs(ratio.value - value)).toBeLessThan(0.003);
    expect(ratio.lower).toBeCloseTo(lower, 3);
    expect(ratio.upper).toBeCloseTo(upper, 3);
  });

  const some = fc
    .tuple(fc.integer({ min: 2, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([denominator, share]) => of(1 + Math.floor(share * (denominator - 2)), denominator));

  it('lies within its interval, and turned over is one over it', () => {
    fc.assert(
      fc.property(some, some, (first, second) => {
        const ratio = resultOf(ratioOfProportions(first, second));
        const turned = resultOf(ratioOfProportions(second, first));
        expect(ratio.lower).toBeLessThan(ratio.value);
        expect(ratio.upper).toBeGreaterThan(ratio.value);
        expect(ratio.lower).toBeGreaterThan(0);
        expect(turned.lower * ratio.upper).toBeCloseTo(1, 10);
        expect(turned.upper * ratio.lower).toBeCloseTo(1, 10);
      }),
    );
  });

  it('answers a cell of nobody with a reason, never with a number that is none', () => {
    expect(ratioOfProportions(of(3, 10), of(0, 10))).toMatchObject({ status: 'x' });
    expect(ratioOfProportions(of(0, 10), of(0, 10))).toMatchObject({ status: 'x' });
    expect(ratioOfProportions(of(0, 10), of(3, 10))).toMatchObject({ status: 'u' });
    expect(ratioOfProportions(of(10, 10), of(7, 7))).toMatchObject({ status: 'u' });
    expect(ratioOfProportions(of(0, 0), of(3, 10))).toMatchObject({ status: 'x' });
    expect(ratioOfProportions(of(3, 10), of(0, 0))).toMatchObject({ status: 'x' });
    expect(resultOf(ratioOfProportions(of(10, 10), of(5, 10))).value).toBe(2);
    expect(() => ratioOfProportions(of(3, 2), of(1, 2))).toThrow(RangeError);
  });
});

describe('association of two things', () => {
  it('is the ratio and the difference of the two risks', () => {
    const { riskRatio, riskDifference } = association({
      both: 45,
      onlyFirst: 366,
      onlySecond: 73,
      neither: 338,
    });
    expect(resultOf(riskRatio).lower).toBeCloseTo(0.4364, 4);
    expect(resultOf(riskRatio).upper).toBeCloseTo(0.8707, 4);
    expect(resultOf(riskDifference).value).toBeCloseTo(-28 / 411, 14);
  });

  it('has an answer for a table with an empty row', () => {
    const empty = association({ both: 0, onlyFirst: 0, onlySecond: 4, neither: 6 });
    expect(empty.riskRatio).toMatchObject({ status: 'x' });
    expect(empty.riskDifference).toMatchObject({ status: 'x' });
  });
});

describe('ratio of two rates', () => {
  it('has the textbook interval', () => {
    // Rothman, Epidemiology: an introduction: breast cancer after fluoroscopy, 41 in 28,010
    // woman-years against 15 in 19,017. Ratio 1.86; the limits by hand, 1.8558 e^(∓1.96 · 0.3018).
    const ratio = resultOf(ratioOfRates(per(41, 28_010), per(15, 19_017)));
    expect(ratio.value).toBeCloseTo(1.8557586576, 9);
    expect(ratio.lower).toBeCloseTo(1.0272259976, 9);
    expect(ratio.upper).toBeCloseTo(3.3525633144, 9);
  });

  it('answers no events with a reason', () => {
    expect(ratioOfRates(per(3, 100), per(0, 100))).toMatchObject({ status: 'x' });
    expect(ratioOfRates(per(0, 100), per(0, 100))).toMatchObject({ status: 'x' });
    expect(ratioOfRates(per(0, 100), per(3, 100))).toMatchObject({ status: 'u' });
    expect(ratioOfRates(per(3, 0), per(3, 100))).toMatchObject({ status: 'x' });
    expect(() => ratioOfRates(per(2.5, 100), per(3, 100))).toThrow(RangeError);
  });
});

describe('difference of two rates', () => {
  it('has the interval of the two, squared and added', () => {
    // Rothman's example: 6.75 more per 10,000 woman-years. Limits by NumPy from Byar's.
    const gap = resultOf(differenceOfRates(per(41, 28_010), per(15, 19_017)));
    expect(gap.value * 1e4).toBeCloseTo(6.7499499734, 9);
    expect(gap.lower * 1e4).toBeCloseTo(0.1669717491, 8);
    expect(gap.upper * 1e4).toBeCloseTo(13.0219185376, 8);
  });

  it('has exact limits below 10 events', () => {
    // SciPy: from chi2.ppf(0.025, 2x) / 2 and chi2.ppf(0.975, 2x + 2) / 2.
    const gap = resultOf(differenceOfRates(per(3, 1000), per(8, 2000)));
    expect(gap.value * 1e3).toBeCloseTo(-1, 12);
    expect(gap.lower * 1e3).toBeCloseTo(-5.55384443908726, 10);
    expect(gap.upper * 1e3).toBeCloseTo(5.1990603425250566, 10);
  });

  const rate = fc.record({
    events: fc.integer({ min: 0, max: 3000 }),
    base: fc.integer({ min: 1, max: 1_000_000 }),
  });

  it('lies within its interval, which turns with the groups and shrinks with the unit', () => {
    fc.assert(
      fc.property(rate, rate, (first, second) => {
        const gap = resultOf(differenceOfRates(first, second));
        const turned = resultOf(differenceOfRates(second, first));
        expect(gap.lower).toBeLessThan(gap.value);
        expect(gap.upper).toBeGreaterThan(gap.value);
        expect(turned.upper).toBeCloseTo(-gap.lower, 9);
        const larger = resultOf(
          differenceOfRates(
            { ...first, base: first.base * 1024 },
            { ...second, base: second.base * 1024 },
          ),
        );
        expect(larger.upper * 1024).toBeCloseTo(gap.upper, 9);
      }),
    );
  });

  it('is not available without a base', () => {
    expect(differenceOfRates(per(3, 0), per(3, 100))).toMatchObject({ status: 'x' });
    expect(() => differenceOfRates(per(-1, 10), per(3, 100))).toThrow(RangeError);
  });
});
