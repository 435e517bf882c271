import { numberInText } from '../plain_values';
import { CHUNK_ROWS, hasValue, type RawColumn } from '../raw_column';
import { ColumnReader } from './column_reader';

/** Reads numbers that may have a fraction. */
export class NumberColumn extends ColumnReader {
  readonly values = new Float64Array(CHUNK_ROWS);

  protected readValues(raw: RawColumn): void {
    for (let row = 0; row < raw.rows; row++) {
      if (!hasValue(raw, row)) continue;
      const value = this.numberAt(raw, row);
      if (Number.isFinite(value)) this.values[row] = value;
      else this.unreadable(row);
    }
  }

  private numberAt(raw: RawColumn, row: number): number {
    switch (raw.form) {
      case 'integer':
      case 'number':
        return raw.values[row]!;
      case 'integer64':
        return raw.words[row * 2 + 1]! * 2 ** 32 + (raw.words[row * 2]! >>> 0);
      case 'decimal':
        return (raw.words[row * 4 + 1]! * 2 ** 32 + (raw.words[row * 4]! >>> 0)) / 10 ** raw.scale;
      case 'text':
        return numberInText(raw.bytes, raw.offsets[row]!, raw.offsets[row + 1]!);
      default:
        this.unexpected(raw);
    }
  }
}
