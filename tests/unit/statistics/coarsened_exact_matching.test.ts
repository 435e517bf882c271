import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarsenedExactMatching } from '$lib/statistics/coarsened_exact_matching';

describe('coarsened exact matching', () => {
  it('weights a case small enough to do by hand', () => {
    // Matched: a and b, with 5 treated and 5 untreated. Weights (2/4)·(5/5) and (3/1)·(5/5).
    const matching = coarsenedExactMatching([
      { stratum: 'a', treated: 2, untreated: 4 },
      { stratum: 'b', treated: 3, untreated: 1 },
      { stratum: 'c', treated: 1, untreated: 0 },
      { stratum: 'd', treated: 0, untreated: 5 },
    ]);
    expect(matching.treated).toBe(5);
    expect(matching.untreated).toBe(5);
    expect([...matching.weights]).toEqual([
      ['a', 0.5],
      ['b', 3],
    ]);
    // ½ (|2/6 − 4/10| + |3/6 − 1/10| + 1/6 + 5/10)
    expect(matching.imbalance).toBeCloseTo((1 / 15 + 0.4 + 1 / 6 + 0.5) / 2, 12);
  });

  const count = fc.integer({ min: 0, max: 50 });
  const strata = fc
    .array(fc.record({ treated: count, untreated: count }), { minLength: 1, maxLength: 30 })
    .map((all) => all.map((one, i) => ({ stratum: `${i}`, ...one })));

  it('makes the untreated lie over the strata as the treated do, with weights that sum to them', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const { weights, treated, untreated, imbalance } = coarsenedExactMatching(all);
        expect(imbalance).toBeGreaterThanOrEqual(0);
        expect(imbalance).toBeLessThanOrEqual(1 + 1e-12);
        let total = 0;
        for (const stratum of all) {
          const weight = weights.get(stratum.stratum);
          expect(weight !== undefined).toBe(stratum.treated > 0 && stratum.untreated > 0);
          if (weight === undefined) continue;
          total += weight * stratum.untreated;
          expect((weight * stratum.untreated) / untreated).toBeCloseTo(
            stratum.treated / treated,
            10,
          );
        }
        if (weights.size > 0) expect(total).toBeCloseTo(untreated, 8);
      }),
    );
  });

  it('finds nobody where nobody is alike', () => {
    const none = coarsenedExactMatching([
      { stratum: 'a', treated: 9, untreated: 0 },
      { stratum: 'b', treated: 0, untreated: 9 },
    ]);
    expect(none.weights.size).toBe(0);
    expect(none.imbalance).toBe(1);
    expect(coarsenedExactMatching([]).imbalance).toBe(1);
  });
});
