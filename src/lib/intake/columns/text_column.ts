import type { Column } from '$lib/contract/table';
import { ByteStrings } from '../byte_strings';
import type { IdentifierWatch } from '../hygiene/identifier_watch';
import { CHUNK_ROWS, hasValue, type RawColumn } from '../raw_column';
import type { RowFindings } from '../row_findings';
import { ColumnReader } from './column_reader';

const decoder = new TextDecoder();

/** Replaces texts by their place in `texts`, the distinct texts found so far. */
export class TextColumn extends ColumnReader {
  readonly values = new Int32Array(CHUNK_ROWS);
  readonly texts: string[] = [];
  private readonly strings = new ByteStrings();
  /** The text of each string of `strings`; -1 for one that has not the column's shape. */
  private readonly numbers: number[] = [];

  /** @param pattern the shape every text must have, if there is one */
  constructor(
    column: Column,
    findings: RowFindings,
    private readonly watch: IdentifierWatch | null,
    private readonly pattern: RegExp | undefined,
  ) {
    super(column, findings);
  }

  protected readValues(raw: RawColumn): void {
    if (raw.form !== 'text') this.unexpected(raw);
    const { values, strings, numbers } = this;
    const { bytes, offsets } = raw;
    for (let row = 0; row < raw.rows; row++) {
      if (!hasValue(raw, row)) continue;
      const start = offsets[row]!;
      const end = offsets[row + 1]!;
      if (start === end) {
        this.noValue(row);
        continue;
      }
      let found = strings.find(bytes, start, end);
      if (found < 0) {
        found = strings.add(bytes, start, end);
        numbers.push(this.add(decoder.decode(bytes.subarray(start, end))));
      }
      values[row] = numbers[found]!;
      if (numbers[found]! < 0) this.unusable(row, 'unknown_code', 'unknown_optional_code');
    }
    this.watch?.check();
  }

  private add(text: string): number {
    this.watch?.see(text);
    if (this.pattern && !this.pattern.test(text)) return -1;
    return this.texts.push(text) - 1;
  }
}
