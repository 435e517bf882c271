import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  outsideLimits,
  shifts,
  trends,
  twoInThree,
  type Direction,
} from '$lib/statistics/process_signals';
import { golden } from './golden';

/** The flags as a picture: ^ high, v low, . none. */
const picture = (flags: readonly (Direction | null)[]): string =>
  flags.map((flag) => (flag === null ? '.' : flag === 'high' ? '^' : 'v')).join('');

describe('a point outside the limits', () => {
  it('is beyond them, not on them', () => {
    expect(picture(outsideLimits([1, 2, 5, 8, 9], { lower: 2, upper: 8 }))).toBe('v...^');
  });
});

describe('a shift', () => {
  it.each([
    // The cases of NHSRplotthedots' test of seven points on one side, and the flags that follow.
    ['++++++', '......'],
    ['++++++-', '.......'],
    ['+++++++', '^^^^^^^'],
    ['++++++++-', '^^^^^^^^.'],
    ['--------+', 'vvvvvvvv.'],
    ['+++0++++', '........'],
    ['+++++++0-------', '^^^^^^^.vvvvvvv'],
    ['', ''],
  ])('in %s is %s', (sides, expected) => {
    const values = [...sides].map((side) => (side === '+' ? 6 : side === '-' ? 4 : 5));
    expect(picture(shifts(values, 5))).toBe(expected);
  });
});

describe('a trend', () => {
  it('of seven flags all seven, and is complete at the golden point', () => {
    const { y, flag_at } = golden.xmr_rules.trend7;
    expect(picture(trends(y))).toBe('^^^^^^^');
    expect(picture(trends(y.slice(0, flag_at - 1)))).toBe('......');
  });

  it.each([
    // The cases of NHSRplotthedots' test of seven points in a trend, and the flags that follow.
    [[1, 2, 3, 4, 5, 6], '......'],
    [[1, 2, 3, 3, 4, 5, 6], '.......'],
    [[2, 1, 2, 3, 4, 5, 6, 7, 3], '.^^^^^^^.'],
    [[7, 6, 5, 4, 3, 2, 1], 'vvvvvvv'],
    [[2, 7, 6, 5, 4, 3, 2, 1, 3], '.vvvvvvv.'],
    [[1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], '^^^^^^vvvvvvv'],
    [[5], '.'],
    [[], ''],
  ])('in %j is %s', (values, expected) => {
    expect(picture(trends(values))).toBe(expected);
  });
});

describe('two in three', () => {
  const inner = { lower: 2, upper: 8 };

  it('flags the near points of the golden window alone', () => {
    const { near, expected } = golden.xmr_rules.two_in_three;
    const flags = twoInThree(
      near.map((isNear) => (isNear ? 9 : 6)),
      5,
      inner,
    );
    expect(flags.map((flag) => (flag === null ? 0 : 1))).toEqual(
      near.map((isNear, i) => isNear * expected[i]!),
    );
    expect(picture(flags)).toBe('..^.^..');
  });

  it.each([
    ['neighbours', [5.5, 9, 9, 5.5], '.^^.'],
    ['below', [4, 1, 4, 1, 4], '.v.v.'],
    ['on either side', [6, 9, 1, 6], '....'],
    ['with the third on the other side of the mean', [6, 4, 9, 4, 9, 4, 6], '.......'],
    ['too far apart', [9, 6, 6, 9], '....'],
    ['on the inner limit', [8, 8, 8], '...'],
    ['three of three', [9, 9, 9], '^^^'],
    ['at the start, when the third is on the other side', [9, 9, 4], '...'],
    ['too few', [9, 9], '..'],
  ])('%s', (_, values, expected) => {
    expect(picture(twoInThree(values, 5, inner))).toBe(expected);
  });
});

describe('every rule', () => {
  it('sees a mirrored series mirrored', () => {
    const series = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 40 });
    const mirror = { '^': 'v', v: '^', '.': '.' } as const;
    const turn = (flags: string) => [...flags].map((flag) => mirror[flag as '^']).join('');
    const outer = { lower: -5, upper: 5 };
    const near = { lower: -3, upper: 3 };
    fc.assert(
      fc.property(series, (values) => {
        const negative = values.map((value) => -value);
        expect(picture(outsideLimits(negative, outer))).toBe(
          turn(picture(outsideLimits(values, outer))),
        );
        expect(picture(shifts(negative, 0))).toBe(turn(picture(shifts(values, 0))));
        expect(picture(trends(negative))).toBe(turn(picture(trends(values))));
        expect(picture(twoInThree(negative, 0, near))).toBe(
          turn(picture(twoInThree(values, 0, near))),
        );
      }),
    );
  });
});
