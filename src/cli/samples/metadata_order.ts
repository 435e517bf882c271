import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** A text in Thrift's compact protocol: a field or element of type binary, its length, its bytes. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  const length: number[] = [];
  let left = bytes.length;
  for (; left > 127; left >>= 7) length.push((left & 127) | 128);
  return Buffer.concat([Buffer.from([0x18, ...length, left]), bytes]);
}

/** A KeyValue structure of a Parquet footer. */
function pair([key, value]: readonly [string, string]): Buffer {
  return Buffer.concat([text(key), text(value), Buffer.from([0])]);
}

/**
 * Puts a file's key-value metadata in the order given. parquet-wasm keeps it in a hash map whose
 * order changes from one file to the next, so without this the same data would not give the same
 * bytes. The entries are moved within the footer; nothing else changes.
 */
export function orderMetadata(path: string, metadata: Readonly<Record<string, string>>): void {
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(8);
    readSync(file, tail, 0, 8, size - 8);
    const length = tail.readUInt32LE(0);
    const footer = Buffer.alloc(length);
    readSync(file, footer, 0, length, size - 8 - length);

    const pairs = Object.entries(metadata).map(pair);
    const places = pairs.map((bytes) => footer.indexOf(bytes));
    const ordered = Buffer.concat(pairs);
    const first = Math.min(...places);
    const last = Math.max(...places.map((place, i) => place + (pairs[i]?.length ?? 0)));
    if (first < 0 || last - first !== ordered.length) {
      throw new Error(`the metadata of ${path} is not where it should be`);
    }
    writeSync(file, ordered, 0, ordered.length, size - 8 - length + first);
  } finally {
    closeSync(file);
  }
}
