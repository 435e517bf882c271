import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_95, CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import type { Funnel } from '$lib/statistics/funnel';
import {
  makeRatioFunnel,
  placeInRatioFunnel,
  ratioFunnelLimits,
} from '$lib/statistics/funnel_ratio';
import { additiveDispersion } from '$lib/statistics/over_dispersion';
import { exactPoissonInterval } from '$lib/statistics/poisson';
import { resultOf } from './result_of';

const byChance = (average: number): Funnel => ({ average, dispersion: 1, betweenVariance: 0 });

describe('Poisson limits of a funnel of ratios', () => {
  it.each([
    // FunnelPlotR 0.6.0, test-poisson_limits.R.
    [15, 0.5596924, 1.649348, 0.386265, 2.082907],
    [20, 0.610826, 1.544419, 0.4479107, 1.902094],
    [30, 0.6746958, 1.427562, 0.5289724, 1.702771],
  ])('with %d expected are the published ones', (expected, lower, upper, lower998, upper998) => {
    const near = ratioFunnelLimits(byChance(1), expected)!;
    const far = ratioFunnelLimits(byChance(1), expected, CONFIDENCE_99_8)!;
    expect(near.lower).toBeCloseTo(lower, 7);
    expect(near.upper).toBeCloseTo(upper, 6);
    expect(far.lower).toBeCloseTo(lower998, 7);
    expect(far.upper).toBeCloseTo(upper998, 6);
  });

  it('may have a fraction of an event expected', () => {
    // SciPy: chi2.ppf(0.025, 9) / 9 and chi2.ppf(0.975, 11) / 9.
    const { lower, upper } = ratioFunnelLimits(byChance(1), 4.5)!;
    expect(lower).toBeCloseTo(0.30004327777559536, 12);
    expect(upper).toBeCloseTo(2.435561029002356, 12);
  });

  it('of rates are those of the events the average gives', () => {
    // 0.02 in 1,000 people: 20 events expected.
    const rates = ratioFunnelLimits(byChance(0.02), 1000)!;
    const ratios = ratioFunnelLimits(byChance(1), 20)!;
    expect(rates.lower).toBeCloseTo(ratios.lower * 0.02, 12);
    expect(rates.upper).toBeCloseTo(ratios.upper * 0.02, 12);
  });

  it('say of 1 observed which expected events it could come from', () => {
    // PHEindicatormethods, testdata_funnel_ratio_outputs.csv; found by search there, so to six digits.
    const near = exactPoissonInterval(1, CONFIDENCE_95);
    const far = exactPoissonInterval(1, CONFIDENCE_99_8);
    expect(near.lower).toBeCloseTo(0.025317898, 6);
    expect(near.upper).toBeCloseTo(5.571644585, 5);
    expect(far.lower).toBeCloseTo(0.001000547, 6);
    expect(far.upper).toBeCloseTo(9.233410143, 5);
  });
});

/** The six groups of FunnelPlotR 0.6.0, test-classes_methods.R. */
const SIX = [
  [100, 108],
  [150, 112],
  [180, 165],
  [80, 95],
  [120, 100],
  [225, 220],
].map(([observed, expected]) => ({ observed: observed!, expected: expected! }));

