import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_95, CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import {
  betaCumulative,
  binomialCumulative,
  chiSquaredQuantile,
  chiSquaredUpperTail,
  gammaCumulative,
  logGamma,
  normalCumulative,
  normalQuantile,
  studentQuantile,
  studentUpperTail,
} from '$lib/statistics/distributions';

/** Twelve significant digits: two more than anything here is asked for. */
function expectDigits(actual: number, expected: number) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
}

// Expected values without another source are computed with mpmath at 40 digits.

describe('the normal distribution', () => {
  it.each([
    // Abramowitz and Stegun, table 26.1.
    [0, 0.5],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
    [-0.5, 0.3085375387259869],
    [-1e-5, 0.4999960105771961],
    [-6, 9.865876450376981e-10],
    [-10, 7.619853024160525e-24],
    [-37, 5.725571222524577e-300],
  ])('has %d below it with probability %d', (z, p) => {
    expectDigits(normalCumulative(z), p);
  });

  it.each([
    [0.975, CONFIDENCE_95.z],
    [0.999, CONFIDENCE_99_8.z],
    [0.9, 1.2815515655446004],
    [0.5, 0],
    [0.499, -0.002506630899571766],
    [0.025, -1.959963984540054],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('has its quantile of %d at %d', (p, z) => {
    expectDigits(normalQuantile(p), z);
  });

  it('gives back the probability of its quantiles', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-290, max: 0.5, noNaN: true }), (p) => {
        expect(normalCumulative(normalQuantile(p)) / p).toBeCloseTo(1, 10);
      }),
    );
  });

  it('is endless at both ends and refuses what is no probability', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([normalCumulative(-Infinity), normalCumulative(Infinity)]).toEqual([0, 1]);
    expect(() => normalQuantile(-0.1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
    expect(() => normalCumulative(Number.NaN)).toThrow(RangeError);
  });
});

describe('the chi-squared distribution', () => {
  it.each([
    // The table of every textbook, with R's further digits.
    [0.95, 1, 3.841458820694124],
    [0.95, 2, 5.991464547107979],
    [0.95, 5, 11.070497693516351],
    [0.95, 10, 18.307038053275146],
    [0.99, 1, 6.6348966010212145],
    [0.025, 1, 0.000982069117175256],
    [0.001, 1, 1.57079714926249e-6],
    [1e-10, 1, 1.5707963267948968e-20],
  ])('has its quantile of %d on %d degrees of freedom at %d', (p, df, x) => {
    expectDigits(chiSquaredQuantile(p, df), x);
  });

  it.each([
    [200, 3, 4.218541107192042e-43],
    [1000, 30, 5.131435321572533e-191],
  ])('has %d on %d degrees of freedom above it with probability %d', (x, df, p) => {
    expectDigits(chiSquaredUpperTail(x, df), p);
  });

  it('on two degrees of freedom is exponential', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1400, noNaN: true }), (x) => {
        expect(chiSquaredUpperTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
      }),
    );
  });

  it('on one degree of freedom is a normal variable squared', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 37, noNaN: true }), (z) => {
        expect(chiSquaredUpperTail(z * z, 1) / (2 * normalCumulative(-z))).toBeCloseTo(1, 11);
      }),
    );
  });

  it('begins at zero and has no end', () => {
    expect([chiSquaredUpperTail(0, 4), chiSquaredUpperTail(Infinity, 4)]).toEqual([1, 0]);
    expect([chiSquaredQuantile(0, 4), chiSquaredQuantile(1, 4)]).toEqual([0, Infinity]);
    expect(() => chiSquaredUpperTail(-1, 4)).toThrow(RangeError);
    expect(() => chiSquaredUpperTail(1, 0)).toThrow(RangeError);
  });
});

