/** Rows decoded at a time: small enough for the processor's cache, which doubles the speed. */
export const CHUNK_ROWS = 8192;

interface Common {
  readonly rows: number;
  /** Bit `first + i` is 1 where row i has a value; null when every row has one. */
  readonly validity: Uint8Array | null;
  readonly first: number;
}

export type SmallIntegers =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

/** One column of a chunk as the decoder hands it over; its arrays may be views that soon go stale. */
export type RawColumn = Common &
  (
    | { readonly form: 'integer'; readonly values: SmallIntegers }
    /** Two little-endian 32-bit words a row, the low one first. */
    | { readonly form: 'integer64'; readonly words: Int32Array; readonly signed: boolean }
    /** Four words a row; the value is the 128-bit integer divided by 10 to the power of `scale`. */
    | { readonly form: 'decimal'; readonly words: Int32Array; readonly scale: number }
    | { readonly form: 'number'; readonly values: Float32Array | Float64Array }
    /** Bit `first + i` is the value of row i. */
    | { readonly form: 'boolean'; readonly bits: Uint8Array }
    /** Days since 1970-01-01. */
    | { readonly form: 'day'; readonly days: Int32Array }
    /** Two words a row: ticks since 1970-01-01. */
    | { readonly form: 'timestamp'; readonly words: Int32Array; readonly ticksPerDay: number }
    /** Row i is the UTF-8 bytes from `offsets[i]` to `offsets[i + 1]`. */
    | { readonly form: 'text'; readonly bytes: Uint8Array; readonly offsets: Int32Array }
  );

/** Whether row i has a value. */
export function hasValue(raw: RawColumn, row: number): boolean {
  const { validity } = raw;
  if (validity === null) return true;
  const bit = raw.first + row;
  return (validity[bit >> 3]! & (1 << (bit & 7))) !== 0;
}
