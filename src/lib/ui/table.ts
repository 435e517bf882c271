import Papa from 'papaparse';
import type { SafeCell, Status, Symbols } from '../disclosure/safe_table';
import { cellInFile, departmentForEducation } from '../disclosure/symbols';
import { formula } from '../spreadsheets/formula';
import type { CellKind } from './cell';
import type { Provenance } from './provenance';

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | CellKind;
}

export interface TableRow {
  readonly key: string;
  /** What choosing the row filters the page by; a row without it cannot be chosen. */
  readonly filters?: string;
  readonly cells: readonly (string | SafeCell)[];
}

/** What a table shows and what its CSV holds: one model, so that they cannot differ. */
export interface TableModel {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

export type Direction = 'ascending' | 'descending';

const byText = new Intl.Collator('en-GB', { numeric: true });

function nameOf(row: TableRow): string {
  return row.cells.filter((cell) => typeof cell === 'string').join(' ');
}

/**
 * Rows in the order of one column. Rows whose cell holds no number come last and in the order of
 * their names whichever the direction: a place in the order would tell the hidden number.
 */
export function sortRows(
  rows: readonly TableRow[],
  column: number,
  direction: Direction,
): readonly TableRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const left = a.cells[column];
    const right = b.cells[column];
    if (typeof left === 'string' && typeof right === 'string') {
      return sign * byText.compare(left, right);
    }
    const leftValue = typeof left === 'object' ? left.value : null;
    const rightValue = typeof right === 'object' ? right.value : null;
    if (leftValue !== null && rightValue !== null && leftValue !== rightValue) {
      return sign * (leftValue - rightValue);
    }
    if (leftValue === null && rightValue !== null) return 1;
    if (leftValue !== null && rightValue === null) return -1;
    return byText.compare(nameOf(a), nameOf(b));
  });
}

/** The statuses other than ordinary that occur, for the explanation under a table. */
export function statusesIn(model: TableModel): readonly Exclude<Status, 'ok'>[] {
  const order = ['c', 'z', 'x', 'low', 'u'] as const;
  const found = new Set<Status>();
  for (const row of model.rows) {
    for (const cell of row.cells) if (typeof cell === 'object') found.add(cell.status);
  }
  return order.filter((status) => found.has(status));
}

/** What a file says of a table beside its rows. */
export interface TableOrigin extends Pick<Provenance, 'profile' | 'sample'> {
  /** What stands where there is no number; those of the Department for Education if left out. */
  readonly symbols?: Symbols;
  /** Sentences for whoever passes the file on. */
  readonly notes?: readonly string[];
}

/**
 * The table as CSV, RFC 4180: numbers unrounded, rates as fractions, a symbol of the profile where a figure is hidden.
 * The last columns say in every row, where no tool can lose it, under which disclosure profile it was made and
 * that sample data is none of anybody, and what to take care of before it is passed on, where there is something.
 */
export function tableCsv(
  model: TableModel,
  { profile, sample, symbols = departmentForEducation, notes = [] }: TableOrigin,
): string {
  const mark = (field: string) => (sample ? [field] : []);
  const note = notes.length > 0 ? [notes.join(' ')] : [];
  const fields = [
    ...model.columns.map((column) => column.id),
    'disclosure',
    ...mark('data'),
    ...note.map(() => 'take_care'),
  ];
  const data = model.rows.map((row) => [
    ...row.cells.map((cell) => (typeof cell === 'string' ? cell : cellInFile(cell, symbols))),
    profile,
    ...mark('sample: everyone is invented'),
    ...note,
  ]);
  return `${Papa.unparse({ fields, data }, { escapeFormulae: formula })}\r\n`;
}
