import initialiseWasm, { ParquetFile, wasmMemory, type RecordBatch } from 'parquet-wasm/esm';
import { unlessTrapped, watchForTraps } from './parquet_traps';
import { CHUNK_ROWS, type RawColumn, type SmallIntegers } from './raw_column';

/** The columns of a run of rows, by their names in the file. */
export interface Chunk {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, RawColumn>;
}

let started: Promise<unknown> | null = null;

/** Starts the Parquet decoder once. @param wasm its WebAssembly module: bytes, or where to fetch it */
export async function initialiseParquet(wasm: BufferSource | URL | string): Promise<void> {
  watchForTraps();
  started ??= initialiseWasm({ module_or_path: wasm });
  try {
    await started;
  } catch (error) {
    started = null;
    throw error;
  }
}

/** Where to read in a Parquet file; all rows of all row groups when left out. */
export interface ReadFrom {
  readonly rowGroups: readonly number[];
  readonly limit?: number;
}

/**
 * Decodes columns of a Parquet file, a chunk of at most `CHUNK_ROWS` rows at a time. The next chunk is
 * decoded when it is asked for. A chunk's arrays are views of the decoder's memory: use them before
 * asking for the next one. Leaving the loop early frees everything.
 */
export async function* parquetChunks(
  file: Blob,
  columns: readonly string[],
  { rowGroups, limit }: ReadFrom,
): AsyncGenerator<Chunk, void> {
  const parquet = await unlessTrapped(ParquetFile.fromFile(file));
  let reader: ReadableStreamDefaultReader<RecordBatch> | null = null;
  let trapped = false;
  try {
    for (const rowGroup of rowGroups) {
      const stream = await unlessTrapped(
        parquet.stream({
          rowGroups: [rowGroup],
          columns: [...columns],
          batchSize: CHUNK_ROWS,
          ...(limit === undefined ? {} : { limit }),
        }),
      );
      reader = (stream as ReadableStream<RecordBatch>).getReader();
      for (;;) {
        const { done, value } = await unlessTrapped(reader.read());
        if (done) break;
        const memory = value.intoFFI();
        try {
          yield chunkAt(memory.arrayAddr(), memory.schemaAddr());
        } finally {
          memory.free();
        }
      }
    }
  } catch (error) {
    trapped = error instanceof WebAssembly.RuntimeError;
    throw error;
  } finally {
    // What a trap left half done can be neither cancelled nor freed.
    if (!trapped) {
      await reader?.cancel();
      parquet.free();
    }
  }
}

// The Arrow C data interface as a 32-bit program lays it out
// (https://arrow.apache.org/docs/format/CDataInterface.html). Offsets are in 32-bit words.
const ARRAY = { length: 0, nulls: 2, offset: 4, children: 8, buffers: 10, childList: 11 };
const SCHEMA = { format: 0, name: 1, childList: 8 };

function chunkAt(arrayAddress: number, schemaAddress: number): Chunk {
  const { buffer } = wasmMemory();
  const words = new Uint32Array(buffer);
  const array = arrayAddress >>> 2;
  const schema = schemaAddress >>> 2;
  const rows = words[array + ARRAY.length]!;
  const columns = new Map<string, RawColumn>();
  for (let child = 0; child < words[array + ARRAY.children]!; child++) {
    const column = words[(words[array + ARRAY.childList]! >>> 2) + child]! >>> 2;
    const field = words[(words[schema + SCHEMA.childList]! >>> 2) + child]! >>> 2;
    const format = textAt(buffer, words[field + SCHEMA.format]!);
    const name = textAt(buffer, words[field + SCHEMA.name]!);
    columns.set(name, rawColumn(buffer, words, column, format));
  }
  return { rows, columns };
}

function rawColumn(
  buffer: ArrayBuffer,
  words: Uint32Array,
  array: number,
  format: string,
): RawColumn {
  const rows = words[array + ARRAY.length]!;
  const first = words[array + ARRAY.offset]!;
  const buffers = words[array + ARRAY.buffers]! >>> 2;
  const [validityAt, valuesAt, bytesAt] = [
    words[buffers]!,
    words[buffers + 1]!,
    words[buffers + 2]!,
  ];
  const validity =
    validityAt === 0 || words[array + ARRAY.nulls] === 0
      ? null
      : new Uint8Array(buffer, validityAt, (first + rows + 7) >>> 3);
  const common = { rows, validity, first };
  const wordsOf = (perRow: number) =>
    new Int32Array(buffer, valuesAt + first * perRow * 4, rows * perRow);

  const Integers = integerArrays[format];
  if (Integers) {
    const at = valuesAt + first * Integers.BYTES_PER_ELEMENT;
    return { ...common, form: 'integer', values: new Integers(buffer, at, rows) };
  }
  if (format.startsWith('ts')) {
    const ticksPerDay = 86_400 * 1000 ** 'smun'.indexOf(format[2]!);
    return { ...common, form: 'timestamp', words: wordsOf(2), ticksPerDay };
  }
  if (format.startsWith('d:')) {
    const scale = Number(format.split(',')[1]);
    return { ...common, form: 'decimal', words: wordsOf(4), scale };
  }
  switch (format) {
    case 'l':
    case 'L':
      return { ...common, form: 'integer64', words: wordsOf(2), signed: format === 'l' };
    case 'f':
      return {
        ...common,
        form: 'number',
        values: new Float32Array(buffer, valuesAt + first * 4, rows),
      };
    case 'g':
      return {
        ...common,
        form: 'number',
        values: new Float64Array(buffer, valuesAt + first * 8, rows),
      };
    case 'b':
      return {
        ...common,
        form: 'boolean',
        bits: new Uint8Array(buffer, valuesAt, (first + rows + 7) >>> 3),
      };
    case 'tdD':
      return { ...common, form: 'day', days: wordsOf(1) };
    case 'u':
    case 'z': {
      const offsets = new Int32Array(buffer, valuesAt + first * 4, rows + 1);
      return {
        ...common,
        form: 'text',
        offsets,
        bytes: new Uint8Array(buffer, bytesAt, offsets[rows]!),
      };
    }
    default:
      throw new TypeError(`Arrow format ${format} is not read`);
  }
}

type IntegerArray = {
  new (buffer: ArrayBuffer, at: number, length: number): SmallIntegers;
  readonly BYTES_PER_ELEMENT: number;
};

const integerArrays: Readonly<Record<string, IntegerArray>> = {
  c: Int8Array,
  C: Uint8Array,
  s: Int16Array,
  S: Uint16Array,
  i: Int32Array,
  I: Uint32Array,
};

const decoder = new TextDecoder();

function textAt(buffer: ArrayBuffer, address: number): string {
  const bytes = new Uint8Array(buffer, address);
  return decoder.decode(bytes.subarray(0, bytes.indexOf(0)));
}
