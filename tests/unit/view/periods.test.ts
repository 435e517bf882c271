import { expect, test } from 'vitest';
import {
  headlinePeriod,
  monthsOf,
  periodBefore,
  periodLabel,
  periodOf,
} from '../../../src/lib/view/periods';

test('an academic year runs from September to August', () => {
  const months = monthsOf('2024-25');
  expect(months).toHaveLength(12);
  expect([months[0], months[3], months[4], months[11]]).toEqual([
    '2024-09',
    '2024-12',
    '2025-01',
    '2025-08',
  ]);
});

test('the NEET headline of 2024/25 is December 2024 to February 2025', () => {
  expect(headlinePeriod('2024-25')).toBe('2025-djf');
  expect(periodLabel('2025-djf')).toBe('December 2024 to February 2025');
});

test('every kind of period has the same period a year before, and a name', () => {
  const kinds = [
    ['2024-25', '2023-24', '2024/25'],
    ['2024-25-t3', '2023-24-t3', '2024/25 term 3'],
    ['2024-25-ytd', '2023-24-ytd', '2024/25 so far'],
    ['2025-01', '2024-01', 'January 2025'],
    ['2025-djf', '2024-djf', 'December 2024 to February 2025'],
  ] as const;
  for (const [period, before, label] of kinds) {
    expect(periodBefore(period)).toBe(before);
    expect(periodLabel(period)).toBe(label);
  }
  expect(periodOf('2024-25', 't3')).toBe('2024-25-t3');
});
