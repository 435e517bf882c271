import { describe, expect, it } from 'vitest';
import { kent } from '$lib/county';
import { columnOf, highestOf, type ColumnAsk } from '$lib/districts/column_figures';
import { districtList, districtModel, footRows } from '$lib/districts/district_table';
import { profileRows } from '$lib/districts/profile_table';
import { sayAllDistricts, sayDistrictProfile, sayTwoDistricts } from '$lib/districts/words';
import { measureNamed } from '$lib/measures/catalogue';
import { sortRows, tableCsv } from '$lib/ui/table';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';

const measure = measureNamed('persistent_absence')!;
const codes = kent.districts.map(({ code }) => code);
const [first, second] = codes as [string, string];
const plain = (sentences: readonly string[]) => sentences.join(' ').replaceAll('\u00a0', ' ');
const nameOf = (code: string) => kent.districts.find((each) => each.code === code)!.name;

/** 10 % in each of 12 districts of 5,000, but 30 % in the first, and the second hidden. */
const request = {
  measure: measure.id,
  periods: ['2023-24', '2024-25'],
  by: [],
  where: {},
} as const;
const ask: ColumnAsk = {
  measure,
  period: '2024-25',
  districts: { ...request, by: ['district'] },
  county: request,
};
const byDistrict = fakeTable(
  measure.id,
  codes.map((district, index) =>
    index === 1
      ? hiddenRow('2024-25', { district })
      : shownRow('2024-25', index === 0 ? 1500 : 500, 5000, { district }),
  ),
  ['district'],
);
const county = fakeTable(measure.id, [
  shownRow('2023-24', 6000, 60_000),
  shownRow('2024-25', 7000, 60_000),
]);
const column = columnOf(ask, ({ by }) => (by.length === 0 ? county : byDistrict));
const figures = column.figures as Exclude<typeof column.figures, string | null>;

describe('the table of districts', () => {
  it('puts a hidden district last whichever way it is sorted', () => {
    const { rows } = districtModel([column], kent);
    for (const direction of ['ascending', 'descending'] as const) {
      expect(sortRows(rows, 1, direction).at(-1)?.key).toBe(second);
    }
    expect(sortRows(rows, 1, 'descending')[0]?.key).toBe(first);
  });

  it('holds the county and what the reader compares with', () => {
    const place = { name: 'Kent', region: 'South East', country: 'England' };
    expect(footRows([column], place, 'county', [])).toHaveLength(1);
    const [own, before] = footRows([column], place, 'last_year', []);
    expect(own?.cells[0]?.value).toBeCloseTo(7000 / 60_000);
    expect(before).toMatchObject({ name: 'Kent, last year', cells: [{ value: 0.1 }] });
    const published = {
      measure: 'persistent_absence',
      areaKind: 'england',
      area: 'England',
      period: '2024-25',
      value: 0.182,
    } as const;
    expect(footRows([column], place, 'england', [published])[1]).toEqual({
      name: 'England, published',
      cells: [{ value: 0.182, status: 'ok' }],
    });
    // Nothing was published for the region.
    expect(footRows([column], place, 'region', [published])[1]?.cells[0]?.value).toBeNull();
  });

  it('writes c for a hidden figure into the file', () => {
    const csv = tableCsv(districtList([column], kent), { sample: false, profile: 'Test' });
    expect(csv).toContain(`${measure.label},${nameOf(second)},2024/25,c,c,c,c,c`);
    expect(csv).toContain(`${measure.label},${nameOf(first)},2024/25,1500,5000,0.3,`);
  });

  it('draws no scale from a hidden figure', () => {
    expect(highestOf([hiddenRow('p'), null, shownRow('p', 0, 10)])).toBeCloseTo(0.2775, 3);
  });
});

describe('what the districts page says', () => {
  it('names who is outside the expected range and how many figures are hidden', () => {
    const said = plain(sayAllDistricts([figures], kent));
    expect(said).toContain(
      `Worse than the range expected of a Kent district: ${nameOf(first)} (persistent absence).`,
    );
    expect(said).toContain('1 figure is hidden to protect people.');
    expect(said).not.toContain(nameOf(second));
  });

  it('profiles a district against the county and the rest of it', () => {
    const said = plain(sayDistrictProfile([figures], first, kent));
    expect(said).toContain(
      `${nameOf(first)} is worse than the range expected of a Kent district on persistent absence (30.0 %, Kent 11.7 %).`,
    );
    expect(said).toContain('of the 1 measure chosen that can be compared: 1 worse, 0 better');
  });

  it('says of a hidden district that it is hidden, and no more', () => {
    const said = plain(sayDistrictProfile([figures], second, kent));
    expect(said).toContain('1 figure is hidden to protect people.');
    expect(said).not.toMatch(/worse|better than|%/);
    const [row] = profileRows([figures], [second], kent);
    expect(row?.places[0]).toMatchObject({ standing: { verdict: 'none' }, change: '–' });
  });

  it('sets two districts side by side', () => {
    const third = codes[2]!;
    expect(plain(sayTwoDistricts([figures], [first, third], kent))).toBe(
      `${nameOf(first)} is worse than ${nameOf(third)} on persistent absence (20.0 points apart).`,
    );
    const hidden = plain(sayTwoDistricts([figures], [first, second], kent));
    expect(hidden).toContain('do not differ by more than chance');
    expect(hidden).toContain('1 figure is hidden');
  });
});
