import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import { formatCell, sayCell, sayInterval } from '../ui/cell';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { changeBetween, sayGap } from '../words/change';
import { placeDistricts, type PlacedDistrict } from '../words/expected_range';
import { nameOf, type Places } from '../words/places';
import { rowFor } from '../words/rows';

/** A district in a picture. `placed` is null when its figure is hidden or missing. */
export interface DistrictRow {
  readonly code: string;
  readonly name: string;
  readonly row: SafeRow;
  readonly placed: PlacedDistrict | null;
}

/** One measure in one period, by district, with the county's own figure. */
export interface DistrictFigures {
  readonly table: SafeTable;
  readonly period: string;
  readonly county: { readonly name: string; readonly row: SafeRow | null };
  /** Highest first; those without a value last and by name, so that their place tells nothing. */
  readonly districts: readonly DistrictRow[];
}

/**
 * The districts of a measure in order. `table` is split by district; `county` is the same measure
 * and period, not split.
 */
export function districtFigures(
  table: SafeTable,
  county: SafeTable,
  period: string,
  places: Places,
): DistrictFigures {
  const { placed, hidden } = placeDistricts(table, period, places);
  const shown = placed
    .map((district) => ({
      code: district.code,
      name: nameOf(places, district.code),
      row: district.row,
      placed: district,
    }))
    .sort((a, b) => (b.row.value.value ?? 0) - (a.row.value.value ?? 0));
  const unseen = hidden
    .map(({ code, row }) => ({ code, name: nameOf(places, code), row, placed: null }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return {
    table,
    period,
    county: { name: places.name, row: rowFor(county, period) },
    districts: [...shown, ...unseen],
  };
}

const placeWords = {
  above: 'above the expected range',
  below: 'below the expected range',
  within: 'within the expected range',
} as const;

/** What is said of a district: value, interval, gap to the county, place in the expected range. */
export function sayDistrict(figures: DistrictFigures, district: DistrictRow): string {
  const { measure } = figures.table;
  const { row, placed } = district;
  if (row.value.value === null) return sayCell(row.value, measure.unit);
  const parts = [formatCell(row.value, measure.unit)];
  const interval = sayInterval(row.lower, row.upper, measure.unit);
  if (interval) parts.push(interval);
  const gap = changeBetween(measure, row, figures.county.row);
  if (gap) parts.push(sayGap(measure, gap, figures.county.name));
  if (placed) parts.push(placeWords[placed.place]);
  return parts.join('; ');
}

/** The figures of the picture, a row a district, then the county. */
export function districtTable(figures: DistrictFigures): TableModel {
  const { measure } = figures.table;
  const cells = (name: string, row: SafeRow, place: string) => [
    name,
    row.numerator,
    row.denominator,
    row.value,
    row.lower,
    row.upper,
    place,
  ];
  const rows = figures.districts.map((district) => ({
    key: district.code,
    filters: district.code,
    cells: cells(
      district.name,
      district.row,
      district.placed ? placeWords[district.placed.place] : 'not placed',
    ),
  }));
  const county = figures.county.row;
  return {
    caption: `${measure.label} by district, ${periodLabel(figures.period)}`,
    columns: [
      { id: 'district', label: 'District', kind: 'text' },
      { id: 'numerator', label: 'Counted', kind: 'count' },
      { id: 'denominator', label: 'Out of', kind: 'count' },
      { id: 'value', label: measure.label, kind: measure.unit },
      { id: 'lower', label: 'Interval from', kind: measure.unit },
      { id: 'upper', label: 'to', kind: measure.unit },
      { id: 'expected_range', label: 'Expected range', kind: 'text' },
    ],
    rows: county
      ? [
          ...rows,
          { key: figures.county.name, cells: cells(figures.county.name, county, 'the county') },
        ]
      : rows,
  };
}

/** The shown values, for an axis or classes; hidden ones never set a range. */
export function shownValues(figures: DistrictFigures): readonly number[] {
  return figures.districts.flatMap(({ row }) => row.value.value ?? []);
}
