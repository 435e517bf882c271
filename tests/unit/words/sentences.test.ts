import { describe, expect, test } from 'vitest';
import { kent } from '../../../src/lib/county';
import { changeBetween, sayChange } from '../../../src/lib/words/change';
import { placeDistricts } from '../../../src/lib/words/expected_range';
import { sayDistricts, sayFigure } from '../../../src/lib/words/sentences';
import { districtTable, fakeTable, hiddenRow, shownRow } from '../charts/fixtures';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const lastYear = { period: '2024-djf', than: 'last year' };

describe('a headline sentence', () => {
  test('says level, counts, change and whether chance could explain it', () => {
    const table = fakeTable('neet_or_not_known', [
      shownRow('2024-djf', 2909, 38780),
      shownRow('2025-djf', 3129, 38780),
    ]);
    expect(plain(sayFigure(table, '2025-djf', 'Kent', lastYear))).toBe(
      '8.1 % of 16 and 17 year olds in Kent are NEET or not known (3,129 of 38,780), up 0.6 points on last year, more than chance would explain.',
    );
  });

  test('of a small place says that its change could be chance', () => {
    const table = fakeTable('neet_or_not_known', [
      shownRow('2024-djf', 70, 900),
      shownRow('2025-djf', 76, 900),
    ]);
    expect(sayFigure(table, '2025-djf', 'Thanet', lastYear)).toContain('which could be chance');
  });

  test('of a hidden figure gives the reason and no number', () => {
    const table = fakeTable('neet_or_not_known', [
      shownRow('2024-djf', 70, 900),
      hiddenRow('2025-djf'),
    ]);
    const sentence = sayFigure(table, '2025-djf', 'Thanet', lastYear);
    expect(sentence).toContain('hidden to protect people');
    expect(sentence).not.toMatch(/\d/);
  });

  test('beside a hidden last year says nothing of a change', () => {
    const table = fakeTable('neet_or_not_known', [
      hiddenRow('2024-djf'),
      shownRow('2025-djf', 76, 900),
    ]);
    expect(sayFigure(table, '2025-djf', 'Thanet', lastYear)).not.toContain('last year');
  });

  test('of a period without data says so', () => {
    const table = fakeTable('persistent_absence', []);
    expect(sayFigure(table, '2024-25', 'Kent', null)).toBe(
      'There is no figure yet for persistent absence in Kent.',
    );
  });
});

describe('a change', () => {
  const { measure } = fakeTable('persistent_absence', []);

  test('has its polarity: less absence is better', () => {
    const change = changeBetween(
      measure,
      shownRow('2024-25', 1900, 10000),
      shownRow('2023-24', 2200, 10000),
    );
    expect(change).toMatchObject({ arrow: '↓', sense: 'better', certain: true });
    expect(change && plain(sayChange(measure, change, 'last year'))).toBe(
      'down 3.0 points on last year',
    );
  });

  test('that rounds to nothing is no change', () => {
    const change = changeBetween(
      measure,
      shownRow('2024-25', 190001, 1000000),
      shownRow('2023-24', 190000, 1000000),
    );
    expect(change).toMatchObject({ arrow: '→', sense: 'neither' });
  });

  test('of a neutral measure is neither better nor worse', () => {
    const services = fakeTable('service_involvement', []).measure;
    const change = changeBetween(
      services,
      shownRow('2025-07', 900, 10000),
      shownRow('2024-07', 500, 10000),
    );
    expect(change?.sense).toBe('neither');
  });
});

describe('districts', () => {
  const alike = kent.districts.map((): readonly [number, number] => [2000, 10000]);

  test('one far above eleven alike stands out', () => {
    const counts = alike.map((pair, index) => (index === 9 ? ([3500, 10000] as const) : pair));
    const table = districtTable('persistent_absence', '2024-25', counts);
    expect(sayDistricts([{ table, period: '2024-25' }], kent)).toEqual([
      'Thanet is above the range expected of a Kent district for persistent absence.',
    ]);
  });

  test('twelve alike do not, and that is said once for all measures', () => {
    const absence = districtTable('persistent_absence', '2024-25', alike);
    const neet = districtTable('neet', '2025-djf', alike);
    const sentences = sayDistricts(
      [
        { table: neet, period: '2025-djf' },
        { table: absence, period: '2024-25' },
      ],
      kent,
    );
    expect(sentences).toEqual([
      'No district stands out on NEET or on persistent absence: their differences are within the expected range.',
    ]);
  });

  test('hidden ones are named as hidden and take no part in the range', () => {
    const counts = alike.map((pair, index) => (index === 9 ? ([null, 0] as const) : pair));
    const table = districtTable('persistent_absence', '2024-25', counts);
    const { placed, hidden } = placeDistricts(table, '2024-25', kent);
    expect(placed).toHaveLength(11);
    expect(hidden.map(({ code }) => code)).toEqual(['E07000114']);
    expect(sayDistricts([{ table, period: '2024-25' }], kent).at(-1)).toBe(
      'Hidden to protect people: Thanet (persistent absence).',
    );
  });

  test('people whose district is not known are no district', () => {
    const table = fakeTable(
      'persistent_absence',
      [shownRow('2024-25', 50, 100, { district: 'unknown' })],
      ['district'],
    );
    expect(placeDistricts(table, '2024-25', kent).placed).toEqual([]);
  });
});
