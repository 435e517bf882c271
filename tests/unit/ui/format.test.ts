import { describe, expect, test } from 'vitest';
import { formatInTable, formatValue, sayInterval } from '../../../src/lib/ui/cell';
import {
  formatCount,
  formatDate,
  formatList,
  formatMany,
  formatMonth,
  formatPer1000,
  formatPercent,
  formatPoints,
  formatTick,
} from '../../../src/lib/ui/format';
import { unitForms } from '../../../src/lib/ui/units';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  test('percentages have one decimal, halves up, although binary fractions fall short', () => {
    expect(plain(formatPercent(0.0705))).toBe('7.1 %');
    expect(plain(formatPercent(0.07045))).toBe('7.0 %');
    expect(plain(formatPercent(0.081))).toBe('8.1 %');
    expect(plain(formatPercent(0))).toBe('0.0 %');
    expect(plain(formatPercent(1))).toBe('100.0 %');
  });

  test('thousands have commas and a mean of counts is whole', () => {
    expect(formatCount(38780)).toBe('38,780');
    expect(formatCount(1001.5)).toBe('1,002');
  });

  test('rates are per 1,000 and points unsigned', () => {
    expect(plain(formatPer1000(0.0412))).toBe('41.2 per 1,000');
    expect(plain(formatPoints(-0.006))).toBe('0.6 points');
    expect(plain(formatPoints(0.01))).toBe('1.0 point');
  });

  test('a very small fraction is not shown in powers of ten', () => {
    expect(plain(formatPercent(1e-9))).toBe('0.0 %');
  });
});

describe('what happens to a few in 10,000', () => {
  // 13 permanent exclusions of 25,600 pupils: 13 / 25,600 = 0.00050781…
  const rate = 13 / 25_600;

  test('has four decimals per 100, in words, tables, intervals and on axes', () => {
    expect(plain(formatValue(rate, 'per_100_rare'))).toBe('0.0508 per 100');
    const ok = (value: number) => ({ value, status: 'ok' as const });
    expect(formatInTable(ok(rate), 'per_100_rare')).toBe('0.0508');
    expect(plain(sayInterval(ok(0.00027), ok(0.00087), 'per_100_rare') ?? '')).toBe(
      '95 % interval 0.0270 per 100 to 0.0870 per 100',
    );
    // a tick at 0.005 would be a second 0.01 with two decimals
    expect(formatTick(0.00005, unitForms.per_100_rare)).toBe('0.005');
  });

  test('leaves the two decimals of what happens to many', () => {
    expect(plain(formatValue(0.0931, 'per_100'))).toBe('9.31 per 100');
    expect(formatTick(0.05, unitForms.percent)).toBe('5\u00a0%');
  });
});

test('two percentages lie points apart, which are no percentage', () => {
  expect(formatValue(-0.0164, 'points')).toBe('-1.6');
});

describe('words', () => {
  test('dates are as people write them', () => {
    expect(formatDate('2026-03-03')).toBe('3 March 2026');
    expect(formatMonth('2025-12')).toBe('December 2025');
  });

  test('lists and counts of things', () => {
    expect(formatList(['Thanet'])).toBe('Thanet');
    expect(formatList(['Thanet', 'Swale', 'Dover'])).toBe('Thanet, Swale and Dover');
    expect(plain(formatMany(1, 'file'))).toBe('1 file');
    expect(plain(formatMany(24, 'file'))).toBe('24 files');
  });
});
