import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_95, CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import { byarInterval, exactPoissonInterval, rateInterval } from '$lib/statistics/poisson';
import { golden } from './golden';

/** The published values carry about ten correct digits. */
function expectNear(actual: number, published: number) {
  expect(Math.abs(actual - published)).toBeLessThan(2e-9 * Math.max(1, Math.abs(published)));
}

describe('Byar interval of a count', () => {
  it.each(golden.wilson_and_byar.filter((row) => row.method === 'Byars'))(
    'gives the published limits of $x at $conf',
    ({ x, conf, lo, hi }) => {
      const { z } = conf === 0.95 ? CONFIDENCE_95 : CONFIDENCE_99_8;
      expectNear(byarInterval(x, z).lower, lo);
      expectNear(byarInterval(x, z).upper, hi);
    },
  );
});

describe('exact Poisson interval', () => {
  it('of no events has the upper limit -ln(0.025)', () => {
    const none = exactPoissonInterval(0);
    expect(none.lower).toBe(0);
    expect(none.upper).toBeCloseTo(-Math.log(0.025), 12);
  });
});

describe('interval of a rate', () => {
  it.each(golden.rate_exact_below_10_else_byar)(
    'gives the published limits of $Numerator in $Denominator per $multiplier',
    (row) => {
      const near = rateInterval(row.Numerator, row.Denominator)!;
      const far = rateInterval(row.Numerator, row.Denominator, CONFIDENCE_99_8)!;
      expectNear(near.lower * row.multiplier, row.lower95_0cl);
      expectNear(near.upper * row.multiplier, row.upper95_0cl);
      expectNear(far.lower * row.multiplier, row.lower99_8cl);
      expectNear(far.upper * row.multiplier, row.upper99_8cl);
    },
  );

  it('is exact below 10 events and Byar from 10', () => {
    expect(rateInterval(9, 1)).toEqual(exactPoissonInterval(9));
    expect(rateInterval(10, 1)).toEqual(byarInterval(10));
  });

  it('contains the estimate and rises with the number of events', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(CONFIDENCE_95, CONFIDENCE_99_8),
        (events, base, confidence) => {
          const one = rateInterval(events, base, confidence)!;
          const next = rateInterval(events + 1, base, confidence)!;
          expect(one.lower).toBeLessThanOrEqual(events / base);
          expect(one.upper).toBeGreaterThan(events / base);
          expect(next.lower).toBeGreaterThan(one.lower);
          expect(next.upper).toBeGreaterThan(one.upper);
        },
      ),
    );
  });

  it('needs a base, and events that were counted whole', () => {
    expect(rateInterval(3, 0)).toBeNull();
    expect(() => rateInterval(5.33, 100)).toThrow(RangeError);
    expect(() => rateInterval(-1, 100)).toThrow(RangeError);
  });
});
