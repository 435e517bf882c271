import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_95, CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import { wilsonInterval } from '$lib/statistics/wilson';
import { golden } from './golden';

describe('Wilson interval', () => {
  it.each(golden.proportion)('gives the published limits of $Numerator / $Denominator', (row) => {
    const near = wilsonInterval(row.Numerator, row.Denominator, CONFIDENCE_95.z);
    const far = wilsonInterval(row.Numerator, row.Denominator, CONFIDENCE_99_8.z);
    expect(near!.lower * row.multiplier).toBeCloseTo(row.lower95_0cl, 12);
    expect(near!.upper * row.multiplier).toBeCloseTo(row.upper95_0cl, 12);
    expect(far!.lower * row.multiplier).toBeCloseTo(row.lower99_8cl, 12);
    expect(far!.upper * row.multiplier).toBeCloseTo(row.upper99_8cl, 12);
  });

  it('gives the limits of the domain rules', () => {
    const small = wilsonInterval(65, 100)!;
    expect(small.lower).toBeCloseTo(0.5525444329688797, 14);
    expect(small.upper).toBeCloseTo(0.7363575175690247, 14);
    const large = wilsonInterval(1045, 5000)!;
    expect(large.lower).toBeCloseTo(0.19795549880013297, 14);
    expect(large.upper).toBeCloseTo(0.22049130373189027, 14);
  });

  it('is exact at the edges: nobody gives a lower limit of 0, everybody an upper limit of 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
        expect(wilsonInterval(0, n)!.lower).toBe(0);
        expect(wilsonInterval(n, n)!.upper).toBe(1);
      }),
    );
  });

  it('says nothing of a proportion of nobody, or of a numerator outside the denominator', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(3, 2)).toBeNull();
    expect(wilsonInterval(-1, 2)).toBeNull();
    expect(wilsonInterval(Number.NaN, 2)).toBeNull();
  });

  const proportion = fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 1e7, noNaN: true }),
    )
    .map(([share, n]) => ({ x: Math.min(share * n, n), n }));

  it('contains the estimate and stays within 0 and 1, for fractional counts too', () => {
    fc.assert(
      fc.property(proportion, ({ x, n }) => {
        const { lower, upper } = wilsonInterval(x, n)!;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is wider at 99.8 % than at 95 %', () => {
    fc.assert(
      fc.property(proportion, ({ x, n }) => {
        const near = wilsonInterval(x, n, CONFIDENCE_95.z)!;
        const far = wilsonInterval(x, n, CONFIDENCE_99_8.z)!;
        expect(far.lower).toBeLessThanOrEqual(near.lower);
        expect(far.upper).toBeGreaterThanOrEqual(near.upper);
      }),
    );
  });

  it('rises with the numerator', () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n - 1 })));
    fc.assert(
      fc.property(counts, ([n, x]) => {
        const one = wilsonInterval(x, n)!;
        const next = wilsonInterval(x + 1, n)!;
        expect(next.lower).toBeGreaterThan(one.lower);
        expect(next.upper).toBeGreaterThan(one.upper);
      }),
    );
  });
});
