import type { SafeTable, Status } from '../disclosure/safe_table';
import { exactly, listOf, mapOf, number, object, orNull, text } from './shape/shapes';

interface Cell {
  readonly value: number | null;
  readonly status: Status;
}

/** A row of a safe table as a pack holds it. Rates are fractions; `value` is null exactly where there is no number. */
export interface ResultRow {
  readonly period: string;
  /** The group: a code for each dimension the figure is split by. */
  readonly keys: Readonly<Record<string, string>>;
  readonly numerator: Cell;
  readonly denominator: Cell;
  readonly value: Cell;
  readonly lower: Cell;
  readonly upper: Cell;
  readonly status: Status;
}

/** The rows of a table in its own order, and nothing else that a row might carry. */
export function resultRows({ rows }: SafeTable): readonly ResultRow[] {
  const cell = ({ value, status }: Cell): Cell => ({ value, status });
  return rows.map((row) => ({
    period: row.period,
    keys: { ...row.keys },
    numerator: cell(row.numerator),
    denominator: cell(row.denominator),
    value: cell(row.value),
    lower: cell(row.lower),
    upper: cell(row.upper),
    status: row.status,
  }));
}

const status = exactly<Status>('ok', 'c', 'z', 'x', 'low', 'u');
const cell = object<Cell>({ value: orNull(number), status });

export const rowsShape = listOf(
  object<ResultRow>({
    period: text,
    keys: mapOf(text),
    numerator: cell,
    denominator: cell,
    value: cell,
    lower: cell,
    upper: cell,
    status,
  }),
);
