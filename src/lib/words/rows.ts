import type { DimensionId } from '../measures/measure';
import type { SafeRow, SafeTable } from '../disclosure/safe_table';

const districtDimensions: readonly DimensionId[] = ['district', 'home_district'];

/** The dimension by which the table is split into districts, of home or of school. */
export function districtDimension(table: SafeTable): DimensionId | null {
  return table.by.find((dimension) => districtDimensions.includes(dimension)) ?? null;
}

/** The district of a row; null in a table that is not split by district. */
export function districtOf(row: SafeRow): string | null {
  return row.keys.district ?? row.keys.home_district ?? null;
}

/** The row of a period in a table that is not split; null when the table has none. */
export function rowFor(table: SafeTable, period: string): SafeRow | null {
  return table.rows.find((row) => row.period === period) ?? null;
}

/** The rows of a period. */
export function rowsFor(table: SafeTable, period: string): readonly SafeRow[] {
  return table.rows.filter((row) => row.period === period);
}

/** The headline value when it is shown, else null. */
export function shownValue(row: SafeRow | null): number | null {
  return row?.value.value ?? null;
}
