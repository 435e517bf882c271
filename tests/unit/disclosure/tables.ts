import { makeCounts, type CountRow } from '$lib/disclosure/counts';
import { protect } from '$lib/disclosure/protect';
import type { DisclosurePolicy, SafeRow, SafeTable } from '$lib/disclosure/safe_table';
import type { DimensionId, Measure } from '$lib/measures/measure';

/** As much of a measure as disclosure control reads. */
export const measure = {
  id: 'persistent_absence',
  label: 'Persistent absence',
  kind: 'proportion',
} as Measure;

export function row(numerator: number | null, denominator: number | null): CountRow {
  return {
    period: '2024-25',
    keys: { district: 'E07000114' },
    numerator,
    denominator,
    available: true,
  };
}

export function safe(
  rows: readonly CountRow[],
  policy: DisclosurePolicy,
  by: readonly DimensionId[] = ['district'],
): SafeTable {
  const made = { sql: 'select 1', parameters: { period: '2024-25' } };
  return protect(makeCounts({ measure, by, where: {}, rows, made }), policy);
}

export function safeRow(counts: CountRow, policy: DisclosurePolicy): SafeRow {
  return safe([counts], policy).rows[0]!;
}
