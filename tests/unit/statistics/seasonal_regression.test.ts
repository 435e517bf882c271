import { describe, expect, it } from 'vitest';
import type { Outcome } from '$lib/statistics/outcome';
import { drawPoisson } from '$lib/statistics/random_counts';
import { logistic } from '$lib/statistics/response_family';
import {
  fitSeasonal,
  predictSeasonal,
  type SeasonalKind,
  type SeasonalPoint,
} from '$lib/statistics/seasonal_regression';
import { seededRandom, type SeededRandom } from '$lib/statistics/seeded_random';
import { lungDeaths } from './seasonal_series';

function resultOf<T>(outcome: Outcome<T>): T {
  if (outcome.status !== 'ok') throw new Error(outcome.because);
  return outcome.result;
}

const place = (time: number, base: number) => ({ time, season: time % 12, base });

// Expected values of this part by statsmodels 0.15, numpy and scipy: a Poisson or binomial regression
// on years and eleven months, its covariance times Pearson's dispersion, and for a prediction the
// variance of the observation added on the link scale, with Student's t on 59 degrees of freedom.
describe('trend and season of the lung deaths', () => {
  const counts = (base: (time: number) => number): SeasonalPoint[] =>
    lungDeaths.map((events, time) => ({ ...place(time, base(time)), events }));

  it('have the coefficients, errors and dispersion of a quasi-Poisson regression', () => {
    const model = resultOf(
      fitSeasonal(
        'count',
        counts(() => 1),
        12,
      ),
    );
    expect(model.trend.estimate).toBeCloseTo(-0.0288982999641, 10);
    expect(model.trend.standardError).toBeCloseTo(0.0070030886478, 10);
    expect(model.fit.dispersion).toBeCloseTo(21.14866556823526, 8);
    expect(model.fit.degreesOfFreedom).toBe(59);
    expect(model.effects[0]).toBeCloseTo(0.38681896, 8);
    expect(model.effects[8]).toBeCloseTo(-0.34431387, 8);
    expect(model.effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(0, 12);
  });

  it('give predictions with intervals for the value that will be seen', () => {
    const model = resultOf(
      fitSeasonal(
        'count',
        counts(() => 1),
        12,
      ),
    );
    const january = predictSeasonal(model, place(72, 1));
    expect(january.value).toBeCloseTo(2671.39928, 4);
    expect(january.interval80.lower).toBeCloseTo(2350.683496, 4);
    expect(january.interval80.upper).toBeCloseTo(3035.871961, 4);
    expect(january.interval95.lower).toBeCloseTo(2192.721355, 4);
    expect(january.interval95.upper).toBeCloseTo(3254.574093, 4);
    const september = predictSeasonal(model, place(80, 1));
    expect(september.value).toBeCloseTo(1261.377087, 4);
    expect(september.interval95.lower).toBeCloseTo(951.034466, 4);
    expect(september.interval95.upper).toBeCloseTo(1672.991057, 4);
  });

  it('take a population that changes into account', () => {
    const model = resultOf(
      fitSeasonal(
        'count',
        counts((time) => 56_000_000 + 1000 * time),
        12,
      ),
    );
    expect(model.trend.estimate).toBeCloseTo(-0.0291124534797, 10);
    const january = predictSeasonal(model, place(72, 56_060_000));
    expect(january.value).toBeCloseTo(2670.827168, 4);
    expect(january.interval95.upper).toBeCloseTo(3253.932963, 4);
  });

  it('do the same for shares by a quasi-binomial regression', () => {
    const model = resultOf(
      fitSeasonal(
        'share',
        counts(() => 5000),
        12,
      ),
    );
    expect(model.fit.dispersion).toBeCloseTo(43.66333562093784, 8);
    expect(model.trend.estimate).toBeCloseTo(-0.0517995174, 9);
    const january = predictSeasonal(model, place(72, 5000));
    expect(january.value).toBeCloseTo(0.54763209, 8);
    expect(january.interval95.lower).toBeCloseTo(0.44370759, 8);
    expect(january.interval95.upper).toBeCloseTo(0.64756297, 8);
  });
});

/** Months of a county's size with a trend, a September spike, and chance: binomial or Poisson. */
function simulate(kind: SeasonalKind, months: number, random: SeededRandom): SeasonalPoint[] {
  return Array.from({ length: months }, (_, time) => {
    const at = place(time, kind === 'share' ? 400 : 50_000);
    const linear = truth.start + (truth.trend * time) / 12 + truth.effects[time % 12]!;
    let events = 0;
    if (kind === 'count') events = drawPoisson(at.base * Math.exp(linear - 4), random);
    else
      for (let person = 0; person < at.base; person++)
        if (random.uniform() < logistic(linear)) events++;
    return { ...at, events };
  });
}

const truth = {
  start: -1,
  trend: -0.15,
  // January to December, September apart from the others; they sum to 0.
  effects: [-0.1, -0.1, -0.1, -0.1, -0.1, -0.1, -0.1, 0, 0.8, 0.1, -0.1, -0.1],
};

describe.each(['share', 'count'] as const)(
  'a simulated %s with a known trend and season',
  (kind) => {
    const runs = 250;
    const random = seededRandom(kind === 'share' ? 11 : 12);
    let trendError = 0;
    let spikeError = 0;
    let trendCovered = 0;
    let within80 = 0;
    let within95 = 0;
    for (let run = 0; run < runs; run++) {
      const all = simulate(kind, 84, random);
      const model = resultOf(fitSeasonal(kind, all.slice(0, 72), 12));
      trendError += (model.trend.estimate - truth.trend) / model.trend.standardError / runs;
      spikeError += (model.effects[8]! - truth.effects[8]!) / runs;
      if (Math.abs(model.trend.estimate - truth.trend) < 2 * model.trend.standardError)
        trendCovered += 1 / runs;
      for (const point of all.slice(72)) {
        const { interval80, interval95 } = predictSeasonal(model, point);
        const value = kind === 'share' ? point.events / point.base : point.events;
        if (interval80.lower <= value && value <= interval80.upper) within80 += 1 / runs / 12;
        if (interval95.lower <= value && value <= interval95.upper) within95 += 1 / runs / 12;
      }
    }

    it('gives the trend back within its stated error', () => {
      expect(Math.abs(trendError)).toBeLessThan(3 / Math.sqrt(runs));
      // 95.4 % within two errors, and not fewer: the dispersion is never taken as below chance alone.
      expect(trendCovered).toBeGreaterThan(0.954 - 3 * Math.sqrt((0.954 * 0.046) / runs));
      expect(Math.abs(spikeError)).toBeLessThan(0.02);
    });

    it('lies within the 80 and 95 % intervals made for the next year as often as they say', () => {
      // 3,000 months: 3√(0.95·0.05/3000) = 0.012 and 3√(0.8·0.2/3000) = 0.022, upwards a little more as
      // the dispersion is never taken as below chance alone.
      expect(within95).toBeGreaterThan(0.938);
      expect(within95).toBeLessThan(0.98);
      expect(within80).toBeGreaterThan(0.778);
      expect(within80).toBeLessThan(0.86);
    });
  },
);

describe('a series that varies more than chance', () => {
  it('still lies within its intervals as often as they say', () => {
    // Each month's log odds wander by a normal error of 0.15: about 2.5 times the spread of chance.
    const random = seededRandom(13);
    const runs = 250;
    let within95 = 0;
    for (let run = 0; run < runs; run++) {
      const all = Array.from({ length: 84 }, (_, time) => {
        const share = logistic(-1 + truth.effects[time % 12]! + 0.15 * random.normal());
        let events = 0;
        for (let person = 0; person < 400; person++) if (random.uniform() < share) events++;
        return { ...place(time, 400), events };
      });
      const model = resultOf(fitSeasonal('share', all.slice(0, 72), 12));
      expect(model.fit.dispersion).toBeGreaterThan(1.2);
      for (const point of all.slice(72)) {
        const { interval95 } = predictSeasonal(model, point);
        const value = point.events / point.base;
        if (interval95.lower <= value && value <= interval95.upper) within95 += 1 / runs / 12;
      }
    }
    expect(Math.abs(within95 - 0.95)).toBeLessThan(0.015);
  });
});

describe('a series that cannot carry a season', () => {
  it('is refused in words', () => {
    const months = (count: number, events: number) =>
      Array.from({ length: count }, (_, time) => ({ ...place(time, 1000), events }));
    expect(fitSeasonal('share', months(11, 100), 12).status).toBe('x');
    expect(fitSeasonal('share', months(36, 1), 12).status).toBe('u');
    expect(fitSeasonal('share', months(13, 100), 12).status).toBe('u');
    expect(fitSeasonal('share', months(24, 1000), 12).status).toBe('u');
  });

  it('of values without any spread is predicted with that of chance alone', () => {
    const flat = Array.from({ length: 36 }, (_, time) => ({ ...place(time, 1000), events: 100 }));
    const { value, interval95 } = predictSeasonal(
      resultOf(fitSeasonal('share', flat, 12)),
      place(36, 1000),
    );
    expect(value).toBeCloseTo(0.1, 6);
    // At least 1.96 √(0.1·0.9/1000) = 0.0186 either way.
    expect(interval95.lower).toBeLessThan(0.0814);
    expect(interval95.upper).toBeGreaterThan(0.1186);
  });

  it('has no place beyond its season', () => {
    const flat = Array.from({ length: 36 }, (_, time) => ({ ...place(time, 1000), events: 100 }));
    const model = resultOf(fitSeasonal('share', flat, 12));
    expect(() => predictSeasonal(model, { time: 40, season: 12, base: 1 })).toThrow(RangeError);
  });
});
