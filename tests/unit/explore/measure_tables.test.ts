import { describe, expect, it } from 'vitest';
import { kent } from '$lib/county';
import type { PublishedFigure } from '$lib/county';
import { figureTable } from '$lib/explore/figure_table';
import { groupName, groupsOf } from '$lib/explore/groups';
import { measureRequests } from '$lib/explore/measure_figures';
import { sayGroups, sayMeasure, saySeries } from '$lib/explore/measure_words';
import { publishedTable } from '$lib/explore/published';
import { periodsOf, sayPoint, seriesOverDates, seriesOverPeriods } from '$lib/explore/series';
import { measureNamed } from '$lib/measures/catalogue';
import type { Measure } from '$lib/measures/measure';
import { districtRow, fakeTable, hiddenRow, shownRow } from '../charts/fixtures';

const persistent = measureNamed('persistent_absence')!;
const place = { name: kent.name, districts: kent.districts };

describe('the groups of a measure', () => {
  it('stand in their own order where they have one', () => {
    const rows = ['10', '2', '-1', '0', 'unknown'].map((year_group, index) =>
      shownRow('2024-25', 10 + index, 100, { year_group }),
    );
    const table = fakeTable('persistent_absence', rows, ['year_group']);
    expect(groupsOf(table, 'year_group', '2024-25', place).map(({ name }) => name)).toEqual([
      'Nursery',
      'Reception',
      'Year 2',
      'Year 10',
      'Not known',
    ]);
  });

  it('are ranked otherwise, those that are hidden last and by name', () => {
    const rows = [
      hiddenRow('2024-25', { ethnic_group: 'white' }),
      shownRow('2024-25', 20, 100, { ethnic_group: 'mixed' }),
      hiddenRow('2024-25', { ethnic_group: 'asian' }),
      shownRow('2024-25', 30, 100, { ethnic_group: 'black' }),
    ];
    const table = fakeTable('persistent_absence', rows, ['ethnic_group']);
    const groups = groupsOf(table, 'ethnic_group', '2024-25', place);
    expect(groups.map(({ code }) => code)).toEqual(['black', 'mixed', 'asian', 'white']);
    const title = sayGroups(persistent, groups, 'Ethnic group');
    expect(title.replaceAll('\u00a0', ' ')).toBe(
      'Persistent absence by ethnic group: highest for Black or Black British (30.0 %), lowest for Mixed or multiple (20.0 %); 2 groups hidden',
    );
  });

  it('are named by what they are', () => {
    expect(groupName('district', 'E07000114', place)).toBe('Thanet');
    expect(groupName('school', '123456', place)).toBe('School 123456');
    expect(groupName('week', '2024-09-02', place)).toBe('Week of 2 September 2024');
    expect(groupName('service_combination', 'early_help + housing', place)).toBe(
      'Early Help and housing',
    );
    // in the order in which services are listed, whatever that of the code
    expect(groupName('service_combination', 'child_in_need + early_help', place)).toBe(
      'Early Help and child in need',
    );
    expect(
      groupName('service_combination', 'looked_after + send_plan + virtual_school', place),
    ).toBe('Looked after, EHC plan and Virtual School');
    expect(groupName('service_combination', 'section_47', place)).toBe('Section 47 enquiry');
    expect(groupName('referral_source', 'health_visitor', place)).toBe('health visitor');
  });
});

describe('a table of figures', () => {
  const row = shownRow('2024-25', 12, 100);
  const headings = (measure: Measure) =>
    figureTable(measure, 'Caption', { id: 'group', label: 'Group' }, [
      { key: 'a', name: 'A', row },
    ]).columns.map(({ id }) => id);

  it('has the columns that the kind of measure has', () => {
    expect(headings(persistent)).toEqual([
      'group',
      'numerator',
      'denominator',
      'value',
      'lower',
      'upper',
    ]);
    expect(headings({ ...persistent, kind: 'count' })).toEqual([
      'group',
      'value',
      'lower',
      'upper',
    ]);
    expect(headings({ ...persistent, kind: 'mean' })).toEqual([
      'group',
      'numerator',
      'denominator',
      'value',
    ]);
    expect(headings({ ...persistent, kind: 'length' })).toEqual([
      'group',
      'denominator',
      'value',
      'lower',
      'upper',
    ]);
  });
});

describe('what is said of a measure', () => {
  it('gives value, counts, interval and the change', () => {
    const table = fakeTable('persistent_absence', [
      shownRow('2024-25', 2253, 11555),
      shownRow('2023-24', 2460, 11555),
    ]);
    const said = sayMeasure(table, '2024-25', 'Kent', null).join(' ').replaceAll('\u00a0', ' ');
    expect(said).toContain('19.5 % of enrolments in Kent are persistently absent, 2024/25');
    expect(said).toContain('2,253 of 11,555; 95 % interval');
    expect(said).toContain('down 1.8 points on the same period a year before');
    expect(said).toContain('more than chance would explain (better)');
  });

  it('says nothing of the size or change of a hidden figure', () => {
    const table = fakeTable('persistent_absence', [
      hiddenRow('2024-25'),
      shownRow('2023-24', 20, 100),
    ]);
    const said = sayMeasure(table, '2024-25', 'Kent', null);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('hidden to protect people');
    expect(said[0]).not.toMatch(/\d %/);
  });
});