describe('Student’s t distribution', () => {
  it.each([
    // The table of every textbook, with R's further digits.
    [0.975, 1, 12.706204736174698],
    [0.975, 2, 4.302652729749464],
    [0.975, 5, 2.570581835636314],
    [0.975, 10, 2.228138851986274],
    [0.975, 30, 2.042272456301238],
    [0.95, 10, 1.8124611228116756],
    [0.995, 30, 2.749995653567226],
    [0.3, 10, -0.5415280387550157],
    [0.5, 3, 0],
  ])('has its quantile of %d on %d degrees of freedom at %d', (p, df, t) => {
    expectDigits(studentQuantile(p, df), t);
  });

  it('on one degree of freedom is Cauchy’s, far into the tail', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (t) => {
        expect(studentUpperTail(t, 1) / (Math.atan(1 / t) / Math.PI)).toBeCloseTo(1, 10);
        expect(studentUpperTail(-t, 1)).toBeCloseTo(1 - Math.atan(1 / t) / Math.PI, 12);
      }),
    );
    expectDigits(studentQuantile(1e-20, 1), -1 / Math.tan(Math.PI * 1e-20));
  });

  it('on two degrees of freedom has a closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (t) => {
        const root = Math.sqrt(2 + t * t);
        expect(studentUpperTail(t, 2) / (1 / (root * (root + t)))).toBeCloseTo(1, 11);
      }),
    );
  });

  it('is symmetric and nears the normal', () => {
    expect(studentQuantile(0.1, 7)).toBeCloseTo(-studentQuantile(0.9, 7), 14);
    expectDigits(studentUpperTail(2.2, 10_000), 0.01391484316336754);
  });
});

describe('the gamma and beta functions', () => {
  it('have the logarithms of factorials', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 12);
    }
    expectDigits(logGamma(0.5), Math.log(Math.PI) / 2);
    expectDigits(logGamma(1e7), 151180949.3694739);
    expect(() => logGamma(0)).toThrow(RangeError);
  });

  it('sum of a Poisson distribution is an upper gamma tail', () => {
    // Σ_{i<=4} e^−3 3^i / i! = e^−3 (1 + 3 + 4.5 + 4.5 + 3.375)
    expectDigits(1 - gammaCumulative(3, 5), Math.exp(-3) * 16.375);
  });

  it('of beta have closed forms where a shape is 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        (x, a) => {
          expect(betaCumulative(x, a, 1)).toBeCloseTo(x ** a, 12);
          expect(betaCumulative(x, 1, a)).toBeCloseTo(1 - (1 - x) ** a, 12);
        },
      ),
    );
  });

  it.each([
    [0.01, 150, 400, 4.736197488183656e-164],
    [0.5, 150, 0.5, 4.545762424266873e-47],
    [0.2, 150, 20, 1.3043927209502496e-82],
  ])('at %d of shapes %d and %d keep their digits: %d', (x, a, b, p) => {
    expectDigits(betaCumulative(x, a, b), p);
  });
});

describe('the binomial distribution', () => {
  it.each([
    // The tables of every textbook: n = 10 and n = 20.
    [3, 10, 0.3, 0.6496107184],
    [5, 10, 0.5, 0.623046875],
    [5, 20, 0.5, 0.020694732666015625],
    [0, 10, 0.1, 0.3486784401],
    [500_300, 1_000_000, 0.5, 0.7260799961953751],
    [2000, 100_000, 0.02, 0.5059470038538706],
  ])('has at most %d of %d at %d with probability %d', (k, n, p, probability) => {
    expectDigits(binomialCumulative(k, n, p), probability);
  });

  it('is the sum of its terms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, p) => {
          let term = (1 - p) ** n;
          let sum = 0;
          for (let k = 0; k <= n; k++) {
            sum += term;
            expect(binomialCumulative(k, n, p)).toBeCloseTo(sum, 12);
            term *= (((n - k) / (k + 1)) * p) / (1 - p);
          }
        },
      ),
    );
  });

  it('is nothing below 0 and everything from n', () => {
    expect([-1, 0.9, 3].map((k) => binomialCumulative(k, 3, 0.5))).toEqual([
      0,
      expect.closeTo(0.125, 14),
      1,
    ]);
    expect(() => binomialCumulative(1, 2.5, 0.5)).toThrow(RangeError);
    expect(() => binomialCumulative(1, 2, 1.5)).toThrow(RangeError);
  });
});
