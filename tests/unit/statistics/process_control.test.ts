import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  processChart,
  seasonalDifferences,
  targetAssurance,
} from '$lib/statistics/process_control';
import { golden } from './golden';
import { resultOf } from './result_of';

const { data, screened, unscreened, constants } = golden.xmr;

describe('process chart', () => {
  it.each([
    [true, screened],
    [false, unscreened],
  ])('has the golden limits (screened: %s)', (isScreened, expected) => {
    const chart = resultOf(processChart(data, { screened: isScreened }));
    expect(chart.mean).toBeCloseTo(expected.mean, 14);
    expect(chart.averageMovingRange).toBeCloseTo(expected.amr, 14);
    expect(chart.movingRanges).toBe(expected.n_mr);
    expect(chart.limits.lower).toBeCloseTo(expected.lpl, 12);
    expect(chart.limits.upper).toBeCloseTo(expected.upl, 12);
    const width = (end: number) => Math.abs(end - chart.mean) / chart.averageMovingRange;
    expect([width(chart.limits.lower), width(chart.limits.upper)]).toEqual([
      expect.closeTo(constants.limit, 12),
      expect.closeTo(constants.limit, 12),
    ]);
    expect([width(chart.inner.lower), width(chart.inner.upper)]).toEqual([
      expect.closeTo(constants.near, 12),
      expect.closeTo(constants.near, 12),
    ]);
  });

  it('screens by default, and flags the one point of the golden series that jumps', () => {
    expect(processChart(data)).toEqual(processChart(data, { screened: true }));
    const { points } = resultOf(processChart(data));
    expect(points.map((point) => point.value)).toEqual(data);
    const flagged = points.flatMap(({ signals }, i) => (signals.length > 0 ? [i] : []));
    expect(flagged).toEqual([4]);
    expect(points[4]!.signals[0]).toEqual({ rule: 'outside', direction: 'high' });
  });

  it('screens out a range at the golden multiple of the average, and keeps one below it', () => {
    // Sixteen ranges: fifteen of 1 and one of r; r is out from 3.267 (15 + r) / 16 = r, r = 3.8488…
    const bound = (15 * constants.screen) / (16 - constants.screen);
    const series = (jump: number) => {
      const values = [0];
      for (let i = 0; i < 16; i++)
        values.push(values[i]! + (i === 8 ? jump : values[i]! % 2 === 0 ? 1 : -1));
      return values;
    };
    expect(resultOf(processChart(series(bound + 1e-9))).movingRanges).toBe(15);
    expect(resultOf(processChart(series(bound - 1e-9))).movingRanges).toBe(16);
  });

  it('puts the rules of a point in order of precedence', () => {
    // Rising steadily far beyond limits that its own steps set: every rule but two in three at the ends.
    const values = Array.from({ length: 20 }, (_, i) => i);
    const { limits, points } = resultOf(processChart(values));
    expect(limits.upper).toBeCloseTo(9.5 + 2.66, 12);
    expect(points[19]!.signals).toEqual([
      { rule: 'outside', direction: 'high' },
      { rule: 'trend', direction: 'high' },
      { rule: 'two in three', direction: 'high' },
      { rule: 'shift', direction: 'high' },
    ]);
    expect(points[0]!.signals[1]).toEqual({ rule: 'trend', direction: 'high' });
    expect(points[0]!.signals[0]).toEqual({ rule: 'outside', direction: 'low' });
    // 11 is above the mean of 9.5 and within the inner limits: in the trend and in the shift.
    expect(points[11]!.signals.map((signal) => signal.rule)).toEqual(['trend', 'shift']);
  });

  it('needs 13 points, and values that move', () => {
    const twelve = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
    expect(processChart(twelve)).toMatchObject({ status: 'u' });
    expect(processChart([...twelve, 1]).status).toBe('ok');
    expect(processChart([])).toMatchObject({ status: 'u' });
    expect(processChart(new Array<number>(20).fill(0.1))).toMatchObject({ status: 'u' });
    // One step alone: the only moving range above nothing is screened out.
    const step = [...new Array<number>(10).fill(1), ...new Array<number>(10).fill(2)];
    expect(processChart(step)).toMatchObject({ status: 'u' });
    expect(processChart(step, { screened: false }).status).toBe('ok');
  });

  it('moves and grows with its values', () => {
    const series = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 13, maxLength: 60 });
    fc.assert(
      fc.property(series, (values) => {
        const one = processChart(values);
        const other = processChart(values.map((value) => 4 * value + 1024));
        expect(other.status).toBe(one.status);
        if (one.status !== 'ok' || other.status !== 'ok') return;
        expect(other.result.mean).toBeCloseTo(4 * one.result.mean + 1024, 8);
        expect(other.result.limits.lower).toBeCloseTo(4 * one.result.limits.lower + 1024, 8);
        expect(other.result.averageMovingRange).toBeCloseTo(4 * one.result.averageMovingRange, 8);
        const { limits, inner, mean } = one.result;
        expect(limits.lower).toBeLessThan(inner.lower);
        expect(inner.lower).toBeLessThan(mean);
        expect(mean).toBeLessThan(inner.upper);
        expect(inner.upper).toBeLessThan(limits.upper);
      }),
    );
  });
});

describe('target assurance', () => {
  const limits = { lower: 10, upper: 20 };

  it.each([
    [9, 'higher', 'always'],
    [9, 'lower', 'never'],
    [15, 'higher', 'at times'],
    [15, 'lower', 'at times'],
    [21, 'higher', 'never'],
    [21, 'lower', 'always'],
    [10, 'higher', 'at times'],
    [20, 'lower', 'at times'],
  ] as const)('of a target of %d, %s being better, is %s', (target, better, expected) => {
    expect(targetAssurance(limits, target, better)).toBe(expected);
  });
});

describe('seasonal differences', () => {
  it('are the changes on a season before, in the same places', () => {
    expect(seasonalDifferences([1, 5, 2, 9, null, 4, 7], 3)).toEqual([
      null,
      null,
      null,
      8,
      null,
      2,
      -2,
    ]);
    expect(seasonalDifferences([null, 5, 2, 1], 3)).toEqual([null, null, null, null]);
    expect(seasonalDifferences([])).toEqual([]);
  });

  it('take a yearly pattern out of months, so that no September signals', () => {
    // A September twice as high each year, and a little noise: the raw months signal, the changes do not.
    const noise = [0, 1, -1, 0.5, -0.5, 1, 0, -1, 0.5, 0, -0.5, 1, -1];
    const months = Array.from(
      { length: 60 },
      (_, i) => (i % 12 === 8 ? 30 : 15) + noise[i % noise.length]!,
    );
    const outside = (values: readonly number[]) =>
      resultOf(processChart(values)).points.filter((point) =>
        point.signals.some((signal) => signal.rule === 'outside'),
      ).length;
    expect(outside(months)).toBe(5);
    expect(outside(seasonalDifferences(months).filter((change) => change !== null))).toBe(0);
  });
});
