import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  probabilityAboveMean,
  shrinkTowardsMean,
  type AreaCount,
  type CountForm,
} from '$lib/statistics/empirical_bayes';
import { seededRandom } from '$lib/statistics/seeded_random';
import { golden } from './golden';
import { resultOf } from './result_of';

const areasOf = (e: readonly number[], b: readonly number[]): AreaCount[] =>
  e.map((numerator, i) => ({ numerator, denominator: b[i]! }));

const { case1, case2_clamped: clamped } = golden.empirical_bayes;

describe('empirical-Bayes estimates', () => {
  it.each([
    ['poisson', case1.s2_poisson, case1.poisson],
    ['binomial', case1.s2_binomial, case1.binomial],
  ] as const)('in the %s form are the golden ones', (form, variance, estimates) => {
    const shrunk = resultOf(shrinkTowardsMean(areasOf(case1.e, case1.b), form));
    expect(shrunk.mean).toBeCloseTo(case1.m, 15);
    expect(shrunk.betweenVariance).toBeCloseTo(variance, 16);
    shrunk.areas.forEach((area, i) => expect(area!.estimate).toBeCloseTo(estimates[i]!, 14));
  });

  it('are the mean where the areas vary less than chance', () => {
    const shrunk = resultOf(shrinkTowardsMean(areasOf(clamped.e, clamped.b), 'poisson'));
    expect(shrunk.unclampedVariance).toBeCloseTo(clamped.s2_raw, 15);
    expect(shrunk.betweenVariance).toBe(0);
    expect(shrunk.mean).toBeCloseTo(clamped.m, 15);
    expect(shrunk.areas.map((area) => area!.estimate)).toEqual(
      clamped.poisson.map((estimate) => expect.closeTo(estimate, 15)),
    );
  });

  it('leave out an area with nobody in it, and need two', () => {
    const some = { numerator: 3, denominator: 10 };
    const empty = { numerator: 0, denominator: 0 };
    const without = resultOf(
      shrinkTowardsMean([some, { numerator: 9, denominator: 10 }], 'poisson'),
    );
    const shrunk = resultOf(
      shrinkTowardsMean([some, empty, { numerator: 9, denominator: 10 }], 'poisson'),
    );
    expect(shrunk.areas).toEqual([without.areas[0], null, without.areas[1]]);
    expect(shrinkTowardsMean([some, empty], 'poisson')).toMatchObject({ status: 'x' });
    expect(shrinkTowardsMean([], 'binomial')).toMatchObject({ status: 'x' });
  });

  it('refuse counts that cannot be', () => {
    const many = { numerator: 12, denominator: 10 };
    expect(() => shrinkTowardsMean([many, many], 'binomial')).toThrow(RangeError);
    expect(shrinkTowardsMean([many, many], 'poisson').status).toBe('ok');
    expect(() => shrinkTowardsMean([{ numerator: -1, denominator: 2 }], 'poisson')).toThrow(
      RangeError,
    );
  });

  const areas = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([denominator, share]) => ({ numerator: Math.round(share * denominator), denominator })),
    { minLength: 2, maxLength: 15 },
  );
  const form = fc.constantFrom<CountForm>('poisson', 'binomial');

  it('lie between an area’s own rate and the mean', () => {
    fc.assert(
      fc.property(areas, form, (counts, as) => {
        const { mean, areas: shrunk } = resultOf(shrinkTowardsMean(counts, as));
        for (const area of shrunk) {
          expect(area!.estimate).toBeGreaterThanOrEqual(Math.min(area!.rate, mean) - 1e-12);
          expect(area!.estimate).toBeLessThanOrEqual(Math.max(area!.rate, mean) + 1e-12);
        }
      }),
    );
  });

  it('do not depend on the order of the areas, and trust a larger one more', () => {
    fc.assert(
      fc.property(areas, form, (counts, as) => {
        const one = resultOf(shrinkTowardsMean(counts, as)).areas;
        const other = resultOf(shrinkTowardsMean([...counts].reverse(), as)).areas;
        [...other].reverse().forEach((area, i) => {
          expect(area!.estimate).toBeCloseTo(one[i]!.estimate, 9);
        });
        const bySize = counts
          .map((count, i) => [count.denominator, one[i]!.weight] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, weight]) => weight);
        expect(bySize).toEqual([...bySize].sort((a, b) => a - b));
      }),
    );
  });
});

