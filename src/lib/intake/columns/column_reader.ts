import type { RuleCode } from '$lib/contract/rules';
import type { Column } from '$lib/contract/table';
import { CHUNK_ROWS, hasValue, type RawColumn } from '../raw_column';
import type { RowFindings } from '../row_findings';

/**
 * Turns one column of a chunk into the values the engine keeps, and notes what is wrong with them.
 * After `read`, `values[i]` holds row i where `valid[i]` is 1.
 */
export abstract class ColumnReader {
  abstract readonly values: Int32Array | Float64Array;
  readonly valid = new Uint8Array(CHUNK_ROWS).fill(1);
  /** Whether some row of the present chunk has no value. */
  anyEmpty = false;

  constructor(
    readonly column: Column,
    protected readonly findings: RowFindings,
  ) {}

  /** @throws FileRefused when a value shows that the whole file must not be used */
  read(raw: RawColumn): void {
    if (this.anyEmpty) this.valid.fill(1);
    this.anyEmpty = false;
    this.readValues(raw);
    if (raw.validity === null) return;
    for (let row = 0; row < raw.rows; row++) {
      if (!hasValue(raw, row)) this.noValue(row);
    }
  }

  /** Converts every row that has a value; what it leaves in rows without a value does not matter. */
  protected abstract readValues(raw: RawColumn): void;

  /** Takes a cell as empty: the row goes if the column must have a value. */
  noValue(row: number): void {
    if (this.column.required && !this.column.mayBeEmpty) {
      this.findings.note('required_value_missing', this.column.name, row);
    }
    this.empty(row);
  }

  /** Notes a value that cannot be used, by one rule in a required column and another in an optional. */
  protected unusable(row: number, inRequired: RuleCode, inOptional: RuleCode): void {
    const rule = this.column.required ? inRequired : inOptional;
    this.findings.note(rule, this.column.name, row);
    this.empty(row);
  }

  empty(row: number): void {
    this.valid[row] = 0;
    this.anyEmpty = true;
  }

  protected unreadable(row: number): void {
    this.unusable(row, 'unreadable_value', 'unreadable_optional_value');
  }

  protected unexpected(raw: RawColumn): never {
    throw new TypeError(`A ${raw.form} column cannot be read as ${this.column.type}`);
  }
}
