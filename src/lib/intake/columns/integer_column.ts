import type { Column } from '$lib/contract/table';
import { numberInText } from '../plain_values';
import { CHUNK_ROWS, hasValue, type RawColumn } from '../raw_column';
import type { RowFindings } from '../row_findings';
import { ColumnReader } from './column_reader';

/** Reads integers of any width, and checks them against the column's range or list of values. */
export class IntegerColumn extends ColumnReader {
  readonly values = new Int32Array(CHUNK_ROWS);
  private readonly min: number;
  private readonly max: number;
  private readonly allowed: ReadonlySet<number> | null;

  constructor(column: Column, findings: RowFindings) {
    super(column, findings);
    const isSchool = column.type === 'school';
    this.min = column.min ?? (isSchool ? 1 : -(2 ** 31));
    // A URN has six digits; seven leave room for a local number.
    this.max = column.max ?? (isSchool ? 9_999_999 : 2 ** 31 - 1);
    this.allowed = column.values ? new Set(column.values) : null;
  }

  protected readValues(raw: RawColumn): void {
    switch (raw.form) {
      case 'integer':
        if (raw.values instanceof Uint32Array) {
          for (let row = 0; row < raw.rows; row++) this.take(raw, row, raw.values[row]!);
        } else {
          this.values.set(raw.values);
          this.checkRange(raw);
        }
        return;
      case 'integer64':
        return this.takeWords(raw, raw.words, 2);
      case 'decimal':
        return this.takeWords(raw, raw.words, 4);
      case 'text':
        for (let row = 0; row < raw.rows; row++) this.takeText(raw, row);
        return;
      default:
        this.unexpected(raw);
    }
  }

  private checkRange(raw: RawColumn): void {
    const { values, min, max, allowed } = this;
    const { rows } = raw;
    for (let row = 0; row < rows; row++) {
      const value = values[row]!;
      if (value < min || value > max || allowed !== null) this.take(raw, row, value);
    }
  }

  private takeWords(raw: RawColumn, words: Int32Array, perRow: number): void {
    const { rows } = raw;
    for (let row = 0, at = 0; row < rows; row++, at += perRow) {
      // A double is exact as far as it matters for a range of 32 bits.
      this.take(raw, row, words[at + 1]! * 2 ** 32 + (words[at]! >>> 0));
    }
  }

  private take(raw: RawColumn, row: number, value: number): void {
    if (value >= this.min && value <= this.max) {
      this.values[row] = value;
      if (this.allowed === null || this.allowed.has(value) || !hasValue(raw, row)) return;
      this.unusable(row, 'unknown_code', 'unknown_optional_code');
    } else if (hasValue(raw, row)) {
      if (this.allowed) this.unusable(row, 'unknown_code', 'unknown_optional_code');
      else this.unusable(row, 'number_out_of_range', 'optional_number_out_of_range');
    }
  }

  private takeText(raw: RawColumn & { form: 'text' }, row: number): void {
    if (!hasValue(raw, row)) return;
    const value = numberInText(raw.bytes, raw.offsets[row]!, raw.offsets[row + 1]!);
    if (Number.isInteger(value)) this.take(raw, row, value);
    else this.unreadable(row);
  }
}
