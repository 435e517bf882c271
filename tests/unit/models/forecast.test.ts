import { describe, expect, it } from 'vitest';
import { forecast, type Forecast } from '$lib/models/forecast';
import { cautionsOf } from '$lib/models/forecast_backtest';
import {
  latestRun,
  monthAt,
  type CountMonth,
  type MonthlySeries,
  type ShareMonth,
} from '$lib/models/monthly_series';
import { logistic } from '$lib/statistics/response_family';
import { seededRandom } from '$lib/statistics/seeded_random';
import { lungDeaths } from '../statistics/seasonal_series';

function resultOf(series: MonthlySeries): Forecast {
  const outcome = forecast(series);
  if (outcome.status !== 'ok') throw new Error(outcome.because);
  return outcome.result;
}

const JANUARY_1974 = 1974 * 12;
const deaths: readonly CountMonth[] = lungDeaths.map((count, i) => ({
  month: monthAt(JANUARY_1974 + i),
  count,
  population: 1_000_000,
}));

/** A share of 600 people from September 2018, its log odds given by month, and chance. */
function shares(
  months: number,
  seed: number,
  logOdds: (time: number, random: () => number) => number,
): readonly ShareMonth[] {
  const random = seededRandom(seed);
  return Array.from({ length: months }, (_, i) => {
    const share = logistic(logOdds(i, random.normal));
    let numerator = 0;
    for (let person = 0; person < 600; person++) if (random.uniform() < share) numerator++;
    return { month: monthAt(2018 * 12 + 8 + i), numerator, denominator: 600 };
  });
}

/** Rising, with a spike every September. */
const spiked = shares(72, 4, (i) => -2.5 + 0.01 * i + (i % 12 === 0 ? 1 : 0));

describe('the forecast of the lung deaths', () => {
  const result = resultOf(deaths);

  it('is of the twelve months after the last', () => {
    expect(result).toMatchObject({ kind: 'count', from: '1974-01', to: '1979-12' });
    expect(result.months!.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, i) => `1980-${String(i + 1).padStart(2, '0')}`),
    );
    expect(result.naive.map(({ value }) => value)).toEqual(lungDeaths.slice(-12));
  });

  it('has the values and the 80 and 95 % intervals of a quasi-Poisson regression', () => {
    // By statsmodels 0.15, numpy and scipy; see the test of the seasonal regression.
    const january = result.months![0]!;
    expect(january.value).toBeCloseTo(2671.39928, 4);
    expect(january.interval80.lower).toBeCloseTo(2350.683496, 4);
    expect(january.interval95.upper).toBeCloseTo(3254.574093, 4);
    expect(result.dispersion).toBeCloseTo(21.1486656, 6);
    // Deaths fall by exp(−0.02890 ± 2.0010 · 0.0070031) a year; January has e^0.38682 times the average.
    expect(result.trend!.value).toBeCloseTo(Math.exp(-0.0288983), 6);
    expect(result.trend!.upper).toBeCloseTo(Math.exp(-0.0288983 + 2.0009954 * 0.0070030886), 6);
    expect(result.monthEffects![0]!.month).toBe(1);
    expect(result.monthEffects![0]!.ratio).toBeCloseTo(Math.exp(0.38681896), 6);
  });

  it('beats the naive one by the errors that an independent backtest gives', () => {
    // By statsmodels 0.15: 222 months from 24 origins, mean absolute errors 113.0243 and 173.3243.
    expect(result.withheld).toBeNull();
    expect(result.backtest!.model.cases).toBe(222);
    expect(result.backtest!.naive.cases).toBe(222);
    expect(result.backtest!.model.meanAbsoluteError).toBeCloseTo(113.02429171123894, 6);
    expect(result.backtest!.naive.meanAbsoluteError).toBeCloseTo(173.32432432432432, 9);
  });

  it('tells the errors by origin and by how far ahead', () => {
    const { byOrigin, byAhead } = result.backtest!;
    expect(byOrigin.map(({ month }) => month).slice(0, 2)).toEqual(['1977-12', '1978-01']);
    expect(byOrigin).toHaveLength(24);
    expect(byOrigin[0]!.model.cases).toBe(12);
    expect(byOrigin[23]!.model.cases).toBe(1);
    expect(byAhead.map(({ ahead, model }) => [ahead, model.cases])).toEqual(
      Array.from({ length: 12 }, (_, i) => [i + 1, 24 - i]),
    );
  });

  it('does not depend on the order of the months', () => {
    expect(resultOf(deaths.toReversed())).toEqual(result);
  });
});

