import type { Batch, Column, ColumnValues } from './parquet';

/** A value of a row object: what its column stores, dates as day numbers. */
export type Value = number | string | boolean | null | undefined;
export type Row = Readonly<Record<string, Value>>;

function columnValues(column: Column, rows: readonly Row[]): ColumnValues {
  const bitmap = new Uint8Array(Math.ceil(rows.length / 64) * 8);
  const set = (bits: Uint8Array, i: number) =>
    (bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7)));
  rows.forEach((row, i) => {
    if (row[column.name] === null || row[column.name] === undefined) {
      if (column.required) throw new Error(`${column.name} of row ${i} is missing`);
    } else set(bitmap, i);
  });
  const nullable = column.required ? {} : { present: bitmap };
  const number = (row: Row) => Number(row[column.name] ?? 0);
  switch (column.type) {
    case 'int64':
      return { values: BigInt64Array.from(rows, (row) => BigInt(number(row))), ...nullable };
    case 'int16':
      return { values: Int16Array.from(rows, number), ...nullable };
    case 'int8':
      return { values: Int8Array.from(rows, number), ...nullable };
    case 'int32':
    case 'date':
      return { values: Int32Array.from(rows, number), ...nullable };
    case 'float64':
      return { values: Float64Array.from(rows, number), ...nullable };
    case 'boolean': {
      const bits = new Uint8Array(bitmap.length);
      rows.forEach((row, i) => row[column.name] === true && set(bits, i));
      return { values: bits, ...nullable };
    }
    case 'code': {
      const places = new Map<string, number>();
      const values = Int16Array.from(rows, (row) => {
        const text = row[column.name];
        if (typeof text !== 'string') return 0;
        const place = places.get(text) ?? places.size;
        places.set(text, place);
        return place;
      });
      return { values, codes: places.size > 0 ? [...places.keys()] : [''], ...nullable };
    }
  }
}

/** Batches of rows given as objects, at most `size` rows each; a table without rows has one empty batch. */
export function* batchesOf(
  columns: readonly Column[],
  rows: Iterable<Row>,
  size = 200_000,
): Generator<Batch> {
  const batch = (part: readonly Row[]): Batch => ({
    rows: part.length,
    columns: columns.map((column) => columnValues(column, part)),
  });
  let part: Row[] = [];
  let empty = true;
  for (const row of rows) {
    part.push(row);
    if (part.length < size) continue;
    yield batch(part);
    empty = false;
    part = [];
  }
  if (part.length > 0 || empty) yield batch(part);
}
