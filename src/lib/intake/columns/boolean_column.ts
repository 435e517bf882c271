import { CHUNK_ROWS, type RawColumn } from '../raw_column';
import { ColumnReader } from './column_reader';

/** Reads booleans as 0 and 1. */
export class BooleanColumn extends ColumnReader {
  readonly values = new Int32Array(CHUNK_ROWS);

  protected readValues(raw: RawColumn): void {
    if (raw.form !== 'boolean') this.unexpected(raw);
    const { bits, first } = raw;
    for (let row = 0; row < raw.rows; row++) {
      this.values[row] = (bits[(first + row) >> 3]! >> ((first + row) & 7)) & 1;
    }
  }
}
