import { settings } from '$lib/disclosure/settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCounts, openCounts, type CountRow, type Counts } from '$lib/disclosure/counts';
import { defaultPolicy, rawPolicy } from '$lib/disclosure/policy';
import type { DisclosurePolicy } from '$lib/disclosure/safe_table';
import { wilsonInterval } from '$lib/statistics/wilson';
import { measure, row, safe, safeRow } from './tables';

const none = (status: string) => ({ value: null, status });
const everyCell = ['numerator', 'denominator', 'value', 'lower', 'upper'] as const;

/** What is hidden besides is tested beside (`complementary.test.ts`). */
const primaryOnly = { ...defaultPolicy, complementary: false };

describe('primary suppression', () => {
  it.each([
    ['a small numerator', row(3, 400)],
    ['a numerator at the threshold', row(5, 400)],
    ['a mean of three months just above the threshold', row(16 / 3, 400)],
    ['a small denominator', row(0, 4)],
    ['a small complement: 19 of 20 tells of one', row(19, 20)],
    ['few people behind many sessions', { ...row(60, 4000), contributors: group(3, 30) }],
    ['few people behind the possible sessions', { ...row(60, 900), contributors: group(5, 5) }],
    ['few people who missed nothing', { ...row(60, 4000), contributors: group(28, 30) }],
  ])('hides the whole row for %s', (_reason, counts) => {
    const shown = safeRow(counts, defaultPolicy);
    expect(shown.status).toBe('c');
    for (const cell of everyCell) expect(shown[cell]).toEqual(none('c'));
  });

  it.each([
    ['six of many', row(6, 400)],
    ['all but six', row(14, 20)],
    ['nobody, which is a true zero', row(0, 20)],
    ['everybody', row(20, 20)],
    ['six people behind the sessions', { ...row(60, 4000), contributors: group(6, 30) }],
  ])('shows %s', (_reason, counts) => {
    const shown = safeRow(counts, defaultPolicy);
    expect(shown.status).toBe('ok');
    expect(shown.numerator).toEqual({ value: counts.numerator, status: 'ok' });
    expect(shown.denominator).toEqual({ value: counts.denominator, status: 'ok' });
    expect(shown.value.value).toBe(counts.numerator! / counts.denominator!);
    const interval = wilsonInterval(counts.numerator!, counts.denominator!)!;
    expect(shown.lower.value).toBe(interval.lower);
    expect(shown.upper.value).toBe(interval.upper);
  });

  it('leaves no number of a hidden row anywhere in the table', () => {
    // Large, unique numbers, hidden because of their complement, so that finding one proves a leak.
    const hiddenRow = fc
      .tuple(fc.integer({ min: 1e11, max: 9e11 }), fc.integer({ min: 1, max: 5 }), fc.boolean())
      .map(([big, small, inPeople]): CountRow => {
        const counts = group(big, big + small);
        return inPeople
          ? { ...row(big + 111, big * 2 + 333), contributors: counts }
          : { ...row(null, null), ...counts };
      });
    fc.assert(
      fc.property(fc.array(hiddenRow, { minLength: 1, maxLength: 8 }), (rows) => {
        const text = JSON.stringify(safe([row(60, 400), ...rows], primaryOnly));
        for (const { numerator, denominator, contributors } of rows) {
          const secrets = [numerator!, denominator!, numerator! / denominator!];
          if (contributors) secrets.push(contributors.numerator, contributors.denominator);
          for (const secret of secrets) expect(text).not.toContain(String(secret));
        }
        expect(text).toContain('400');
      }),
    );
  });

  it('shows a row only when each count in it is zero or above the threshold', () => {
    const counts = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
      .map(([a, b]) => row(Math.min(a, b), Math.max(a, b)));
    const threshold = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(counts, threshold, (one, t) => {
        const shown = safeRow(one, { ...defaultPolicy, threshold: t });
        const parts = [one.numerator!, one.denominator!, one.denominator! - one.numerator!];
        const expected = parts.some((n) => n >= 1 && n <= t);
        expect(shown.status === 'c').toBe(expected);
      }),
    );
  });

  it('is off at threshold 0: every number is shown as it was counted', () => {
    const counts = fc
      .tuple(
        fc.double({ min: 0, max: 9, noNaN: true }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
      )
      .map(([a, b]) => row(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(counts, (one) => {
        const shown = safeRow(one, rawPolicy);
        expect(shown.status).toBe('ok');
        expect(shown.numerator.value).toBe(one.numerator);
        expect(shown.denominator.value).toBe(one.denominator);
      }),
    );
  });
});

describe('rows without a figure', () => {
  it('shows a denominator of zero as zero and the rest as not applicable', () => {
    const shown = safeRow(row(0, 0), defaultPolicy);
    expect(shown.status).toBe('z');
    expect(shown.denominator).toEqual({ value: 0, status: 'ok' });
    for (const cell of ['numerator', 'value', 'lower', 'upper'] as const)
      expect(shown[cell]).toEqual(none('z'));
  });

  it.each([
    ['unavailable', { ...row(60, 400), available: false }],
    ['without a numerator', row(null, 400)],
    ['without a denominator', row(60, null)],
  ])('shows a row %s as not available', (_what, counts) => {
    const shown = safeRow(counts, rawPolicy);
    expect(shown.status).toBe('x');
    for (const cell of everyCell) expect(shown[cell]).toEqual(none('x'));
  });

  it('has no interval when the numerator is not a part of the denominator', () => {
    const shown = safeRow(row(500, 400), defaultPolicy);
    expect(shown.value).toEqual({ value: 1.25, status: 'ok' });
    expect(shown.lower).toEqual(none('z'));
    expect(shown.upper).toEqual(none('z'));
  });
});

describe('rounding', () => {
  const toFive: DisclosurePolicy = {
    ...settings.explore,
    name: 'to 5',
    complementary: false,
    roundingBase: 5,
  };

  it('rounds counts half up and takes rate and interval from the rounded counts', () => {
    const shown = safeRow(row(62.5, 403), toFive);
    expect(shown.numerator.value).toBe(65);
    expect(shown.denominator.value).toBe(405);
    expect(shown.value.value).toBe(65 / 405);
    expect(shown.lower.value).toBe(wilsonInterval(65, 405)!.lower);
  });

  it('says low, not zero, of a count that rounds to zero', () => {
    const shown = safeRow(row(2, 403), { ...toFive, threshold: 0 });
    expect(shown.status).toBe('low');
    expect(shown.numerator).toEqual(none('low'));
    expect(shown.denominator).toEqual({ value: 405, status: 'ok' });
    expect(shown.value).toEqual(none('low'));
    expect(safeRow(row(0, 403), toFive).value).toEqual({ value: 0, status: 'ok' });
  });

  it('cannot be turned back: counts that round alike show alike', () => {
    const near = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 50 }), near, near, (k, a, b) => {
        const one = safeRow(row(5 * k + a, 20 * k + b), toFive);
        const other = safeRow(row(5 * k, 20 * k), toFive);
        expect(one).toEqual(other);
      }),
    );
  });
});

describe('counts and safe tables', () => {
  it('counts have nothing to read', () => {
    const content = { measure, by: [], where: {}, rows: [row(60, 400)], made: sql() };
    const counts = makeCounts(content);
    expect(JSON.stringify(counts)).toBe('{}');
    expect(openCounts(counts)).toBe(content);
    expect(() => openCounts({} as Counts)).toThrow(TypeError);
  });

  it('safe tables carry what made them, keep the order of rows and cannot be changed', () => {
    const table = safe([row(60, 400), row(2, 400), row(70, 400)], primaryOnly);
    expect(table.policy).toBe(primaryOnly);
    expect(table.rows.map((r) => r.status)).toEqual(['ok', 'c', 'ok']);
    expect(Object.isFrozen(table.rows[0]!.value)).toBe(true);
    expect(Object.isFrozen(table.rows)).toBe(true);
  });
});

function group(numerator: number, denominator: number) {
  return { numerator, denominator };
}

function sql() {
  return { sql: 'select 1', parameters: {} };
}
