import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_95, CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import { funnelLimits, makeFunnel, placeInFunnel, type Funnel } from '$lib/statistics/funnel';
import { golden } from './golden';

const byChance = (average: number): Funnel => ({ average, dispersion: 1, betweenVariance: 0 });

describe('funnel limits without over-dispersion', () => {
  const { baseline, rows } = golden.funnel_proportion_limits_pct;
  it.each([...rows, [200, 75.166741, 86.118154, 72.009021, 89.275874] as const])(
    'at size %d are the published ones',
    (size, lower95, upper95, lower998, upper998) => {
      const near = funnelLimits(byChance(baseline / 100), size, CONFIDENCE_95.z)!;
      const far = funnelLimits(byChance(baseline / 100), size, CONFIDENCE_99_8.z)!;
      expect(near.lower * 100).toBeCloseTo(lower95, 5);
      expect(near.upper * 100).toBeCloseTo(upper95, 5);
      expect(far.lower * 100).toBeCloseTo(lower998, 5);
      expect(far.upper * 100).toBeCloseTo(upper998, 5);
    },
  );
});

describe('over-dispersion', () => {
  it('is none when every unit has the average', () => {
    const units = [100, 400, 900].map((n) => ({ numerator: n / 5, denominator: n }));
    expect(makeFunnel(units)).toEqual({ average: 0.2, dispersion: 0, betweenVariance: 0 });
  });

  it('follows the formula on a case small enough to do by hand', () => {
    // Two units of 100 at 0 and 100 %: scores of -5π and +5π, drawn in by 10 % of their distance to
    // 80 % of that; φ = (4π)² ; τ² = (2φ − 1) / (800 − 2·400²/800).
    const funnel = makeFunnel([
      { numerator: 0, denominator: 100 },
      { numerator: 100, denominator: 100 },
    ])!;
    expect(funnel.average).toBe(0.5);
    expect(funnel.dispersion).toBeCloseTo((4 * Math.PI) ** 2, 9);
    expect(funnel.betweenVariance).toBeCloseTo((2 * (4 * Math.PI) ** 2 - 1) / 400, 9);
  });

  it('widens the limits of twelve large districts, so that not every one is an outlier', () => {
    const rates = [0.18, 0.18, 0.185, 0.19, 0.19, 0.195, 0.2, 0.2, 0.205, 0.21, 0.22, 0.27];
    const units = rates.map((rate) => ({ numerator: rate * 18_000, denominator: 18_000 }));
    const funnel = makeFunnel(units)!;
    const plain = byChance(funnel.average);
    const outside = (of: Funnel) => units.filter((u) => placeInFunnel(of, u) !== 'within').length;
    expect(outside(plain)).toBeGreaterThanOrEqual(7);
    expect(outside(funnel)).toBe(1);
    expect(placeInFunnel(funnel, units[11]!)).toBe('above 99.8');
  });
});

describe('a funnel', () => {
  const unit = fc
    .tuple(fc.integer({ min: 1, max: 50_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([denominator, share]) => ({ numerator: Math.round(share * denominator), denominator }));

  it('has limits about the average, within 0 and 1, wider at 99.8 % and narrower for more people', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), (units) => {
        const funnel = makeFunnel(units)!;
        for (const { denominator } of units) {
          const near = funnelLimits(funnel, denominator, CONFIDENCE_95.z)!;
          const far = funnelLimits(funnel, denominator, CONFIDENCE_99_8.z)!;
          const larger = funnelLimits(funnel, denominator * 2, CONFIDENCE_95.z)!;
          const ends = [0, far.lower, near.lower, larger.lower, funnel.average];
          ends.push(larger.upper, near.upper, far.upper, 1);
          for (const [i, end] of ends.slice(1).entries())
            expect(end).toBeGreaterThanOrEqual(ends[i]! - 1e-12);
        }
      }),
    );
  });

  it('leaves out units with nobody in them and is none when nobody remains', () => {
    const empty = { numerator: 0, denominator: 0 };
    const some = { numerator: 1, denominator: 4 };
    expect(makeFunnel([empty])).toBeNull();
    expect(makeFunnel([empty, some])?.average).toBe(0.25);
    expect(placeInFunnel(makeFunnel([some])!, empty)).toBeNull();
  });
});
