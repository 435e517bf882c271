import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  makeData,
  vectorFromArray,
  type Data,
  type DataType,
} from 'apache-arrow';
import startParquet, {
  Compression,
  Table,
  WriterPropertiesBuilder,
  transformParquetStream,
} from 'parquet-wasm/esm';
import { orderMetadata } from './metadata_order';

/** How a column is stored. `code` is text, dictionary-encoded. */
export type ColumnType =
  'int64' | 'int32' | 'int16' | 'int8' | 'date' | 'boolean' | 'code' | 'float64';

export interface Column {
  name: string;
  type: ColumnType;
  required: boolean;
}

/** Numbers (a date is a day number, a code its place in `codes`), with a bitmap of the rows that have a value. */
export interface ColumnValues {
  values: BigInt64Array | Int32Array | Int16Array | Int8Array | Uint8Array | Float64Array;
  present?: Uint8Array;
  codes?: readonly string[];
}

/** Some rows of a table, column by column in the order of its columns. */
export interface Batch {
  rows: number;
  columns: ColumnValues[];
}

let started: Promise<unknown> | null = null;

async function start(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  started ??= startParquet({ module_or_path: readFileSync(path) });
  await started;
}

/** Rows of an attendance batch have 8-bit codes; tables built from row objects may need more. */
function arrowType(column: Column, place: number, narrow: boolean): DataType {
  switch (column.type) {
    case 'int64':
      return new Int64();
    case 'int32':
      return new Int32();
    case 'int16':
      return new Int16();
    case 'int8':
      return new Int8();
    case 'date':
      return new DateDay();
    case 'boolean':
      return new Bool();
    case 'float64':
      return new Float64();
    case 'code':
      return new Dictionary(new Utf8(), narrow ? new Int8() : new Int16(), place, false);
  }
}

function arrowData(type: DataType, rows: number, column: ColumnValues): Data {
  const nulls = column.present ? { nullBitmap: column.present, nullCount: -1 } : { nullCount: 0 };
  const shared = { type, length: rows, data: column.values, ...nulls };
  if (!(type instanceof Dictionary)) return makeData(shared as never);
  const dictionary = vectorFromArray([...(column.codes ?? [])], new Utf8());
  return makeData({ ...shared, dictionary } as never);
}

/**
 * Writes one Parquet file (zstd), a row group a batch or less, holding one batch in memory at a time.
 *
 * @param batches rows in order; the arrays of a batch may be used again once the next is asked for
 * @returns rows and bytes written
 */
export async function writeParquet(
  path: string,
  columns: readonly Column[],
  metadata: Readonly<Record<string, string>>,
  batches: Iterable<Batch>,
  { rowGroup = 1_000_000, narrowCodes = false } = {},
): Promise<{ rows: number; bytes: number }> {
  await start();
  const fields = columns.map(
    (column, i) => new Field(column.name, arrowType(column, i, narrowCodes), !column.required),
  );
  const schema = new Schema(fields);
  let rows = 0;
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.ZSTD)
    .setMaxRowGroupSize(rowGroup)
    .setCreatedBy('Waymark samples')
    .setKeyValueMetadata(new Map(Object.entries(metadata)))
    .build();
  const source = batches[Symbol.iterator]();
  const stream = new ReadableStream(
    {
      pull(controller) {
        const next = source.next();
        if (next.done) {
          controller.close();
          return;
        }
        const { rows: count, columns: values } = next.value;
        rows += count;
        const children = fields.map((field, i) =>
          arrowData(field.type, count, values[i] as ColumnValues),
        );
        const struct = makeData({
          type: new Struct(fields),
          length: count,
          nullCount: 0,
          children,
        });
        const bytes = RecordBatchStreamWriter.writeAll([new RecordBatch(schema, struct)]);
        const table = Table.fromIPCStream(bytes.toUint8Array(true));
        for (const batch of table.recordBatches()) controller.enqueue(batch);
        table.free();
      },
    },
    { highWaterMark: 0 },
  );
  const file = createWriteStream(path);
  for await (const chunk of await transformParquetStream(stream, properties)) {
    if (!file.write(chunk)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  orderMetadata(path, metadata);
  return { rows, bytes: statSync(path).size };
}
