import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/statistics/seeded_random';
import { associationTest, lift, type TwoByTwo } from '$lib/statistics/two_by_two';
import { resultOf } from './result_of';

const table = (both: number, onlyFirst: number, onlySecond: number, neither: number): TwoByTwo => ({
  both,
  onlyFirst,
  onlySecond,
  neither,
});

describe('test of association', () => {
  it('of aspirin and heart attacks is the published chi-squared', () => {
    // Agresti (2002), table 2.1, the Physicians' Health Study: X² = 25.01, p = 5.7e-7.
    const test = resultOf(associationTest(table(189, 10845, 104, 10933)));
    expect(test.test).toBe('chi-squared');
    expect(test.pValue).toBeCloseTo(5.691896973740789e-7, 15);
  });

  it.each([
    // Fisher (1935), the lady tasting tea, as in R's fisher.test; SciPy 1.17 fisher_exact.
    [table(3, 1, 1, 3), 0.4857142857142857],
    [table(6, 2, 1, 4), 0.10256410256410257],
    [table(0, 10, 8, 40), 0.32778038],
  ])('of few people is Fisher’s exact one', (counts, pValue) => {
    const test = resultOf(associationTest(counts));
    expect(test.test).toBe('exact');
    expect(test.pValue).toBeCloseTo(pValue, 6);
  });

  it('needs somebody with and somebody without each', () => {
    expect(associationTest(table(5, 0, 5, 0)).status).toBe('x');
    expect(associationTest(table(0, 0, 5, 5)).status).toBe('x');
    expect(() => associationTest(table(1.5, 1, 1, 1))).toThrow(RangeError);
  });
});

describe('lift', () => {
  it('is 1 when the two have nothing to do with each other', () => {
    const found = resultOf(lift(table(20, 80, 180, 720)));
    expect(found.value).toBeCloseTo(1, 12);
    expect(found.lower).toBeLessThan(1);
    expect(found.upper).toBeGreaterThan(1);
  });

  it('is n·both/(first·second), turns with the two, and scales with the numbers', () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, count, count, (both, first, second, neither) => {
        const found = resultOf(lift(table(both, first, second, neither)));
        const n = both + first + second + neither;
        expect(found.value).toBeCloseTo((n * both) / ((both + first) * (both + second)), 10);
        expect(resultOf(lift(table(both, second, first, neither))).lower).toBeCloseTo(
          found.lower,
          10,
        );
        const tenfold = resultOf(lift(table(10 * both, 10 * first, 10 * second, 10 * neither)));
        expect(tenfold.value).toBeCloseTo(found.value, 10);
        expect(tenfold.lower).toBeGreaterThanOrEqual(found.lower);
        expect(tenfold.upper).toBeLessThanOrEqual(found.upper);
      }),
    );
  });

  it('has limits that hold the truth in about 95 % of samples', () => {
    // 1,000 people, 5 % with both, 15 % with the first, 20 % with the second: lift 1.667. With 2,000
    // samples the share has a standard error of 0.5 percentage points.
    const random = seededRandom(20);
    let held = 0;
    for (let sample = 0; sample < 2000; sample++) {
      const counts = [0, 0, 0, 0];
      for (let person = 0; person < 1000; person++) {
        const u = random.uniform();
        counts[u < 0.05 ? 0 : u < 0.15 ? 1 : u < 0.3 ? 2 : 3]!++;
      }
      const found = resultOf(lift(table(counts[0]!, counts[1]!, counts[2]!, counts[3]!)));
      if (found.lower <= 5 / 3 && found.upper >= 5 / 3) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.97);
  });

  it('needs somebody with each, and somebody with both for limits', () => {
    expect(lift(table(0, 0, 5, 5)).status).toBe('x');
    expect(lift(table(0, 5, 5, 5)).status).toBe('u');
  });
});
