import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealIntoFolds } from '$lib/statistics/random_folds';
import { seededRandom } from '$lib/statistics/seeded_random';

describe('people dealt into folds', () => {
  it('are all in one fold each, the same for the same seed', () => {
    const row = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
      .map(([events, others]) => ({ events, trials: events + others }));
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 7 }), fc.integer(), (rows, n, seed) => {
        const events = rows.map((each) => each.events);
        const trials = rows.map((each) => each.trials);
        const folds = dealIntoFolds(events, trials, n, seededRandom(seed));
        expect(folds).toHaveLength(n);
        const total = (of: 'events' | 'others', i: number) =>
          folds.reduce((sum, fold) => sum + fold[of][i]!, 0);
        for (const [i, each] of rows.entries()) {
          expect(total('events', i)).toBe(each.events);
          expect(total('others', i)).toBe(each.trials - each.events);
        }
        expect(dealIntoFolds(events, trials, n, seededRandom(seed))).toEqual(folds);
      }),
    );
  });

  it('come to about as many in each', () => {
    const folds = dealIntoFolds([10_000], [30_000], 5, seededRandom(3));
    // 2,000 ± 4√(10,000·0.2·0.8) with the event, 4,000 ± 4√(20,000·0.2·0.8) without.
    for (const fold of folds) {
      expect(Math.abs(fold.events[0]! - 2000)).toBeLessThan(160);
      expect(Math.abs(fold.others[0]! - 4000)).toBeLessThan(227);
    }
  });
});
