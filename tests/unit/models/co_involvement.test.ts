import { describe, expect, it } from 'vitest';
import { coInvolvement, type PairCount } from '$lib/models/co_involvement';
import { resultOf } from '../statistics/result_of';

function pair(first: string, second: string, counts: readonly number[]): PairCount {
  const [both, onlyFirst, onlySecond, neither] = counts as [number, number, number, number];
  return { first, second, table: { both, onlyFirst, onlySecond, neither } };
}

const strong = pair('absence', 'exclusion', [189, 10845, 104, 10933]);
const none = pair('absence', 'licence', [100, 900, 500, 4500]);

describe('co-involvement', () => {
  it('has the published risk ratio and test', () => {
    // Agresti (2002), table 2.1: relative risk 1.82, 95 % interval 1.43 to 2.31; X² = 25.01.
    const [found] = resultOf(coInvolvement({ pairs: [strong] })).pairs;
    const ratio = resultOf(found!.riskRatio);
    expect(ratio.value).toBeCloseTo(1.818, 3);
    expect(ratio.lower).toBeCloseTo(1.433, 3);
    expect(ratio.upper).toBeCloseTo(2.306, 3);
    expect(found!.pValue).toBeCloseTo(5.69e-7, 9);
    expect(found!.both).toBe(189);
    expect(found!.sentence).toBe(
      'People with absence are 1.8 times as likely to have exclusion as people without (95 % interval 1.4 to 2.3), a difference beyond chance; it says nothing about cause.',
    );
  });

  it('allows for the number of pairs: Benjamini and Hochberg', () => {
    const pairs = [strong, none, none, none];
    const found = resultOf(coInvolvement({ pairs }));
    // Strongest lift first; the smallest of four values times four.
    expect(found.pairs[0]!.adjusted).toBeCloseTo(4 * found.pairs[0]!.pValue, 15);
    expect(found.pairs[0]!.beyondChance).toBe(true);
    expect(found.pairs[1]!.adjusted).toBeCloseTo(1, 9);
    expect(found.pairs[1]!.beyondChance).toBe(false);
    expect(resultOf(found.pairs[1]!.lift).value).toBeCloseTo(1, 12);
    expect(found.pairs[1]!.sentence).toContain('a difference that chance could make');
  });

  it('withholds pairs with few people in a cell, and leaves them out of the family', () => {
    const small = pair('absence', 'care', [5, 1000, 200, 9000]);
    const whole = pair('absence', 'school', [500, 0, 500, 0]);
    const found = resultOf(coInvolvement({ pairs: [strong, small, whole] }));
    expect(found.pairs.map(({ second }) => second)).toEqual(['exclusion']);
    expect(found.pairs[0]!.adjusted).toBe(found.pairs[0]!.pValue);
    expect(found.withheld.map(({ second }) => second)).toEqual(['care', 'school']);
    expect(JSON.stringify(found.withheld)).not.toContain('5,');
  });

  it('says so when nobody has both, or everybody with one has the other', () => {
    const { pairs } = resultOf(
      coInvolvement({
        pairs: [pair('a', 'b', [0, 50, 50, 100]), pair('c', 'd', [50, 50, 0, 100])],
      }),
    );
    expect(pairs.map(({ sentence }) => sentence.split(',')[0])).toEqual([
      'Everybody with d also has c',
      'Nobody has both a and b',
    ]);
    expect(pairs[1]!.lift.status).toBe('u');
    expect(pairs[0]!.riskRatio.status).toBe('x');
  });

  it('calls about one pair in twenty or fewer beyond chance by mistake', () => {
    // 100 pairs that have nothing to do with each other, spread over their margins by rounding.
    const pairs = Array.from({ length: 100 }, (_, i) => {
      const [first, second] = [100 + 7 * i, 120 + 5 * i];
      const both = Math.round((first * second) / 3000);
      return pair(`${i}`, 'x', [both, first - both, second - both, 3000 - first - second + both]);
    });
    const found = resultOf(coInvolvement({ pairs, fewest: 1 }));
    expect(found.pairs.filter(({ beyondChance }) => beyondChance)).toHaveLength(0);
  });

  it('needs pairs', () => {
    expect(coInvolvement({ pairs: [] }).status).toBe('x');
    expect(coInvolvement({ pairs: [pair('a', 'b', [1, 2, 3, 4])] }).status).toBe('u');
  });
});
