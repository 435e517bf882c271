import { describe, expect, it } from 'vitest';
import {
  canBeCompared,
  gapsTo,
  gapsToRest,
  largestGroup,
  widestGap,
  type ComparedGroup,
} from '$lib/comparison/group_gaps';
import { measureNamed } from '$lib/measures/catalogue';
import type { Measure } from '$lib/measures/measure';
import { hiddenRow, shownRow } from '../charts/fixtures';

const persistent = measureNamed('persistent_absence')!;
const group = (code: string, numerator: number | null, denominator = 100): ComparedGroup => ({
  code,
  row: numerator === null ? hiddenRow('2024-25') : shownRow('2024-25', numerator, denominator),
});

// Newcombe (1998), example (a): 56/70 less 48/80 is 0.2, from 0.0524 to 0.3339
const some = [group('a', 56, 70), group('b', 48, 80), group('c', null)];

describe('gaps to one group', () => {
  const [a, b, c] = gapsTo(persistent, some, some[1]!);

  it('are differences and ratios with their intervals', () => {
    expect(a?.difference?.value.value).toBeCloseTo(0.2, 12);
    expect(a?.difference?.lower.value).toBeCloseTo(0.0524, 4);
    expect(a?.difference?.upper.value).toBeCloseTo(0.3339, 4);
    expect(a?.ratio?.value.value).toBeCloseTo(4 / 3, 12);
    expect(a?.beyondChance).toBe(true);
  });

  it('leave out the group itself', () => {
    expect(b).toMatchObject({ difference: null, ratio: null, beyondChance: null });
  });

  it('say nothing of a hidden group but that it is hidden', () => {
    const hidden = { value: null, status: 'c' };
    expect(c?.difference).toEqual({ value: hidden, lower: hidden, upper: hidden });
    expect(c?.ratio).toEqual({ value: hidden, lower: hidden, upper: hidden });
    expect(c?.beyondChance).toBeNull();
  });

  it('to a hidden group there are none', () => {
    const [first] = gapsTo(persistent, some, some[2]!);
    expect(first?.difference?.value).toEqual({ value: null, status: 'c' });
  });

  it('could be chance where zero lies within the interval', () => {
    // 22 of 100 and 20 of 100: 2 points, give or take more than 10
    const [gap] = gapsTo(persistent, [group('a', 22), group('b', 20)], group('b', 20));
    expect(gap?.beyondChance).toBe(false);
  });

  it('of means are plain differences without an interval', () => {
    const mean = { ...persistent, kind: 'mean' } as Measure;
    const [gap] = gapsTo(mean, [group('a', 30), group('b', 20)], group('b', 20));
    expect(gap?.difference?.value.value).toBeCloseTo(0.1, 12);
    expect(gap?.difference?.lower.value).toBeNull();
    expect(gap?.ratio?.value.value).toBeCloseTo(1.5, 12);
    expect(gap?.beyondChance).toBeNull();
  });

  it('have no ratio to a group that has none', () => {
    const [gap] = gapsTo(persistent, [group('a', 30), group('b', 0)], group('b', 0));
    expect(gap?.difference?.value.value).toBeCloseTo(0.3, 12);
    expect(gap?.ratio?.value.value).toBeNull();
  });
});

it('gaps to the rest take the group out of the whole first', () => {
  // 104/150 less 56/70 leaves 48/80, so the gap is that of the two groups
  const whole = shownRow('2024-25', 104, 150);
  const [gap] = gapsToRest(persistent, [some[0]!], whole);
  expect(gap?.difference?.value.value).toBeCloseTo(0.2, 12);
  expect(gap?.difference?.lower.value).toBeCloseTo(0.0524, 4);
});

it('a part that is more than its whole, as after rounding, has no rest', () => {
  const [gap] = gapsToRest(persistent, [group('a', 20, 30)], shownRow('2024-25', 15, 60));
  expect(gap?.difference?.value).toEqual({ value: null, status: 'u' });
});

it('the widest gap is between the highest and the lowest that are shown and known', () => {
  const found = widestGap(persistent, [
    group('a', 20),
    group('unknown', 90),
    group('b', 35),
    group('c', null),
    group('d', 10),
  ]);
  expect([found?.highest.code, found?.lowest.code]).toEqual(['b', 'd']);
  expect(found?.gap.difference?.value.value).toBeCloseTo(0.25, 12);
  expect(widestGap(persistent, [group('a', 20), group('b', 20)])).toBeNull();
});

it('groups are held against the largest that is shown and known', () => {
  const groups = [
    group('a', 5, 80),
    group('b', 9, 200),
    group('unknown', 9, 900),
    group('c', null),
  ];
  expect(largestGroup(groups)?.code).toBe('b');
  expect(largestGroup([group('c', null)])).toBeNull();
});

describe('groups are not compared', () => {
  const two = [group('a', 20), group('b', 30)];

  it('unless two of them are shown and differ', () => {
    expect(canBeCompared(persistent, 'sex', two)).toBe(true);
    expect(canBeCompared(persistent, 'sex', [group('a', 20), group('b', null)])).toBe(false);
    expect(canBeCompared(persistent, 'sex', [group('a', 20), group('b', 20)])).toBe(false);
  });

  it('where they are the same people, kinds of one denominator, or numbers', () => {
    expect(canBeCompared(persistent, 'week', two)).toBe(false);
    expect(canBeCompared(measureNamed('absence_bands')!, 'absence_band', two)).toBe(false);
    expect(canBeCompared({ ...persistent, kind: 'count' }, 'sex', two)).toBe(false);
  });
});
