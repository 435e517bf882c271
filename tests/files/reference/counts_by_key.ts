import type { SafeTable } from '$lib/disclosure/safe_table';

/** Numerator and denominator by group: the codes of the dimensions asked for, joined by spaces. */
export type CountsByKey = Readonly<Record<string, readonly [number, number]>>;

export function countsByKey(
  rows: readonly Readonly<Record<string, unknown>>[],
  by: readonly string[],
  numerator: string,
  denominator: string,
): CountsByKey {
  return Object.fromEntries(
    rows.map((row) => [
      by.map((dimension) => String(row[dimension])).join(' '),
      [Number(row[numerator]), Number(row[denominator])] as const,
    ]),
  );
}

/** The same of the product's answer for one period. Only a table made with the raw policy has every count. */
export function countsOfTable(table: SafeTable, period: string): CountsByKey {
  return Object.fromEntries(
    table.rows
      .filter((row) => row.period === period)
      .map((row) => [
        table.by.map((dimension) => row.keys[dimension]).join(' '),
        [row.numerator.value ?? Number.NaN, row.denominator.value ?? Number.NaN] as const,
      ]),
  );
}