describe('a measure over time', () => {
  it('is broken where a year is missing and where the definition changed', () => {
    const rows = ['2018-19', '2020-21', '2023-24', '2024-25'].map((period) =>
      shownRow(period, 20, 100),
    );
    const table = fakeTable('persistent_absence', rows);
    const series = seriesOverPeriods(
      table,
      rows.map(({ period }) => period),
      [],
    );
    expect(series.points.map(({ short }) => short)).toEqual([
      '2018/19',
      '2019/20',
      '2020/21',
      '2021/22',
      '2022/23',
      '2023/24',
      '2024/25',
    ]);
    const runs = series.points.map(({ run }) => run);
    expect(runs[2]).toBeGreaterThan(runs[0]!);
    expect(runs[6]).toBeGreaterThan(runs[5]!);
    expect(series.points[6]?.changed).toContain('interview');
    expect(sayPoint(series, series.points[1]!)).toBe('no figure');
    expect(saySeries(persistent, series.points, 'Kent').replaceAll('\u00a0', ' ')).toBe(
      'Persistent absence in Kent: from 20.0 % in 2018/19 to 20.0 % in 2024/25',
    );
  });

  it('fills months and terms that are missing', () => {
    const months = ['2024-11', '2025-02'].map((period) => shownRow(period, 5, 100));
    const table = fakeTable('neet', months);
    const series = seriesOverPeriods(table, ['2024-11', '2025-02'], []);
    expect(series.points.map(({ short }) => short)).toEqual([
      'Nov 2024',
      'Dec 2024',
      'Jan 2025',
      'Feb 2025',
    ]);
    expect(periodsOf(series)).toEqual(['2024-11', '2025-02']);
    const terms = ['2023-24-t5', '2024-25-t2'];
    const byTerm = seriesOverPeriods(fakeTable('persistent_absence', []), terms, []);
    expect(byTerm.points.map(({ key }) => key)).toEqual([
      '2023-24-t5',
      '2023-24-t6',
      '2024-25-t1',
      '2024-25-t2',
    ]);
  });

  it('is broken at holidays where it goes by week', () => {
    const table = fakeTable(
      'overall_absence',
      ['2024-10-14', '2024-10-21', '2024-11-04'].map((week) =>
        shownRow('2024-25', 7, 100, { week }),
      ),
      ['week'],
    );
    const groups = groupsOf(table, 'week', '2024-25', place);
    expect(seriesOverDates(table, groups).points.map(({ run }) => run)).toEqual([0, 0, 1]);
  });
});

describe('published figures', () => {
  const published: PublishedFigure[] = [
    {
      measure: 'persistent_absence',
      areaKind: 'england',
      area: 'England',
      period: '2023-24',
      value: 0.2,
    },
    {
      measure: 'persistent_absence',
      areaKind: 'county',
      area: 'Kent',
      period: '2023-24',
      value: 0.214,
    },
    {
      measure: 'persistent_absence',
      areaKind: 'neighbour',
      area: 'Essex',
      period: '2023-24',
      value: 0.19,
    },
    { measure: 'neet', areaKind: 'england', area: 'England', period: '2025-djf', value: 0.03 },
  ];

  it('stand beside our own for the same period, a row each', () => {
    const own = fakeTable('persistent_absence', [shownRow('2023-24', 21, 100)]);
    const table = publishedTable(persistent, published, '2024-25', 'Kent', [own]);
    expect(table?.columns.map(({ label }) => label)).toEqual([
      'Period',
      'Kent, these extracts',
      'Kent, published',
      'England, published',
    ]);
    expect(table?.rows).toHaveLength(1);
    expect(table?.rows[0]?.cells.slice(1)).toEqual(
      [0.21, 0.214, 0.2].map((value) => ({ value, status: 'ok' })),
    );
  });

  it('have the mean of the statistical neighbours, who count the same, where three have published', () => {
    const of = (area: string, value: number | null): PublishedFigure => ({
      measure: 'persistent_absence',
      areaKind: 'neighbour',
      area,
      period: '2023-24',
      value,
    });
    // (0.19 + 0.18 + 0.23) / 3 = 0.2; one did not publish
    const more = [...published, of('Norfolk', 0.18), of('Suffolk', 0.23), of('Devon', null)];
    const table = publishedTable(persistent, more, '2024-25', 'Kent', []);
    expect(table?.columns.at(-1)?.label).toBe(
      'Mean of statistical neighbours (Essex, Norfolk and Suffolk), published',
    );
    const last = table?.rows[0]?.cells.at(-1) as { value: number; status: string };
    expect(last.value).toBeCloseTo(0.2, 12);
    expect(last.status).toBe('ok');
  });

  it('are not held against another kind of period', () => {
    expect(publishedTable(persistent, published, '2024-25-t1', 'Kent', [])).toBeNull();
  });
});

describe('what the page asks', () => {
  const view = {
    measure: 'persistent_absence',
    by: null,
    period: null,
    district: 'E07000114',
    against: null,
  };

  it('is the line over time while nothing is split', () => {
    const requests = measureRequests(persistent, view, '2024-25', ['2023-24', '2024-25']);
    expect(requests.groups).toMatchObject({
      periods: ['2023-24', '2024-25'],
      by: [],
      where: { district: ['E07000114'] },
    });
    expect(requests.headline.periods).toEqual(['2023-24', '2024-25']);
    expect(requests.county.where).toEqual({});
  });

  it('keeps all districts in a split by district', () => {
    const split = { ...view, by: 'district' as const };
    expect(measureRequests(persistent, split, '2024-25', []).groups).toMatchObject({
      by: ['district'],
      where: {},
    });
    expect(districtRow('2024-25', 'E07000114', null, 0).status).toBe('c');
  });
});
