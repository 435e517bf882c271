import type { Column } from '$lib/contract/table';
import { ByteStrings } from '../byte_strings';
import type { IdentifierWatch } from '../hygiene/identifier_watch';
import { CHUNK_ROWS, hasValue, type RawColumn } from '../raw_column';
import type { RowFindings } from '../row_findings';
import { ColumnReader } from './column_reader';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const UNKNOWN_REMEMBERED = 2000;

/** Replaces codes by their place in the code list. */
export class CodeColumn extends ColumnReader {
  readonly values = new Int32Array(CHUNK_ROWS);
  private readonly strings = new ByteStrings();
  /** The code of each string of `strings`; -1 for one that is not in the code list. */
  private readonly codes: number[] = [];

  /** @param spellings for each code of the list the texts that stand for it */
  constructor(
    column: Column,
    findings: RowFindings,
    private readonly watch: IdentifierWatch,
    spellings: readonly (readonly string[])[],
  ) {
    super(column, findings);
    spellings.forEach((texts, code) => {
      for (const text of texts) {
        const bytes = encoder.encode(text);
        this.strings.add(bytes, 0, bytes.length);
        this.codes.push(code);
      }
    });
  }

  protected readValues(raw: RawColumn): void {
    if (raw.form !== 'text') this.unexpected(raw);
    const { values, strings, codes } = this;
    const { bytes, offsets } = raw;
    const { rows } = raw;
    let start = offsets[0]!;
    for (let row = 0; row < rows; row++) {
      const end = offsets[row + 1]!;
      const found = strings.find(bytes, start, end);
      const code = found < 0 ? -1 : codes[found]!;
      values[row] = code;
      if (code < 0 && hasValue(raw, row)) {
        if (start === end) this.noValue(row);
        else this.unknown(row, found, bytes, start, end);
      }
      start = end;
    }
    this.watch.check();
  }

  private unknown(row: number, found: number, bytes: Uint8Array, start: number, end: number): void {
    if (found < 0 && this.strings.size < UNKNOWN_REMEMBERED) {
      this.strings.add(bytes, start, end);
      this.codes.push(-1);
      this.watch.see(decoder.decode(bytes.subarray(start, end)));
    }
    this.unusable(row, 'unknown_code', 'unknown_optional_code');
  }
}
