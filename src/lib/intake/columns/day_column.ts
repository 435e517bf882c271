import type { Column } from '$lib/contract/table';
import { refusal, type FileIdentity } from '../file_report';
import { dayInText } from '../plain_values';
import { CHUNK_ROWS, hasValue, type RawColumn } from '../raw_column';
import type { RowFindings } from '../row_findings';
import { ColumnReader } from './column_reader';

/** Days since 1970-01-01 of 2000-01-01 and 2100-12-31, the dates an extract may hold. */
export const FIRST_DAY = 10_957;
export const LAST_DAY = 47_846;

/** 1900-01-01: people past retention must be recognised by their birth month, which may be before 2000. */
const FIRST_BIRTH_MONTH = -25_567;

const firstsOfMonths = new Uint8Array(LAST_DAY + 1);
for (let month = 0; month < 101 * 12; month++) {
  firstsOfMonths[Date.UTC(2000, month, 1) / 86_400_000] = 1;
}

/** Whether a day since 1970-01-01 is the first of its month. */
export function isFirstOfMonth(day: number): boolean {
  if (day >= FIRST_DAY && day <= LAST_DAY) return firstsOfMonths[day] === 1;
  return new Date(day * 86_400_000).getUTCDate() === 1;
}

/** Reads dates as days since 1970-01-01. */
export class DayColumn extends ColumnReader {
  readonly values = new Int32Array(CHUNK_ROWS);

  constructor(
    column: Column,
    findings: RowFindings,
    private readonly identity: FileIdentity,
    /** The rows of the chunk before the first one, from the file's start. */
    private readonly rowsBefore: () => number,
  ) {
    super(column, findings);
  }

  protected readValues(raw: RawColumn): void {
    if (raw.form === 'day') this.values.set(raw.days);
    else if (raw.form === 'timestamp') this.readTimestamps(raw);
    else if (raw.form === 'text') this.readTexts(raw);
    else this.unexpected(raw);
    this.checkRange(raw);
    if (this.column.type === 'month') this.checkFirstOfMonth(raw);
  }

  private readTimestamps(raw: RawColumn & { form: 'timestamp' }): void {
    const { words, ticksPerDay } = raw;
    const ticksLow = (ticksPerDay % 2 ** 32) | 0;
    for (let row = 0; row < raw.rows; row++) {
      const ticks = words[row * 2 + 1]! * 2 ** 32 + (words[row * 2]! >>> 0);
      const day = Math.round(ticks / ticksPerDay);
      // A double cannot tell nanoseconds apart, so the low words decide whether it is midnight.
      const midnight =
        Math.abs(ticks - day * ticksPerDay) < 2 ** 30 &&
        Math.imul(day, ticksLow) === words[row * 2];
      if (!midnight && hasValue(raw, row)) {
        throw refusal('wrong_type', this.identity, {
          column: this.column.name,
          text: 'Expected DATE, found TIMESTAMP with times other than midnight.',
          rows: [this.rowsBefore() + row + 1],
        });
      }
      this.values[row] = day;
    }
  }

  private readTexts(raw: RawColumn & { form: 'text' }): void {
    for (let row = 0; row < raw.rows; row++) {
      if (!hasValue(raw, row)) continue;
      const day = dayInText(raw.bytes, raw.offsets[row]!, raw.offsets[row + 1]!);
      if (Number.isNaN(day)) this.unreadable(row);
      else this.values[row] = day;
    }
  }

  private checkRange(raw: RawColumn): void {
    const { values, valid } = this;
    const earliest = this.column.name === 'birth_month' ? FIRST_BIRTH_MONTH : FIRST_DAY;
    for (let row = 0; row < raw.rows; row++) {
      const day = values[row]!;
      if (day >= earliest && day <= LAST_DAY) continue;
      if (valid[row] === 1 && hasValue(raw, row)) {
        this.unusable(row, 'date_out_of_range', 'optional_date_out_of_range');
      }
    }
  }

  private checkFirstOfMonth(raw: RawColumn): void {
    for (let row = 0; row < raw.rows; row++) {
      if (this.valid[row] === 0 || isFirstOfMonth(this.values[row]!) || !hasValue(raw, row)) {
        continue;
      }
      if (this.column.name === 'birth_month') {
        throw refusal('date_of_birth', this.identity, {
          column: this.column.name,
          rows: [this.rowsBefore() + row + 1],
        });
      }
      this.findings.note('not_first_of_month', this.column.name, row);
      this.empty(row);
    }
  }
}
