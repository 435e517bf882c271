import type { County } from '../county';
import type { SafeCell, SafeRow, SafeTable } from '../disclosure/safe_table';
import { roundHalfUp } from '../statistics/rounding';
import { formatCell, sayCell } from '../ui/cell';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { changeBetween, sayGap } from '../words/change';
import { serviceName } from '../words/phrases';
import { districtOf, rowsFor } from '../words/rows';

export interface ServiceCell {
  readonly service: string;
  readonly district: string;
  readonly row: SafeRow | null;
  /** 1 to 3, the third of the shown districts of this service; null when there is no value. */
  readonly third: number | null;
}

export interface ServiceRow {
  readonly service: string;
  readonly name: string;
  readonly county: SafeRow | null;
  readonly cells: readonly ServiceCell[];
}

/** Involvement by service (rows) and district (columns) in one period. */
export interface ServiceFigures {
  readonly table: SafeTable;
  readonly period: string;
  readonly countyName: string;
  readonly districts: County['districts'];
  readonly rows: readonly ServiceRow[];
}

function thirdOf(value: number, sorted: readonly number[]): number {
  const below = sorted.filter((other) => other < value).length;
  return Math.min(3, 1 + Math.floor((3 * below) / sorted.length));
}

/**
 * Lays out services by the county's rate, highest first; services whose county rate is hidden come
 * last by name. `table` is split by service and district, `county` by service alone.
 */
export function serviceFigures(
  table: SafeTable,
  county: SafeTable,
  period: string,
  countyName: string,
  districts: ServiceFigures['districts'],
): ServiceFigures {
  const rows = rowsFor(table, period);
  const services = [...new Set(rows.flatMap((row) => row.keys.service ?? []))];
  const laidOut = services.map((service): ServiceRow => {
    const inService = rows.filter((row) => row.keys.service === service);
    const byDistrict = new Map(inService.map((row) => [districtOf(row), row]));
    const sorted = inService.flatMap((row) => row.value.value ?? []).sort((a, b) => a - b);
    return {
      service,
      name: serviceName(service),
      county: rowsFor(county, period).find((row) => row.keys.service === service) ?? null,
      cells: districts.map(({ code }) => {
        const row = byDistrict.get(code) ?? null;
        const value = row?.value.value ?? null;
        return {
          service,
          district: code,
          row,
          third: value === null ? null : thirdOf(value, sorted),
        };
      }),
    };
  });
  const order = (row: ServiceRow) => row.county?.value.value ?? null;
  laidOut.sort((a, b) => {
    const [left, right] = [order(a), order(b)];
    if (left !== null && right !== null && left !== right) return right - left;
    if (left === null && right !== null) return 1;
    if (left !== null && right === null) return -1;
    return a.name.localeCompare(b.name, 'en-GB');
  });
  return { table, period, countyName, districts, rows: laidOut };
}

/** What is said of a cell. */
export function sayServiceCell(
  figures: ServiceFigures,
  row: ServiceRow,
  cell: ServiceCell,
): string {
  const { measure } = figures.table;
  if (!cell.row) return 'not available';
  if (cell.row.value.value === null) return sayCell(cell.row.value, measure.unit);
  const gap = changeBetween(measure, cell.row, row.county);
  const compared = gap ? `; ${sayGap(measure, gap, figures.countyName)}` : '';
  return `${formatCell(cell.row.value, measure.unit)}${compared}`;
}

/** The service in which the shown districts differ most from the county, as the finding. */
export function serviceTitle(figures: ServiceFigures): string {
  let widest: { text: string; ratio: number } | null = null;
  for (const row of figures.rows) {
    const county = row.county?.value.value ?? null;
    if (county === null || county === 0) continue;
    for (const cell of row.cells) {
      const value = cell.row?.value.value ?? null;
      const change = changeBetween(figures.table.measure, cell.row, row.county);
      if (value === null || !change?.certain || value <= county) continue;
      const ratio = value / county;
      if (widest && ratio <= widest.ratio) continue;
      const district = figures.districts.find(({ code }) => code === cell.district);
      const times = roundHalfUp(ratio, 1).toFixed(1);
      widest = {
        ratio,
        text: `${row.name} reaches ${times} times the ${figures.countyName} rate in ${district?.name ?? cell.district}`,
      };
    }
  }
  return (
    widest?.text ??
    `No service is clearly more used in one district than in ${figures.countyName} as a whole`
  );
}

const missing: SafeCell = { value: null, status: 'x' };

/** The rates as the picture lays them out: a row a service, a column a district. */
export function serviceTable(figures: ServiceFigures): TableModel {
  const { unit } = figures.table.measure;
  return {
    caption: caption(figures),
    columns: [
      { id: 'service', label: 'Service', kind: 'text' },
      { id: 'county', label: figures.countyName, kind: unit },
      ...figures.districts.map(({ code, name }) => ({ id: code, label: name, kind: unit })),
    ],
    rows: figures.rows.map((row) => ({
      key: row.service,
      cells: [
        row.name,
        row.county?.value ?? missing,
        ...row.cells.map((cell) => cell.row?.value ?? missing),
      ],
    })),
  };
}

/** The same with counts and intervals, a row a service and place: what the CSV holds. */
export function serviceList(figures: ServiceFigures): TableModel {
  const { unit } = figures.table.measure;
  const cells = (name: string, place: string, row: SafeRow | null) => [
    name,
    place,
    row?.numerator ?? missing,
    row?.denominator ?? missing,
    row?.value ?? missing,
    row?.lower ?? missing,
    row?.upper ?? missing,
  ];
  return {
    caption: caption(figures),
    columns: [
      { id: 'service', label: 'Service', kind: 'text' },
      { id: 'place', label: 'Place', kind: 'text' },
      { id: 'numerator', label: 'People', kind: 'count' },
      { id: 'denominator', label: 'Out of', kind: 'count' },
      { id: 'value', label: 'Rate', kind: unit },
      { id: 'lower', label: 'Interval from', kind: unit },
      { id: 'upper', label: 'to', kind: unit },
    ],
    rows: figures.rows.flatMap((row) => [
      { key: row.service, cells: cells(row.name, figures.countyName, row.county) },
      ...row.cells.map((cell, index) => ({
        key: `${row.service} ${cell.district}`,
        cells: cells(row.name, figures.districts[index]?.name ?? cell.district, cell.row),
      })),
    ]),
  };
}

function caption(figures: ServiceFigures): string {
  return `Open involvement per 1,000 by service and district, ${periodLabel(figures.period)}`;
}
