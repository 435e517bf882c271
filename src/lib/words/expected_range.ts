import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import { CONFIDENCE_99_8, type Interval } from '../statistics/confidence';
import { funnelLimits, makeFunnel, placeInFunnel, type FunnelUnit } from '../statistics/funnel';
import type { Places } from './places';
import { districtOf, rowsFor } from './rows';

export type Place = 'above' | 'within' | 'below';

/** A district that is shown, and where it lies in the range expected of a district of its size. */
export interface PlacedDistrict {
  readonly code: string;
  readonly row: SafeRow;
  readonly place: Place;
  /** 99.8 % limits: with 12 districts and many measures, 95 % would flag chance every day. */
  readonly expected: Interval;
}

export interface PlacedDistricts {
  readonly placed: readonly PlacedDistrict[];
  /** Codes of districts whose figure is hidden or missing, with no value to place. */
  readonly hidden: readonly { readonly code: string; readonly row: SafeRow }[];
}

function unitOf(row: SafeRow): FunnelUnit | null {
  const numerator = row.numerator.value;
  const denominator = row.denominator.value;
  return numerator === null || denominator === null || row.value.value === null || denominator <= 0
    ? null
    : { numerator, denominator };
}

/**
 * Places the districts of a period about their average at 99.8 %, with over-dispersion. Only figures
 * that are shown take part, so the limits tell nothing about the hidden ones. People whose district is
 * not known are no district.
 */
export function placeDistricts(table: SafeTable, period: string, places: Places): PlacedDistricts {
  const known = new Set(places.districts.map((district) => district.code));
  const rows = rowsFor(table, period).flatMap((row) => {
    const code = districtOf(row);
    return code === null || !known.has(code) ? [] : { code, row, unit: unitOf(row) };
  });
  const funnel = makeFunnel(rows.flatMap(({ unit }) => unit ?? []));
  const placed: PlacedDistrict[] = [];
  const hidden: { code: string; row: SafeRow }[] = [];
  for (const { code, row, unit } of rows) {
    const expected =
      funnel && unit ? funnelLimits(funnel, unit.denominator, CONFIDENCE_99_8.z) : null;
    if (!funnel || !unit || !expected) {
      hidden.push({ code, row });
      continue;
    }
    const where = placeInFunnel(funnel, unit);
    const place = where === 'above 99.8' ? 'above' : where === 'below 99.8' ? 'below' : 'within';
    placed.push({ code, row, place, expected });
  }
  return { placed, hidden };
}
