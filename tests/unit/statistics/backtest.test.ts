import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollingOrigins, summariseErrors, summariseErrorsBy } from '$lib/statistics/backtest';
import { seasonalNaive } from '$lib/statistics/seasonal_naive';
import { lungDeaths } from './seasonal_series';

describe('the seasonal naive forecast', () => {
  it('repeats the last season', () => {
    const next = seasonalNaive(lungDeaths, 12, 15);
    expect(next.map(({ value }) => value)).toEqual([
      ...lungDeaths.slice(-12),
      ...lungDeaths.slice(-12, -9),
    ]);
  });

  it('has the limits of the differences between years, wider in the second year', () => {
    // By numpy and scipy: the root mean square of 60 differences is 362.7774340648, Student's t with 60
    // degrees of freedom gives 2358.337 and 3809.663 about 3084.
    const next = seasonalNaive(lungDeaths, 12, 13);
    expect(next[0]!.interval95.lower).toBeCloseTo(2358.337088764, 6);
    expect(next[0]!.interval95.upper).toBeCloseTo(3809.662911235, 6);
    const half = (i: number) => next[i]!.interval95.upper - next[i]!.value;
    expect(half(12) / half(0)).toBeCloseTo(Math.SQRT2, 12);
  });

  it('keeps within the values there can be', () => {
    const [next] = seasonalNaive([0.01, 0.95, 0.02, 0.4], 2, 1, 1);
    expect(next!.interval95).toEqual({ lower: 0, upper: expect.any(Number) as number });
    const [, high] = seasonalNaive([0.01, 0.95, 0.02, 0.4], 2, 2, 1);
    expect(high!.interval95.upper).toBe(1);
  });

  it('needs two seasons', () => {
    expect(seasonalNaive([1, 2, 3], 2, 4)).toEqual([]);
    expect(seasonalNaive([1, 2, 3, 4], 2, 4)).toHaveLength(4);
  });
});

describe('rolling origins', () => {
  const interval = (lower: number, upper: number) => ({ lower, upper });
  const always = (value: number) => ({
    value,
    interval80: interval(value - 1, value + 1),
    interval95: interval(value - 3, value + 3),
  });

  it('predict what was still to come from each origin, as far as it is known', () => {
    const cases = rollingOrigins([1, 2, 4, 8, 16], [2, 4], 2, (origin) => [
      always(origin),
      always(origin + 1),
    ]);
    expect(cases.map(({ origin, ahead, actual }) => [origin, ahead, actual])).toEqual([
      [2, 1, 4],
      [2, 2, 8],
      [4, 1, 16],
    ]);
    // Errors 2, 5 and 12.
    expect(summariseErrors(cases)).toEqual({
      cases: 3,
      meanAbsoluteError: 19 / 3,
      within80: 0,
      within95: 1 / 3,
    });
    expect([...summariseErrorsBy('ahead', cases)].map(([at, { cases: n }]) => [at, n])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(summariseErrorsBy('origin', cases).get(2)?.meanAbsoluteError).toBe(3.5);
    expect(summariseErrors([])).toBeNull();
  });

  it('leave out an origin without a forecast', () => {
    const cases = rollingOrigins([1, 2, 3, 4], [1, 2, 3], 1, (origin) =>
      origin === 2 ? [] : [always(2)],
    );
    expect(cases.map(({ origin }) => origin)).toEqual([1, 3]);
  });

  it('have summaries whose cases and errors add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 30 }),
        (actual) => {
          const origins = Array.from({ length: actual.length - 2 }, (_, i) => i + 2);
          const cases = rollingOrigins(actual, origins, 5, (_, ahead) =>
            Array.from({ length: ahead }, () => always(0)),
          );
          const whole = summariseErrors(cases)!;
          for (const key of ['origin', 'ahead'] as const) {
            const parts = [...summariseErrorsBy(key, cases).values()];
            const sum = (of: (part: typeof whole) => number) =>
              parts.reduce((total, part) => total + of(part), 0);
            expect(sum((part) => part.cases)).toBe(whole.cases);
            expect(sum((part) => part.cases * part.meanAbsoluteError)).toBeCloseTo(
              whole.cases * whole.meanAbsoluteError,
              9,
            );
            expect(sum((part) => part.cases * part.within95)).toBeCloseTo(
              whole.cases * whole.within95,
              9,
            );
          }
        },
      ),
    );
  });
});
