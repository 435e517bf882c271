import { kent } from '../../../src/lib/county';
import type { SafeCell, SafeRow, SafeTable } from '../../../src/lib/disclosure/safe_table';
import { measureNamed } from '../../../src/lib/measures/catalogue';
import type { DimensionId } from '../../../src/lib/measures/measure';
import { wilsonInterval } from '../../../src/lib/statistics/wilson';

const hidden: SafeCell = { value: null, status: 'c' };
const ok = (value: number): SafeCell => ({ value, status: 'ok' });

/** A row as disclosure would make it from counts that may be shown. */
export function shownRow(
  period: string,
  numerator: number,
  denominator: number,
  keys: SafeRow['keys'] = {},
): SafeRow {
  const interval = wilsonInterval(numerator, denominator);
  return {
    period,
    keys,
    numerator: ok(numerator),
    denominator: ok(denominator),
    value: ok(numerator / denominator),
    lower: interval ? ok(interval.lower) : hidden,
    upper: interval ? ok(interval.upper) : hidden,
    status: 'ok',
  };
}

/** A row whose every number is hidden. */
export function hiddenRow(period: string, keys: SafeRow['keys'] = {}): SafeRow {
  return {
    period,
    keys,
    numerator: hidden,
    denominator: hidden,
    value: hidden,
    lower: hidden,
    upper: hidden,
    status: 'c',
  };
}

function brand(table: unknown): asserts table is SafeTable {
  if (typeof table !== 'object') throw new TypeError('not a table');
}

/** Brands rows as a safe table; only tests may, because their people are made up here. */
export function fakeTable(
  measureId: string,
  rows: readonly SafeRow[],
  by: readonly DimensionId[] = [],
): SafeTable {
  const measure = measureNamed(measureId);
  if (!measure) throw new Error(`no measure ${measureId}`);
  const table: unknown = {
    measure,
    by,
    where: {},
    rows,
    policy: { name: 'test', threshold: 5, roundingBase: null },
    heldBack: 0,
    made: { sql: measure.sql, parameters: { period: rows[0]?.period ?? '' } },
  };
  brand(table);
  return table;
}

/** A district's row; a null numerator is a hidden figure. */
export function districtRow(
  period: string,
  code: string,
  numerator: number | null,
  denominator: number,
): SafeRow {
  return numerator === null
    ? hiddenRow(period, { district: code })
    : shownRow(period, numerator, denominator, { district: code });
}

/** A table by district in the county's own order of districts. */
export function districtTable(
  measureId: string,
  period: string,
  counts: readonly (readonly [number | null, number])[],
): SafeTable {
  return fakeTable(
    measureId,
    kent.districts.map(({ code }, index) => {
      const [numerator, denominator] = counts[index] ?? [null, 0];
      return districtRow(period, code, numerator, denominator);
    }),
    ['district'],
  );
}
