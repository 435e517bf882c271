import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatDate,
  formatList,
  formatMany,
  formatMonth,
  formatPer1000,
  formatPercent,
  formatPoints,
} from '../../../src/lib/ui/format';

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
