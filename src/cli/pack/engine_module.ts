import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isForExtensions, withExports } from '../lean_engine.mjs';

/**
 * The engine's module as the built page has it: the build takes exports out that nothing uses, and leaves the code byte
 * for byte. Here the file runs as it was published; the form of the page is what a pack names, so that both name one.
 */
export async function engineModule(): Promise<Uint8Array<ArrayBuffer>> {
  const path = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  return Uint8Array.from(withExports(await readFile(path), (name) => !isForExtensions(name)));
}
