import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lorenzCurve, shareOfTop } from '$lib/statistics/concentration';
import { resultOf } from './result_of';

describe('share of the top', () => {
  it('is by hand', () => {
    // Ten pupils missed 30, 10, 5, 5 and six times 0 sessions: 50 in all.
    const sessions = [
      { value: 0, count: 6 },
      { value: 30, count: 1 },
      { value: 5, count: 2 },
      { value: 10, count: 1 },
    ];
    expect(resultOf(shareOfTop(sessions, 0.1))).toBe(0.6);
    expect(resultOf(shareOfTop(sessions, 0.2))).toBe(0.8);
    expect(resultOf(shareOfTop(sessions, 0.4))).toBe(1);
    expect(resultOf(shareOfTop(sessions, 1))).toBe(1);
    expect(resultOf(shareOfTop(sessions, 0))).toBe(0);
  });

  it('takes of the group at the boundary as much as fits', () => {
    // The top tenth of 25 is two and a half: 8, and one and a half of the four with 4.
    const sessions = [
      { value: 8, count: 1 },
      { value: 4, count: 4 },
      { value: 0, count: 20 },
    ];
    expect(resultOf(shareOfTop(sessions, 0.1))).toBeCloseTo((8 + 1.5 * 4) / 24, 14);
  });

  it('is the share itself when all have the same', () => {
    expect(resultOf(shareOfTop([{ value: 7, count: 33 }], 0.1))).toBeCloseTo(0.1, 14);
  });

  it('is not available of nobody or of nothing, and refuses what cannot be shared', () => {
    expect(shareOfTop([], 0.1)).toMatchObject({ status: 'x' });
    expect(shareOfTop([{ value: 3, count: 0 }], 0.1)).toMatchObject({ status: 'x' });
    expect(shareOfTop([{ value: 0, count: 9 }], 0.1)).toMatchObject({ status: 'x' });
    expect(() => shareOfTop([{ value: -1, count: 9 }], 0.1)).toThrow(RangeError);
    expect(() => shareOfTop([{ value: 1, count: 9 }], 1.1)).toThrow(RangeError);
    expect(lorenzCurve([])).toMatchObject({ status: 'x' });
    expect(lorenzCurve([{ value: 0, count: 9 }])).toMatchObject({ status: 'x' });
  });
});

describe('Lorenz curve', () => {
  it('is by hand', () => {
    expect(
      resultOf(
        lorenzCurve([
          { value: 6, count: 1 },
          { value: 0, count: 2 },
          { value: 2, count: 1 },
        ]),
      ),
    ).toEqual([
      { units: 0, total: 0 },
      { units: 0.5, total: 0 },
      { units: 0.75, total: 0.25 },
      { units: 1, total: 1 },
    ]);
  });
});

describe('both', () => {
  const histogram = fc
    .array(
      fc.record({
        value: fc.integer({ min: 0, max: 380 }),
        count: fc.integer({ min: 0, max: 500 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .filter((groups) => groups.some(({ value, count }) => value * count > 0));
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('agree: the top share is what the curve leaves above it', () => {
    fc.assert(
      fc.property(histogram, share, (groups, top) => {
        const curve = resultOf(lorenzCurve(groups));
        const at = 1 - top;
        const end = Math.max(
          1,
          curve.findIndex((point) => point.units >= at),
        );
        const [before, after] = [curve[end - 1]!, curve[end]!];
        const below =
          before.total +
          ((at - before.units) / (after.units - before.units)) * (after.total - before.total);
        expect(resultOf(shareOfTop(groups, top))).toBeCloseTo(1 - below, 9);
      }),
    );
  });

  it('do not change with the unit, the order or how the groups are split; the top has its share or more', () => {
    fc.assert(
      fc.property(histogram, share, (groups, top) => {
        const one = resultOf(shareOfTop(groups, top));
        const split = groups
          .flatMap(({ value, count }) => [
            { value: value * 2, count: Math.floor(count / 2) },
            { value: value * 2, count: Math.ceil(count / 2) },
          ])
          .reverse();
        expect(resultOf(shareOfTop(split, top))).toBeCloseTo(one, 10);
        expect(one).toBeGreaterThanOrEqual(top - 1e-12);
        expect(one).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('have a curve that rises ever faster from 0 to 1', () => {
    fc.assert(
      fc.property(histogram, (groups) => {
        const curve = resultOf(lorenzCurve(groups));
        expect(curve[0]).toEqual({ units: 0, total: 0 });
        expect(curve.at(-1)).toEqual({ units: 1, total: 1 });
        for (const { units, total } of curve) expect(total).toBeLessThanOrEqual(units + 1e-12);
      }),
    );
  });
});
