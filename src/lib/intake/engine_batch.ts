import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Uint8,
  Utf8,
  type Data,
  type DataType,
} from 'apache-arrow';
import { engineColumn } from '$lib/contract/engine_form';
import type { Column, Table } from '$lib/contract/table';
import type { ColumnReader } from './columns/column_reader';
import { TextColumn } from './columns/text_column';
import { CHUNK_ROWS } from './raw_column';
import { textVector } from './text_vector';

/** Rows of a full batch: enough that an insert costs little more than its rows. */
const BATCH_ROWS = 30 * CHUNK_ROWS;

type Store = Int8Array | Uint8Array | Int16Array | Int32Array | Float64Array;

interface OutputColumn {
  readonly name: string;
  readonly reader: ColumnReader | null;
  readonly type: DataType;
  /** The values of a dictionary type, from a code list or as found. */
  readonly texts: (() => readonly string[]) | null;
  readonly store: Store;
  readonly valid: Uint8Array;
  empty: number;
}

/** Gathers kept rows, in the columns and types of the engine's table, until there are enough for a batch. */
export class EngineBatch {
  private readonly columns: readonly OutputColumn[];
  rows = 0;

  /** @param readers by contract column; a column without one is null throughout */
  constructor(table: Table, readers: ReadonlyMap<string, ColumnReader>) {
    this.columns = table.columns.map((column, at) =>
      outputColumn(table, column, at, readers.get(column.name) ?? null),
    );
  }

  get isFull(): boolean {
    return this.rows + CHUNK_ROWS > BATCH_ROWS;
  }

  /** Appends the rows of the readers' present chunk that are not dropped. */
  append(rows: number, dropped: Uint8Array | null): void {
    let kept = 0;
    for (const column of this.columns) {
      if (column.reader) kept = append(column, column.reader, this.rows, rows, dropped);
    }
    this.rows += kept;
  }

  /** The gathered rows as an Arrow IPC stream, after which the batch is empty again. */
  take(): Uint8Array {
    const data = this.columns.map((column) => dataOf(column, this.rows));
    const schema = new Schema(
      this.columns.map(({ name }, at) => new Field(name, data[at]!.type, true)),
    );
    const struct = makeData({
      type: new Struct(schema.fields),
      length: this.rows,
      nullCount: 0,
      children: data,
    });
    const writer = new RecordBatchStreamWriter();
    writer.write(new RecordBatch(schema, struct));
    writer.close();
    this.rows = 0;
    for (const column of this.columns) column.empty = 0;
    return writer.toUint8Array(true);
  }
}

function append(
  column: OutputColumn,
  { values, valid, anyEmpty }: ColumnReader,
  from: number,
  rows: number,
  dropped: Uint8Array | null,
): number {
  const { store } = column;
  if (dropped === null && !anyEmpty) {
    store.set(values.subarray(0, rows), from);
    column.valid.fill(1, from, from + rows);
    return rows;
  }
  let to = from;
  for (let row = 0; row < rows; row++) {
    if (dropped !== null && dropped[row] === 1) continue;
    const isValid = valid[row]!;
    store[to] = isValid === 1 ? values[row]! : 0;
    column.valid[to] = isValid;
    column.empty += 1 - isValid;
    to++;
  }
  return to - from;
}

function outputColumn(
  table: Table,
  column: Column,
  at: number,
  reader: ColumnReader | null,
): OutputColumn {
  const { name, type: sql } = engineColumn(table, column);
  const common = { name, reader, valid: new Uint8Array(BATCH_ROWS), empty: 0 };
  const plain = (type: DataType, store: Store) => ({
    ...common,
    type,
    texts: null,
    store,
  });
  switch (sql) {
    case 'tinyint':
      return plain(new Int8(), new Int8Array(BATCH_ROWS));
    case 'utinyint':
      return plain(new Uint8(), new Uint8Array(BATCH_ROWS));
    case 'smallint':
      return plain(new Int16(), new Int16Array(BATCH_ROWS));
    case 'integer':
      return plain(new Int32(), new Int32Array(BATCH_ROWS));
    case 'date':
      return plain(new DateDay(), new Int32Array(BATCH_ROWS));
    case 'boolean':
      return plain(new Bool(), new Uint8Array(BATCH_ROWS));
    case 'double':
      return plain(new Float64(), new Float64Array(BATCH_ROWS));
    case 'varchar':
      return {
        ...common,
        type: new Dictionary(new Utf8(), new Int32(), at),
        texts: () => (reader instanceof TextColumn ? reader.texts : []),
        store: new Int32Array(BATCH_ROWS),
      };
    default: {
      const codes = column.codes ?? [];
      const small = codes.length <= 127;
      return {
        ...common,
        type: new Dictionary(new Utf8(), small ? new Int8() : new Int16(), at),
        texts: () => codes,
        store: small ? new Int8Array(BATCH_ROWS) : new Int16Array(BATCH_ROWS),
      };
    }
  }
}

function dataOf(column: OutputColumn, rows: number): Data {
  const empty = column.reader === null ? rows : column.empty;
  const { type } = column;
  const nulls = {
    length: rows,
    nullCount: empty,
    ...(empty === 0 ? {} : { nullBitmap: bitmapOf(column, rows) }),
  };
  const data = column.store.subarray(0, rows);
  if (type instanceof Dictionary) {
    const texts = column.texts?.() ?? [];
    const dictionary = textVector(texts.length > 0 ? texts : ['']);
    return makeData({ ...nulls, type, data: data as Int32Array, dictionary }) as Data;
  }
  if (type instanceof Bool) {
    return makeData({ ...nulls, type, data: bitsOf(data, rows) }) as Data;
  }
  return makeData({ ...nulls, type: type as Int32, data: data as Int32Array }) as Data;
}

function bitmapOf(column: OutputColumn, rows: number): Uint8Array {
  return column.reader === null
    ? new Uint8Array((rows + 7) >> 3)
    : bitsOf(column.valid.subarray(0, rows), rows);
}

function bitsOf(values: Store, rows: number): Uint8Array {
  const bits = new Uint8Array((rows + 7) >> 3);
  for (let row = 0; row < rows; row++) {
    if (values[row] !== 0) bits[row >> 3]! |= 1 << (row & 7);
  }
  return bits;
}
