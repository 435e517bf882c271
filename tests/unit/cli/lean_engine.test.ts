import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { isForExtensions, withExports } from '../../../src/cli/lean_engine.mjs';

const packaged = readFileSync(
  createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
);
const isKept = (name: string) => !isForExtensions(name);
const script = readFileSync(
  createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'),
  'utf8',
);

test('leaves the exports out and everything else as it was', () => {
  const lean = withExports(packaged, isKept);
  const before = new WebAssembly.Module(packaged);
  const after = new WebAssembly.Module(lean as Uint8Array<ArrayBuffer>);
  expect(WebAssembly.Module.exports(after)).toEqual(
    WebAssembly.Module.exports(before).filter(({ name }) => isKept(name)),
  );
  expect(WebAssembly.Module.imports(after)).toEqual(WebAssembly.Module.imports(before));
  expect(lean.length).toBeLessThan(packaged.length);
  // The code comes after the exports and makes up the end of the file.
  const end = 20_000_000;
  expect(Buffer.compare(lean.subarray(-end), packaged.subarray(-end))).toBe(0);
});

test('with every export kept the module is the same, byte for byte', () => {
  expect(
    Buffer.compare(
      withExports(packaged, () => true),
      packaged,
    ),
  ).toBe(0);
});

test('nothing is left out that the script of this version reads by name', () => {
  const read = [...script.matchAll(/wasmExports\.([\w$]+)/g)].map(([, name]) => name ?? '');
  expect(read.length).toBeGreaterThan(50);
  expect(read.filter((name) => !isKept(name))).toEqual([]);
});
