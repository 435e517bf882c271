import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustForFalseDiscovery } from '$lib/statistics/false_discovery';

describe('adjustment for false discovery', () => {
  it('of the example of Benjamini and Hochberg (1995) is the published one', () => {
    // Section 3.1, fifteen tests; adjusted values from SciPy's documentation of false_discovery_control.
    const adjusted = adjustForFalseDiscovery([
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ]);
    [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486,
      0.58118182, 0.714875, 0.75323077, 0.81321429, 1,
    ].forEach((expected, i) => expect(adjusted[i]).toBeCloseTo(expected, 8));
    // The paper rejects four at 0.05.
    expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(4);
  });

  it('of values in any order keeps that order', () => {
    // The documentation of stdlib's padjust.
    const adjusted = adjustForFalseDiscovery([0.008, 0.03, 0.123, 0.6, 0.2]);
    [0.04, 0.075, 0.205, 0.6, 0.25].forEach((expected, i) =>
      expect(adjusted[i]).toBeCloseTo(expected, 12),
    );
    const even = adjustForFalseDiscovery([0.319, 0.201, 0.4, 0.374, 0.113]);
    for (const value of even) expect(value).toBeCloseTo(0.4, 12);
  });

  it('leaves one alone and has nothing to do with none', () => {
    expect(adjustForFalseDiscovery([0.03])).toEqual([0.03]);
    expect(adjustForFalseDiscovery([])).toEqual([]);
    expect(() => adjustForFalseDiscovery([0.5, Number.NaN])).toThrow(RangeError);
    expect(() => adjustForFalseDiscovery([1.1])).toThrow(RangeError);
  });

  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

  it('never lowers a value, never raises one above 1 and keeps their order', () => {
    fc.assert(
      fc.property(values, (given) => {
        const adjusted = adjustForFalseDiscovery(given);
        given.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value * (1 - 1e-15));
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          given.forEach((other, j) => {
            if (value <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
      }),
    );
  });

  it('finds what the step-up rule finds at every level', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (given, level) => {
        const sorted = [...given].sort((a, b) => a - b);
        // The last k with p(k) <= k q / n; all up to it are discoveries.
        let found = 0;
        sorted.forEach((value, i) => {
          if ((value * given.length) / (i + 1) <= level) found = i + 1;
        });
        const adjusted = adjustForFalseDiscovery(given);
        expect(adjusted.filter((value) => value <= level)).toHaveLength(found);
      }),
    );
  });
});
