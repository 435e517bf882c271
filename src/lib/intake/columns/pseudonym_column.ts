import type { Column } from '$lib/contract/table';
import type { PseudonymRegister } from '../pseudonyms';
import { CHUNK_ROWS, hasValue, type RawColumn } from '../raw_column';
import type { RowFindings } from '../row_findings';
import { ColumnReader } from './column_reader';

const MOST_CHARACTERS = 64;

/** Replaces pseudonyms by their numbers in a register. */
export class PseudonymColumn extends ColumnReader {
  readonly values = new Int32Array(CHUNK_ROWS);

  constructor(
    column: Column,
    findings: RowFindings,
    private readonly register: PseudonymRegister,
  ) {
    super(column, findings);
  }

  protected readValues(raw: RawColumn): void {
    switch (raw.form) {
      case 'integer':
        return this.readIntegers(raw);
      case 'integer64':
        return this.readWords(raw, raw.words, 2);
      case 'decimal':
        return this.readWords(raw, raw.words, 4);
      case 'text':
        return this.readTexts(raw);
      default:
        this.unexpected(raw);
    }
  }

  private readIntegers(raw: RawColumn & { form: 'integer' }): void {
    const { values, register } = this;
    const unsigned = raw.values instanceof Uint32Array;
    values.set(raw.values);
    const every = raw.validity === null;
    for (let row = 0; row < raw.rows; row++) {
      const value = values[row]!;
      if (every || hasValue(raw, row)) {
        values[row] = register.numberOfInteger(value, unsigned || value >= 0 ? 0 : -1);
      }
    }
  }

  private readWords(raw: RawColumn, words: Int32Array, perRow: number): void {
    const { values, register } = this;
    const { rows } = raw;
    const every = raw.validity === null;
    let low = 0;
    let high = 0;
    let number = 0;
    for (let row = 0, at = 0; row < rows; row++, at += perRow) {
      if (number === 0 || words[at] !== low || words[at + 1] !== high) {
        if (!every && !hasValue(raw, row)) continue;
        low = words[at]!;
        high = words[at + 1]!;
        number = register.numberOfInteger(low, high);
      }
      values[row] = number;
    }
  }

  private readTexts(raw: RawColumn & { form: 'text' }): void {
    const { values, register } = this;
    const { bytes, offsets } = raw;
    let lastStart = 0;
    let lastEnd = 0;
    let number = 0;
    for (let row = 0; row < raw.rows; row++) {
      if (!hasValue(raw, row)) continue;
      const start = offsets[row]!;
      const end = offsets[row + 1]!;
      if (number === 0 || !same(bytes, lastStart, lastEnd, start, end)) {
        if (start === end) {
          this.noValue(row);
          continue;
        }
        if (characters(bytes, start, end) > MOST_CHARACTERS) {
          this.findings.note('pseudonym_too_long', this.column.name, row);
          this.empty(row);
          continue;
        }
        number = register.numberOfText(bytes, start, end);
        lastStart = start;
        lastEnd = end;
      }
      values[row] = number;
    }
  }
}

function same(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a !== bEnd - b) return false;
  while (a < aEnd) {
    if (bytes[a++] !== bytes[b++]) return false;
  }
  return true;
}

/** UTF-8 characters: every byte but those that continue one. */
function characters(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= MOST_CHARACTERS) return end - start;
  let count = 0;
  for (let at = start; at < end; at++) {
    if ((bytes[at]! & 0xc0) !== 0x80) count++;
  }
  return count;
}