describe('over-dispersion of ratios', () => {
  it('is the published φ when nothing is drawn in', () => {
    const scores = SIX.map((u) => Math.sqrt(u.expected) * Math.log(u.observed / u.expected));
    const weights = SIX.map((u) => u.expected);
    expect(additiveDispersion(scores, weights, 0).dispersion).toBeCloseTo(2.948033, 6);
  });

  it('widens the limits on the log scale', () => {
    // NumPy: scores clipped at their 10 and 90 % quantiles, then the formulae of the source.
    const funnel = resultOf(makeRatioFunnel(SIX, 1));
    expect(funnel.dispersion).toBeCloseTo(2.149053099170452, 12);
    expect(funnel.betweenVariance).toBeCloseTo(0.012118491459176522, 14);
    const near = ratioFunnelLimits(funnel, 100)!;
    const far = ratioFunnelLimits(funnel, 100, CONFIDENCE_99_8)!;
    expect(near.lower).toBeCloseTo(0.7471483905533296, 12);
    expect(near.upper).toBeCloseTo(1.338422209889807, 12);
    expect(far.lower).toBeCloseTo(0.6315436545174791, 12);
    expect(far.upper).toBeCloseTo(1.5834218154943447, 12);
  });

  it('is about the ratio of sums unless an average is given', () => {
    const funnel = resultOf(makeRatioFunnel(SIX));
    expect(funnel.average).toBe(855 / 800);
    expect(funnel.dispersion).toBeCloseTo(1.9309349692563507, 12);
    expect(funnel.betweenVariance).toBeCloseTo(0.009459186319905012, 14);
    const { lower, upper } = ratioFunnelLimits(funnel, 100)!;
    expect(lower).toBeCloseTo(0.8168002712025116, 12);
    expect(upper).toBeCloseTo(1.3984159932003801, 12);
  });

  it('bears an area without events', () => {
    const funnel = resultOf(makeRatioFunnel([...SIX, { observed: 0, expected: 40 }]));
    expect(funnel.betweenVariance).toBeGreaterThan(0);
    expect(Number.isFinite(funnel.betweenVariance)).toBe(true);
  });
});

describe('a funnel of ratios', () => {
  const unit = fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.double({ min: 0.5, max: 500, noNaN: true }))
    .map(([observed, expected]) => ({ observed, expected }));
  const units = fc.array(unit, { minLength: 1, maxLength: 20 });

  it('has its average inside every limit, the limits at 99.8 % outside those at 95 %', () => {
    fc.assert(
      fc.property(units, fc.double({ min: 0.5, max: 5000, noNaN: true }), (areas, expected) => {
        const outcome = makeRatioFunnel(areas);
        if (outcome.status !== 'ok') return;
        const near = ratioFunnelLimits(outcome.result, expected)!;
        const far = ratioFunnelLimits(outcome.result, expected, CONFIDENCE_99_8)!;
        expect(near.lower).toBeLessThan(outcome.result.average);
        expect(near.upper).toBeGreaterThan(outcome.result.average);
        expect(far.lower).toBeLessThanOrEqual(near.lower);
        expect(far.upper).toBeGreaterThanOrEqual(near.upper);
      }),
    );
  });

  it('does not depend on the order of the areas or on the unit of the base', () => {
    fc.assert(
      fc.property(units, (areas) => {
        const one = makeRatioFunnel(areas);
        const other = makeRatioFunnel(
          [...areas].reverse().map((u) => ({ ...u, expected: u.expected * 8 })),
        );
        expect(other.status).toBe(one.status);
        if (one.status !== 'ok' || other.status !== 'ok') return;
        expect(other.result.average * 8).toBeCloseTo(one.result.average, 9);
        expect(other.result.dispersion / (one.result.dispersion || 1)).toBeCloseTo(
          one.result.dispersion && 1,
          6,
        );
      }),
    );
  });

  it('places an area among its limits', () => {
    const places = [40, 60, 85, 100, 125, 160].map((observed) =>
      placeInRatioFunnel(byChance(1), { observed, expected: 100 }),
    );
    // By chance alone 100 expected has limits of 81 and 122 events, and of 71 and 135.
    expect(places).toEqual([
      'below 99.8',
      'below 99.8',
      'within',
      'within',
      'above 95',
      'above 99.8',
    ]);
  });

  it('is not available with nothing expected or no events', () => {
    expect(makeRatioFunnel([])).toMatchObject({ status: 'x' });
    expect(makeRatioFunnel([{ observed: 1, expected: 0 }])).toMatchObject({ status: 'x' });
    expect(makeRatioFunnel([{ observed: 0, expected: 5 }])).toMatchObject({ status: 'x' });
    expect(ratioFunnelLimits(byChance(1), 0)).toBeNull();
    expect(placeInRatioFunnel(byChance(1), { observed: 1, expected: 0 })).toBeNull();
  });
});
