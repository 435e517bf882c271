import type { FindingsColumn } from '../disclosure/findings';
import type { SafeFindingsRow, SafeFindingsTable } from '../disclosure/safe_findings';
import type { SafeCell } from '../disclosure/safe_table';
import { dimensions } from '../measures/dimensions';
import { formatCell, formatValue, sayCell, sayInterval, type CellKind } from '../ui/cell';
import { formatPoints } from '../ui/format';
import { nameOf, type Places } from '../words/places';

export const missing: SafeCell = { value: null, status: 'x' };

export function cellOf(row: SafeFindingsRow, column: string): SafeCell {
  return row.numbers[column] ?? missing;
}

export function wordOf(row: SafeFindingsRow, column: string): string {
  return row.words[column] ?? '';
}

export function kindOf(table: SafeFindingsTable, column: string): CellKind {
  const kind = table.columns.find(({ id }) => id === column)?.kind ?? 'text';
  return kind === 'text' ? 'count' : kind;
}

/** A code as a reader says it: the district's or group's name, "Not known", or the word itself. */
export function codeInWords(
  code: string,
  dimension: FindingsColumn['dimension'],
  places: Places,
): string {
  if (code === 'everybody') return 'Everybody';
  if (code === 'unknown') return 'Not known';
  if (dimension === undefined) return code;
  if (dimension === 'district' || dimension === 'home_district') return nameOf(places, code);
  return dimensions[dimension].values[code] ?? code;
}

/** What a row is called in one of its columns. */
export function nameIn(
  table: SafeFindingsTable,
  row: SafeFindingsRow,
  column: string,
  places: Places,
): string {
  const dimension = table.columns.find(({ id }) => id === column)?.dimension;
  return codeInWords(wordOf(row, column), dimension, places);
}

/** Value and interval as spoken, or the reason there is none. */
export function sayEstimate(
  value: SafeCell,
  lower: SafeCell,
  upper: SafeCell,
  kind: CellKind,
): string {
  if (value.value === null) return sayCell(value, kind);
  const interval = sayInterval(lower, upper, kind);
  return [formatCell(value, kind), ...(interval === null ? [] : [interval])].join('; ');
}

/** A difference with its sign; of shares in percentage points. */
export function formatDifference(value: number, kind: CellKind): string {
  const size = kind === 'percent' ? formatPoints(value) : formatValue(Math.abs(value), kind);
  return /[1-9]/.test(size) ? `${value < 0 ? '−' : '+'}${size}` : size;
}

/** Shown rows from the highest; then those without a number by name, so that no place tells it. */
export function ranked<T extends { readonly name: string; readonly value: SafeCell }>(
  rows: readonly T[],
): readonly T[] {
  return [...rows].sort((a, b) => {
    if (a.value.value !== null && b.value.value !== null) return b.value.value - a.value.value;
    if (a.value.value !== null) return -1;
    if (b.value.value !== null) return 1;
    return a.name.localeCompare(b.name, 'en-GB');
  });
}

export function numbersIn(cells: readonly (SafeCell | null | undefined)[]): readonly number[] {
  return cells.flatMap((cell) => cell?.value ?? []);
}
