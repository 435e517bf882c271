import type { SafeTable } from '$lib/disclosure/safe_table';

/** Safe tables as plain objects with the names of the CSV's columns. */
export function safeTableRecords(tables: readonly SafeTable[]): Record<string, unknown>[] {
  return tables.flatMap((table) =>
    table.rows.map((row) => ({
      measure: table.measure.id,
      period: row.period,
      ...Object.fromEntries(table.by.map((dimension) => [dimension, row.keys[dimension] ?? null])),
      numerator: row.numerator.value,
      denominator: row.denominator.value,
      value: row.value.value,
      lower: row.lower.value,
      upper: row.upper.value,
      status: row.status,
    })),
  );
}
