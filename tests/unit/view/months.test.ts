import { describe, expect, test } from 'vitest';
import {
  headlineOfMonths,
  monthsBetween,
  monthsFromField,
  monthsInWords,
  monthsToField,
  yearOfMonths,
} from '$lib/view/months';

test('months are written into a link and read back', () => {
  const months = { from: '2024-11', to: '2025-03' };
  expect(monthsToField(months)).toBe('2024-11.2025-03');
  expect(monthsFromField('2024-11.2025-03')).toEqual(months);
});

test.each([
  '',
  '2024-11',
  '2025-03.2024-11',
  '2024-13.2025-01',
  '2024-11.2025-03.2025-04',
  '2024-25.2025-26',
  'a.b',
])('a link with the months "%s" names none', (text) => expect(monthsFromField(text)).toBeNull());

test('are put in order, whichever way the reader went', () => {
  expect(monthsBetween('2025-03', '2024-11')).toEqual({ from: '2024-11', to: '2025-03' });
  expect(monthsBetween('2025-03', '2025-03')).toEqual({ from: '2025-03', to: '2025-03' });
});

describe('the academic year', () => {
  test.each([
    ['2024-09', '2024-25'],
    ['2024-12', '2024-25'],
    ['2025-08', '2024-25'],
    ['2025-09', '2025-26'],
    ['2099-09', '2099-00'],
  ])('of months up to %s is %s', (to, year) =>
    expect(yearOfMonths({ from: '2020-01', to })).toBe(year),
  );
});

test('the headline is of December to February of one winter and of no other months', () => {
  expect(headlineOfMonths({ from: '2024-12', to: '2025-02' })).toBe('2025-djf');
  expect(headlineOfMonths({ from: '2023-12', to: '2025-02' })).toBeNull();
  expect(headlineOfMonths({ from: '2024-12', to: '2025-03' })).toBeNull();
});

test('are said in words', () => {
  expect(monthsInWords({ from: '2024-11', to: '2025-03' })).toBe('November 2024 to March 2025');
  expect(monthsInWords({ from: '2024-11', to: '2024-11' })).toBe('November 2024');
});
