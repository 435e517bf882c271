// Takes out of DuckDB's module what only extensions would be linked with. Its code stays byte for byte.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const EXPORTS = 7;

/**
 * Whether only extensions would be linked with an export: the names of C++ and the doubles of others.
 * No extension is ever loaded here.
 * @param {string} name
 */
export function isForExtensions(name) {
  return /^(_Z|orig\$)/.test(name);
}

/**
 * Writes the engine's module of a build anew without the exports of C++ (`_Z…`) and the doubles `orig$…`:
 * 72,000 of 75,000, a fifth of its bytes, which every start would decode and turn into functions.
 * @param {string} folder the build's folder
 */
export function leanEngine(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => /duckdb-eh[^/\\]*\.wasm$/.test(each))) {
    const path = join(folder, name);
    writeFileSync(
      path,
      withExports(readFileSync(path), (each) => !isForExtensions(each)),
    );
  }
}

/**
 * A WebAssembly module with some of its exports only. Every other section is as it was.
 * @param {Uint8Array} module
 * @param {(name: string) => boolean} isKept
 * @returns {Uint8Array}
 */
export function withExports(module, isKept) {
  const parts = [module.subarray(0, 8)];
  for (let at = 8; at < module.length;) {
    const size = leb(module, at + 1);
    const end = size.next + size.value;
    parts.push(
      ...(module[at] === EXPORTS
        ? exportSection(module, size.next, isKept)
        : [module.subarray(at, end)]),
    );
    at = end;
  }
  return Buffer.concat(parts);
}

/**
 * @param {Uint8Array} module
 * @param {number} start
 * @param {(name: string) => boolean} isKept
 * @returns {Uint8Array[]}
 */
function exportSection(module, start, isKept) {
  const count = leb(module, start);
  const text = new TextDecoder();
  const kept = [];
  let at = count.next;
  for (let index = 0; index < count.value; index++) {
    const length = leb(module, at);
    const kind = length.next + length.value;
    // After the name a byte for the kind, then the index.
    const { next } = leb(module, kind + 1);
    if (isKept(text.decode(module.subarray(length.next, kind))))
      kept.push(module.subarray(at, next));
    at = next;
  }
  const number = toLeb(kept.length);
  const size = kept.reduce((sum, each) => sum + each.length, number.length);
  return [Uint8Array.from([EXPORTS, ...toLeb(size), ...number]), ...kept];
}

/**
 * An unsigned number in seven bits a byte, lowest first.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function leb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, next: at };
  }
}

/** @param {number} value */
function toLeb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}