describe('the forecast of a share', () => {
  it('foresees the spike of September', () => {
    const { kind, months, monthEffects, withheld } = resultOf(spiked);
    expect(withheld).toBeNull();
    expect(kind).toBe('share');
    const september = months!.find(({ month }) => month === '2024-09')!;
    for (const { month, value } of months!)
      if (month !== '2024-09') expect(value).toBeLessThan(0.75 * september.value);
    // Odds e^1 times those of other months: e^(11/12) those of the average month.
    const effect = monthEffects!.find(({ month }) => month === 9)!;
    expect(Math.log(effect.ratio)).toBeCloseTo(11 / 12, 0);
  });

  it('has intervals within 0 and 1, the wider outside the narrower', () => {
    const { months, naive } = resultOf(spiked);
    for (const { value, interval80, interval95 } of [...months!, ...naive]) {
      const ends = [0, interval95.lower, interval80.lower, value, interval80.upper];
      ends.push(interval95.upper, 1);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
    }
  });

  it('is withheld, in a sentence, when it does not beat the year before', () => {
    // Every month goes its own way from its last year: the best forecast is the naive one.
    const last = new Map<number, number>();
    const wandering = shares(72, 9, (i, normal) => {
      const next = (last.get(i % 12) ?? -1.5) + 0.5 * normal();
      last.set(i % 12, next);
      return next;
    });
    const { months, withheld, naive, trend, backtest } = resultOf(wandering);
    expect(backtest!.model.meanAbsoluteError).toBeGreaterThan(backtest!.naive.meanAbsoluteError);
    expect(months).toBeNull();
    expect(trend).toBeNull();
    expect(withheld).toMatch(
      /^The forecast is withheld: tried from 24 months of the past it was wrong by \d+\.\d\d\spoints/,
    );
    expect(naive).toHaveLength(12);
  });

  it('is withheld when there are too few events to fit it', () => {
    const rare = spiked.map((month) => ({ ...month, numerator: 1 }));
    const { months, withheld } = resultOf(rare);
    expect(months).toBeNull();
    expect(withheld).toContain('too few events');
  });

  it('says when its intervals were too narrow in the past', () => {
    const { backtest, notes } = resultOf(spiked);
    expect(notes).toEqual([]);
    const narrow = { ...backtest!, model: { ...backtest!.model, within95: 0.815 } };
    expect(cautionsOf(narrow)).toEqual([
      'The intervals are too narrow: 82\u00a0% of past months lay within the 95 % interval made for ' +
        'them beforehand.',
    ]);
  });
});

describe('months in a row', () => {
  it('must be 30 at least; with 30 there is a forecast, tried from 6 of them', () => {
    const few = forecast(spiked.slice(0, 29));
    expect(few).toEqual({
      status: 'x',
      because: 'A forecast needs at least 30 months in a row; there are 29.',
    });
    expect(forecast([]).status).toBe('x');
    expect(resultOf(spiked.slice(0, 30)).backtest!.byOrigin).toHaveLength(6);
  });

  it('are the latest ones when some are missing or have nobody in them', () => {
    const gap = spiked.filter((_, i) => i !== 20);
    expect(resultOf(gap).from).toBe(spiked[21]!.month);
    const empty = spiked.map((each, i) =>
      i === 20 ? { ...each, numerator: 0, denominator: 0 } : each,
    );
    expect(resultOf(empty)).toEqual(resultOf(gap));
    expect(forecast(spiked.filter((_, i) => i !== spiked.length - 29)).status).toBe('x');
  });

  it('pass over a calendar month that the series never has', () => {
    const school = spiked.filter(({ month }) => !month.endsWith('-08'));
    const { months, monthEffects, backtest } = resultOf(school);
    expect(months!.map(({ month }) => month.slice(5))).toEqual(
      '09 10 11 12 01 02 03 04 05 06 07'.split(' '),
    );
    expect(monthEffects!.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]);
    expect(backtest!.byAhead).toHaveLength(11);
    expect(forecast(school.slice(-28)).status).toBe('ok');
    const few = forecast(school.slice(-27));
    expect(few.status === 'x' && few.because).toContain('at least 28 months');
  });

  it('must be of most calendar months', () => {
    const half = spiked.filter(({ month }) => Number(month.slice(5)) > 6);
    const few = forecast(half);
    expect(few.status === 'x' && few.because).toBe(
      'A forecast needs at least 10 of the twelve calendar months; there are 6.',
    );
  });

  it('have a year’s place by their calendar month', () => {
    const { points, calendar } = latestRun(spiked);
    expect(calendar).toHaveLength(12);
    expect(points[0]).toMatchObject({ season: 8, base: 600 });
    expect(monthAt(points[0]!.time)).toBe('2018-09');
    expect(monthAt(2024 * 12 + 11)).toBe('2024-12');
  });

  it('throw for what is no month or no number', () => {
    const month = { month: '2024-01', numerator: 1, denominator: 10 };
    expect(() => forecast([month, month])).toThrow(RangeError);
    expect(() => forecast([{ ...month, month: '2024-13' }])).toThrow(RangeError);
    expect(() => forecast([{ ...month, month: '2024-1' }])).toThrow(RangeError);
    expect(() => forecast([{ ...month, numerator: 11 }])).toThrow(RangeError);
    expect(() => forecast([{ ...month, numerator: NaN }])).toThrow(RangeError);
  });
});

describe('while it runs', () => {
  it('tells how far it is, and stops when it is no longer wanted', () => {
    const told: number[] = [];
    forecast(spiked, { onProgress: (done) => told.push(done) });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const signal = AbortSignal.abort();
    expect(() => forecast(spiked, { signal })).toThrow(/abort/i);
  });
});