describe('the probability that an area is above the mean', () => {
  // Prior times likelihood, integrated numerically above and below the mean (mpmath, 25 digits).
  it.each([
    [
      'poisson',
      case1.e,
      case1.b,
      [
        0.4364080291486, 0.4242911599628, 0.4764597205017, 0.5960694458967, 0.4346863880052,
        0.5612492228949,
      ],
    ],
    [
      'binomial',
      case1.e,
      case1.b,
      [
        0.4234783646672, 0.4084692823357, 0.4732872506485, 0.6173681865129, 0.4227071701808,
        0.5757550373371,
      ],
    ],
    [
      'poisson',
      [30, 80, 45, 20, 5],
      [100, 400, 150, 120, 60],
      [0.8894278824223, 0.2423170680769, 0.9495881625453, 0.1636775369538, 0.05856057872057],
    ],
    [
      'binomial',
      [30, 80, 45, 20, 5],
      [100, 400, 150, 120, 60],
      [0.9369570140425, 0.2137343126327, 0.9776733894946, 0.1240758944371, 0.02747765247155],
    ],
  ] as const)('in the %s form of %s is the integral', (form, e, b, expected) => {
    const areas = areasOf(e, b);
    const shrunk = resultOf(shrinkTowardsMean(areas, form));
    areas.forEach((area, i) =>
      expect(resultOf(probabilityAboveMean(shrunk, area))).toBeCloseTo(expected[i]!, 9),
    );
  });

  it('is right as often as it says, over simulated areas', () => {
    // 200 areas a time around 0.2 with a standard deviation of 0.05: of those given 80 to 100 %, the
    // share truly above should be about the mean of what was said.
    const random = seededRandom(11);
    let said = 0;
    let above = 0;
    let count = 0;
    for (let round = 0; round < 10; round++) {
      const truth = Array.from({ length: 200 }, () =>
        Math.min(0.9, Math.max(0.01, 0.2 + 0.05 * random.normal())),
      );
      const areas = truth.map((rate) => {
        let numerator = 0;
        for (let i = 0; i < 150; i++) if (random.uniform() < rate) numerator++;
        return { numerator, denominator: 150 };
      });
      const shrunk = resultOf(shrinkTowardsMean(areas, 'binomial'));
      areas.forEach((area, i) => {
        const probability = resultOf(probabilityAboveMean(shrunk, area));
        if (probability < 0.8) return;
        said += probability;
        count++;
        if (truth[i]! > 0.2) above++;
      });
    }
    expect(count).toBeGreaterThan(300);
    // Three standard errors of a share of about 0.94 among 300 or more.
    expect(Math.abs(above / count - said / count)).toBeLessThan(0.04);
  });

  it('rises with the numerator', () => {
    const shrunk = resultOf(
      shrinkTowardsMean(areasOf([30, 80, 45, 20, 5], [100, 400, 150, 120, 60]), 'binomial'),
    );
    let last = -1;
    for (let numerator = 0; numerator <= 50; numerator++) {
      const probability = resultOf(probabilityAboveMean(shrunk, { numerator, denominator: 50 }));
      expect(probability).toBeGreaterThan(last);
      expect(probability).toBeLessThanOrEqual(1);
      last = probability;
    }
  });

  it('is not told where the areas differ by chance alone, nor of an empty area', () => {
    const same = resultOf(shrinkTowardsMean(areasOf(clamped.e, clamped.b), 'binomial'));
    expect(probabilityAboveMean(same, { numerator: 3, denominator: 9 })).toMatchObject({
      status: 'u',
    });
    expect(probabilityAboveMean(same, { numerator: 0, denominator: 0 })).toMatchObject({
      status: 'x',
    });
    const none = resultOf(shrinkTowardsMean(areasOf([0, 0], [5, 9]), 'poisson'));
    expect(none.areas.map((area) => area!.estimate)).toEqual([0, 0]);
    expect(probabilityAboveMean(none, { numerator: 0, denominator: 5 })).toMatchObject({
      status: 'u',
    });
  });
});
