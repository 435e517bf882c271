import { makeData, Utf8, Vector } from 'apache-arrow';

/**
 * Texts as an Arrow column without nulls. Arrow's own `vectorFromArray` compiles a function at run time,
 * which the page's security policy refuses.
 */
export function textVector(texts: readonly string[]): Vector<Utf8> {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  encoded.forEach((bytes, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + bytes.length;
  });
  const data = new Uint8Array(valueOffsets[texts.length] ?? 0);
  encoded.forEach((bytes, index) => data.set(bytes, valueOffsets[index]));
  return new Vector([
    makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data }),
  ]);
}
