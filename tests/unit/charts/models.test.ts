import { describe, expect, test } from 'vitest';
import { kent } from '../../../src/lib/county';
import {
  districtFigures,
  districtTable as twin,
  sayDistrict,
} from '../../../src/lib/charts/district_rows';
import { classLabel, classOf, mapClasses } from '../../../src/lib/charts/map_classes';
import { mapTitle } from '../../../src/lib/charts/map_title';
import {
  monthlySeries,
  monthsShown,
  monthlyTable,
  monthlyTitle,
  sayMonth,
} from '../../../src/lib/charts/monthly_rates';
import { rankedTitle } from '../../../src/lib/charts/ranked_title';
import {
  serviceFigures,
  serviceList,
  serviceTable,
  serviceTitle,
} from '../../../src/lib/charts/service_districts';
import { districtRow, districtTable, fakeTable, hiddenRow, shownRow } from './fixtures';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const county = fakeTable('persistent_absence', [shownRow('2024-25', 42336, 218000)]);

describe('ranked districts', () => {
  // Ashford 20 %, Canterbury hidden, Dartford 20.1 % … Tunbridge Wells 21.1 %
  const counts = kent.districts.map(({ code }, index): readonly [number | null, number] =>
    code === 'E07000106' ? [null, 0] : [2000 + 10 * index, 10000],
  );
  const figures = districtFigures(
    districtTable('persistent_absence', '2024-25', counts),
    county,
    '2024-25',
    kent,
  );

  test('are in the order of their values, hidden ones last', () => {
    expect(figures.districts.map(({ name }) => name).at(0)).toBe('Tunbridge Wells');
    expect(figures.districts.map(({ name }) => name).at(-1)).toBe('Canterbury');
  });

  test('a hidden district is spoken as hidden, with no number', () => {
    const hidden = figures.districts.at(-1);
    expect(hidden && sayDistrict(figures, hidden)).toBe(
      'hidden to protect people, because few are counted',
    );
  });

  test('a shown one is spoken with interval, gap and place in the range', () => {
    const top = figures.districts[0];
    const said = plain(top ? sayDistrict(figures, top) : '');
    expect(said).toMatch(
      /^21\.1 %; 95 % interval 20\.3 % to 21\.9 %; 1\.7 points above Kent; within/,
    );
  });

  test('a title over hidden districts speaks only of those shown', () => {
    expect(plain(rankedTitle(figures))).toContain('among the districts shown');
    expect(mapTitle(figures)).toContain('of the districts shown');
  });

  test('the table has a row a district and the county', () => {
    const table = twin(figures);
    expect(table.rows).toHaveLength(13);
    expect(table.rows.at(-1)?.filters).toBeUndefined();
  });
});

describe('map classes', () => {
  test('hold every shown value once and are labelled by values that occur', () => {
    const values = [0.05, 0.06, 0.07, 0.08, 0.09, 0.1];
    const classes = mapClasses(values);
    expect(classes).toHaveLength(3);
    for (const value of values) expect(classOf(classes, value)).toBeDefined();
    expect(classes[0] && plain(classLabel(classes[0], county.measure))).toBe('5.0 % to 6.0 %');
  });

  test('equal values share a class', () => {
    expect(mapClasses([0.1, 0.1, 0.1])).toHaveLength(1);
    expect(mapClasses([])).toEqual([]);
  });
});

describe('months', () => {
  const table = fakeTable('neet', [
    shownRow('2024-01', 1300, 38000),
    shownRow('2024-12', 1400, 38000),
    hiddenRow('2025-01'),
    shownRow('2025-02', 1500, 38000),
  ]);

  test('a hidden month is a gap with its reason; a month without data is neither', async () => {
    const series = monthlySeries(table, '2024-25', await kent.loadPublished());
    const [january, march] = [series.points[4], series.points[6]];
    expect(january && sayMonth(series, january)).toContain('hidden');
    expect(march && sayMonth(series, march)).toBe('no figure');
  });

  test('published areas with one value share a label', async () => {
    const series = monthlySeries(table, '2024-25', await kent.loadPublished());
    expect(series.published).toEqual([
      { value: 0.038, areas: ['Kent'] },
      { value: 0.034, areas: ['South East', 'England'] },
    ]);
  });

  test('those shown are of both years, hidden or not, and no others that a table holds', () => {
    const notKnown = fakeTable('not_known', [
      shownRow('2022-12', 9, 38000),
      shownRow('2023-09', 9, 38000),
    ]);
    const both = [table, notKnown].map((each) => monthlySeries(each, '2024-25', []));
    expect(monthsShown(both)).toEqual(['2023-09', '2024-01', '2024-12', '2025-01', '2025-02']);
  });

  test('the title is the latest month', () => {
    const series = monthlySeries(table, '2024-25', []);
    expect(plain(monthlyTitle([series], 'Kent'))).toBe('Kent: NEET was 3.9 % in February 2025');
    expect(monthlyTable([series], '2024-25', 'Kent').rows).toHaveLength(12);
  });

  test('a hidden latest month gives no number away', () => {
    const last = fakeTable('neet', [shownRow('2024-09', 900, 38000), hiddenRow('2025-03')]);
    const title = monthlyTitle([monthlySeries(last, '2024-25', [])], 'Kent');
    expect(title).toBe('Kent: the NEET figure in March 2025 is hidden');
  });
});

describe('services by district', () => {
  const rows = (service: string, rates: readonly (number | null)[]) =>
    kent.districts.map(({ code }, index) => {
      const rate = rates[index] ?? null;
      const row = districtRow('2025-07', code, rate === null ? null : rate * 10, 10000);
      return { ...row, keys: { ...row.keys, service } };
    });
  const table = fakeTable(
    'service_involvement',
    [
      ...rows('youth_justice', [1, null, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
      ...rows('early_help', [14, 14, 14, 14, 14, 14, 14, 14, 14, 28, 14, 14]),
    ],
    ['service', 'district'],
  );
  const whole = fakeTable(
    'service_involvement',
    [
      shownRow('2025-07', 120, 120000, { service: 'youth_justice' }),
      shownRow('2025-07', 1820, 120000, { service: 'early_help' }),
    ],
    ['service'],
  );
  const figures = serviceFigures(table, whole, '2025-07', 'Kent', kent.districts);

  test('the most used service comes first', () => {
    expect(figures.rows.map(({ name }) => name)).toEqual(['Early Help', 'Youth justice']);
  });

  test('a hidden cell has no shade', () => {
    expect(figures.rows[1]?.cells[1]?.third).toBeNull();
  });

  test('the finding is the district furthest above the county', () => {
    expect(serviceTitle(figures)).toBe('Early Help reaches 1.8 times the Kent rate in Thanet');
  });

  test('the table is laid out as the picture; its CSV also has counts and intervals', () => {
    expect(serviceTable(figures).columns).toHaveLength(14);
    expect(serviceList(figures).rows).toHaveLength(2 * 13);
  });
});
