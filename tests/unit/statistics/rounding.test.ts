import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp, roundToBase } from '$lib/statistics/rounding';

describe('rounding half up, away from zero', () => {
  it.each([
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.4, 0, 0],
    [1.005, 2, 1.01],
    [8.345, 2, 8.35],
    [100 * 0.285, 0, 29],
    [100 * (1045 / 5000), 1, 20.9],
    [100 * 1.0005, 2, 100.05],
    [1.45e-7, 8, 1.5e-7],
    [1234567.5, 0, 1234568],
    [20.9, 3, 20.9],
  ])('rounds %d to %d places as %d', (value, digits, expected) => {
    expect(roundHalfUp(value, digits)).toBe(expected);
  });

  it('never gives minus zero', () => {
    expect(Object.is(roundHalfUp(-0.2), 0)).toBe(true);
  });

  it('rounds every exact half of a published decimal place upwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 3 }), (k, d) => {
        const half = Number(`${k}.5e-${d}`);
        expect(roundHalfUp(half, d)).toBe(Number(`${k + 1}e-${d}`));
        expect(roundHalfUp(-half, d)).toBe(-Number(`${k + 1}e-${d}`));
      }),
    );
  });

  it('is never further away than half a place, and keeps order', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.abs(roundHalfUp(a, 1) - a)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(roundHalfUp(Math.min(a, b), 1)).toBeLessThanOrEqual(roundHalfUp(Math.max(a, b), 1));
      }),
    );
  });
});

describe('rounding to a base', () => {
  it.each([
    [2, 5, 0],
    [2.5, 5, 5],
    [7, 5, 5],
    [8, 5, 10],
    [15, 10, 20],
    [0, 5, 0],
    [5.33, 5, 5],
  ])('rounds %d to base %d as %d', (value, base, expected) => {
    expect(roundToBase(value, base)).toBe(expected);
  });
});
