import { describe, expect, test } from 'vitest';
import { bandsOf, monthsAcross } from '$lib/charts/month_brush';
import type { Mark } from '$lib/charts/picture';

const months = ['2024-09', '2024-10', '2024-11', '2024-12', '2025-01'];

/** Marks 20 apart from `left`, one a month. */
const axis = (left: number): Mark[] =>
  months.map((month, index) => ({
    key: `${left} ${month}`,
    x: left + 20 * index,
    y: 50,
    name: month,
    said: '',
    filters: null,
    month,
  }));

describe('one axis of time', () => {
  test('shows chosen months half a step to either side', () => {
    expect(bandsOf(axis(100), { from: '2024-10', to: '2024-12' })).toEqual([
      { left: 110, width: 60 },
    ]);
  });

  test('shows nothing of months that it does not have', () => {
    expect(bandsOf(axis(100), { from: '2023-10', to: '2023-12' })).toEqual([]);
  });

  test('gives the months between two places, in either direction', () => {
    expect(monthsAcross(axis(100), 118, 163)).toEqual({ from: '2024-10', to: '2024-12' });
    expect(monthsAcross(axis(100), 400, 90)).toEqual({ from: '2024-09', to: '2025-01' });
  });
});

describe('pictures side by side', () => {
  const both = [...axis(0), ...axis(300)];

  test('each show what is chosen', () => {
    expect(bandsOf(both, { from: '2024-09', to: '2024-09' })).toEqual([
      { left: -10, width: 20 },
      { left: 290, width: 20 },
    ]);
  });

  test('are brushed one at a time: a drag that leaves one ends at its last month', () => {
    expect(monthsAcross(both, 42, 340)).toEqual({ from: '2024-11', to: '2025-01' });
    expect(monthsAcross(both, 341, 0)).toEqual({ from: '2024-09', to: '2024-11' });
  });
});

test('several lines over one axis are one axis', () => {
  const lines = [...axis(0), ...axis(0)];
  expect(bandsOf(lines, { from: '2024-10', to: '2024-11' })).toEqual([{ left: 10, width: 40 }]);
});

test('a picture without months has none to choose', () => {
  const plain = axis(0).map((mark) => {
    const copy: Partial<Mark> = { ...mark };
    delete (copy as { month?: string }).month;
    return copy as Mark;
  });
  expect(monthsAcross(plain, 0, 100)).toBeNull();
  expect(bandsOf(plain, { from: '2024-09', to: '2024-10' })).toEqual([]);
});
