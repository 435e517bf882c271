import { describe, expect, it } from 'vitest';
import {
  couldBeChance,
  fifths,
  gapToLastYear,
  publishedBeside,
  ratingOf,
  targetOf,
  type Target,
} from '$lib/comparison/against';
import { gapBetween, gapToRest } from '$lib/comparison/gap';
import type { PublishedFigure } from '$lib/county/county';
import { makeCounts, type CountRow } from '$lib/disclosure/counts';
import { defaultPolicy } from '$lib/disclosure/policy';
import { protect } from '$lib/disclosure/protect';
import type { SafeTable } from '$lib/disclosure/safe_table';
import type { Measure } from '$lib/measures/measure';

const share = {
  id: 'share',
  label: 'Share',
  kind: 'proportion',
  polarity: 'higher_is_worse',
  published: 'share_published',
} as Measure;

type Row = Partial<CountRow> & { readonly numerator: number; readonly denominator: number };

function table(rows: readonly Row[], measure: Measure = share): SafeTable {
  const full = rows.map((row) => ({ period: '2024-25', keys: {}, available: true, ...row }));
  const made = { sql: 'select 1', parameters: {} };
  return protect(
    makeCounts({ measure, by: ['district'], where: {}, rows: full, made }),
    defaultPolicy,
  );
}

const rowOf = (numerator: number, denominator: number, measure: Measure = share) =>
  table([{ numerator, denominator }], measure).rows[0]!;

describe('the gap between two groups', () => {
  it('of proportions has Newcombe’s interval and Katz’s', () => {
    // Newcombe (1998), example (a): 56/70 less 48/80 is 0.2, from 0.0524 to 0.3339
    const { difference, ratio } = gapBetween(share, rowOf(56, 70), rowOf(48, 80));
    if (difference.status !== 'ok' || ratio.status !== 'ok') throw new Error('no gap');
    expect(difference.result.value).toBeCloseTo(0.2, 12);
    expect(difference.result.lower).toBeCloseTo(0.0524, 4);
    expect(difference.result.upper).toBeCloseTo(0.3339, 4);
    expect(ratio.result.value).toBeCloseTo(0.8 / 0.6, 12);
    // the textbook formula: exp(ln RR ± 1.96 √(1/56 − 1/70 + 1/48 − 1/80))
    const error = 1.959963984540054 * Math.sqrt(1 / 56 - 1 / 70 + 1 / 48 - 1 / 80);
    expect(ratio.result.lower).toBeCloseTo((0.8 / 0.6) * Math.exp(-error), 9);
    expect(ratio.result.upper).toBeCloseTo((0.8 / 0.6) * Math.exp(error), 9);
  });

  it('is not available where one of them is hidden', () => {
    const { difference, ratio } = gapBetween(share, rowOf(3, 80), rowOf(48, 80));
    expect([difference.status, ratio.status]).toEqual(['x', 'x']);
  });

  it('of a part is to the rest of the whole, which shares nobody with it', () => {
    const toRest = gapToRest(share, rowOf(56, 70), rowOf(104, 150));
    const between = gapBetween(share, rowOf(56, 70), rowOf(48, 80));
    expect(toRest).toEqual(between);
  });

  it('of rates compares events, of means nothing', () => {
    const rate = { ...share, kind: 'rate' } as Measure;
    const { ratio } = gapBetween(rate, rowOf(40, 20, rate), rowOf(20, 20, rate));
    expect(ratio.status === 'ok' && ratio.result.value).toBe(2);
    const mean = { ...share, kind: 'mean' } as Measure;
    expect(gapBetween(mean, rowOf(40, 20, mean), rowOf(20, 20, mean)).difference.status).toBe('x');
  });
});

it('last year is the same group on the same basis', () => {
  const both = table([
    { numerator: 30, denominator: 100, keys: { district: 'A' } },
    { numerator: 20, denominator: 100, keys: { district: 'A' }, period: '2023-24' },
    { numerator: 90, denominator: 100, keys: { district: 'B' }, period: '2023-24' },
  ]);
  const gap = gapToLastYear(both, both.rows[0]!);
  expect(gap?.difference.status === 'ok' && gap.difference.result.value).toBeCloseTo(0.1, 12);
  expect(gapToLastYear(both, both.rows[2]!)).toBeNull();
});

