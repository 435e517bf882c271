import type { PublishedFigure } from '../county';
import type { SafeCell, SafeRow } from '../disclosure/safe_table';
import type { TableModel } from '../ui/table';
import { periodBefore, periodLabel } from '../view/periods';
import type { Comparator } from '../view/view';
import { nameOf, type Places } from '../words/places';
import { missing, publishedCell, readyOf, type Column, type ColumnFigures } from './column_figures';

/** The figure of a district in a column; not available while there is none. */
export function cellOf({ figures }: Column, code: string): SafeCell {
  return typeof figures === 'object' && figures
    ? (figures.district.get(code)?.value ?? missing)
    : missing;
}

/** The districts by the columns, a row a district: what is seen and sorted. */
export function districtModel(columns: readonly Column[], places: Places): TableModel {
  return {
    caption: `The districts of ${places.name} by ${columns.length === 1 ? 'one measure' : `${columns.length} measures`}`,
    columns: [
      { id: 'district', label: 'District', kind: 'text' },
      ...columns.map(({ measure }) => ({
        id: measure.id,
        label: measure.label,
        kind: measure.unit,
      })),
    ],
    rows: places.districts
      .map(({ code, name }) => ({
        key: code,
        filters: code,
        cells: [name, ...columns.map((column) => cellOf(column, code))],
      }))
      .sort((a, b) => String(a.cells[0]).localeCompare(String(b.cells[0]), 'en-GB')),
  };
}

/** A row under the districts to hold them against. */
export interface FootRow {
  readonly name: string;
  readonly cells: readonly SafeCell[];
}

/** The county, and beside it what the reader compares with. */
export function footRows(
  columns: readonly Column[],
  county: { readonly name: string; readonly region: string; readonly country: string },
  comparator: Comparator,
  published: readonly PublishedFigure[],
): readonly FootRow[] {
  const cells = (of: (figures: ColumnFigures) => SafeCell | undefined) =>
    columns.map(({ figures }) =>
      typeof figures === 'object' && figures ? (of(figures) ?? missing) : missing,
    );
  const own = { name: county.name, cells: cells(({ county: row }) => row?.value) };
  switch (comparator) {
    case 'county':
      return [own];
    case 'last_year':
      return [
        own,
        {
          name: `${county.name}, last year`,
          cells: cells(({ countyLastYear: row }) => row?.value),
        },
      ];
    case 'region':
    case 'england':
      return [
        own,
        {
          name: `${comparator === 'region' ? county.region : county.country}, published`,
          cells: cells((figures) => publishedCell(figures, published, comparator)),
        },
      ];
  }
}

/** Everything behind the table, a row a measure, place and period: what the CSV holds. */
export function districtList(columns: readonly Column[], places: Places): TableModel {
  const cells = (label: string, place: string, period: string, row: SafeRow | null | undefined) => [
    label,
    place,
    periodLabel(period),
    row?.numerator ?? missing,
    row?.denominator ?? missing,
    row?.value ?? missing,
    row?.lower ?? missing,
    row?.upper ?? missing,
  ];
  return {
    caption: `Districts of ${places.name}`,
    columns: [
      { id: 'measure', label: 'Measure', kind: 'text' },
      { id: 'place', label: 'Place', kind: 'text' },
      { id: 'period', label: 'Period', kind: 'text' },
      { id: 'numerator', label: 'Counted', kind: 'count' },
      { id: 'denominator', label: 'Out of', kind: 'count' },
      { id: 'value', label: 'Value', kind: 'ratio' },
      { id: 'lower', label: 'Interval from', kind: 'ratio' },
      { id: 'upper', label: 'to', kind: 'ratio' },
    ],
    rows: readyOf(columns).flatMap((figures) => {
      const { id, label } = figures.measure;
      const now = figures.period;
      const before = periodBefore(now);
      const rows: readonly (readonly [string, string, SafeRow | null | undefined])[] = [
        [places.name, now, figures.county],
        [places.name, before, figures.countyLastYear],
        ...places.districts.flatMap(({ code }): [string, string, SafeRow | undefined][] => [
          [nameOf(places, code), now, figures.district.get(code)],
          [nameOf(places, code), before, figures.lastYear.get(code)],
        ]),
      ];
      return rows.map(([place, period, row]) => ({
        key: `${id} ${place} ${period}`,
        cells: cells(label, place, period, row),
      }));
    }),
  };
}
