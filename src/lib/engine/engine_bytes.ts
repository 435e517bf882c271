/**
 * The size of `duckdb-eh.wasm` in bytes. A compressed download does not say how long it is when
 * unpacked, and progress is counted unpacked.
 */
export const ENGINE_BYTES = 34_242_586;