it('a published figure stands beside ours only for the very same period', () => {
  const figure = (area: string, period: string, value: number | null): PublishedFigure => ({
    measure: 'share_published',
    area,
    areaKind: area === 'England' ? 'england' : 'neighbour',
    period,
    value,
  });
  const published = [
    figure('England', '2024-25', 0.2),
    figure('England', '2023-24', 0.1),
    figure('Essex', '2024-25', 0.31),
    figure('Devon', '2024-25', null),
  ];
  const beside = publishedBeside(share, rowOf(300, 1000), published);
  expect(beside.map(({ figure: { area } }) => area)).toEqual(['England', 'Essex']);
  expect(beside[0]?.difference).toBeCloseTo(0.1, 12);
  // 300 of 1,000 has a Wilson interval of about 27.2 to 32.9 %
  expect(beside.map(({ beyondChance }) => beyondChance)).toEqual([true, false]);
  expect(publishedBeside(share, rowOf(3, 1000), published)).toEqual([]);
});

describe('a target', () => {
  const target: Target = {
    measure: 'share',
    district: null,
    period: '2024-25',
    target: 0.18,
    floor: 0.21,
  };

  it('is green when met, amber when only the floor is, red beyond; the line itself is met', () => {
    expect(ratingOf(share, rowOf(180, 1000), target)).toBe('green');
    expect(ratingOf(share, rowOf(181, 1000), target)).toBe('amber');
    expect(ratingOf(share, rowOf(210, 1000), target)).toBe('amber');
    expect(ratingOf(share, rowOf(211, 1000), target)).toBe('red');
    expect(ratingOf(share, rowOf(2, 1000), target)).toBeNull();
  });

  it('turns round where more is better, and has no colour where neither is', () => {
    const better = { ...share, polarity: 'higher_is_better' } as Measure;
    const offers = { ...target, target: 0.95, floor: 0.9 };
    expect(ratingOf(better, rowOf(950, 1000), offers)).toBe('green');
    expect(ratingOf(better, rowOf(899, 1000), offers)).toBe('red');
    expect(ratingOf({ ...share, polarity: 'neutral' } as Measure, rowOf(1, 2), target)).toBeNull();
  });

  it('of a district is not the county’s, nor the county’s a district’s', () => {
    const own = { ...target, district: 'E07000114', target: 0.2 };
    expect(targetOf(share, '2024-25', 'E07000114', [target, own])).toBe(own);
    expect(targetOf(share, '2024-25', null, [target, own])).toBe(target);
    expect(targetOf(share, '2024-25', null, [own])).toBeNull();
    expect(targetOf(share, '2024-25', 'E07000113', [target, own])).toBeNull();
    expect(targetOf(share, '2023-24', null, [target])).toBeNull();
  });

  it('may be met or missed by chance while the interval holds the line', () => {
    // 19.5 % of 200 is 14.6 to 25.5 % by Wilson, so the target of 18 % lies within; of 20,000 it does not
    expect(couldBeChance(share, rowOf(39, 200), target)).toBe(true);
    expect(couldBeChance(share, rowOf(3900, 20_000), target)).toBe(false);
    // 23 % of 200 misses the floor of 21 %, which its interval of 17.7 to 29.3 % holds
    expect(couldBeChance(share, rowOf(46, 200), target)).toBe(true);
    expect(couldBeChance(share, rowOf(2, 200), target)).toBeNull();
  });
});

it('fifths are on unrounded values, 1 the best, and leave hidden areas out', () => {
  // to one decimal these would all be 0.1
  const values = [0.105, 0.101, 0.104, 0.102, 0.103, null];
  expect(fifths(share, values)).toEqual([5, 1, 4, 2, 3, null]);
  const better = { ...share, polarity: 'higher_is_better' } as Measure;
  expect(fifths(better, values)).toEqual([1, 5, 2, 4, 3, null]);
  expect(fifths(share, [0.1, 0.2])).toEqual([null, null]);
});
