import { DataType, type Table } from 'apache-arrow';
import { EngineError, type RawRows } from './engine';

/** Dates and times are ISO text, every number is a JavaScript number. */
export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

const answers = new WeakMap<RawRows, Table>();

/** Closes an answer, so that only `openRows` can read it. */
export function closeRows(answer: Table): RawRows {
  const rows = Object.freeze({}) as unknown as RawRows;
  answers.set(rows, answer);
  return rows;
}

/**
 * The rows of an answer as plain objects, one property a column. Throws an `EngineError` for an
 * integer that JavaScript cannot hold exactly, for HUGEINT (`sum` of integers: cast it to double
 * or bigint in the query), for two columns of one name and for types no measure needs.
 */
export function openRows<T = Row>(rows: RawRows): T[] {
  const answer = answers.get(rows);
  if (!answer) throw new EngineError('These rows did not come from the engine.', 'query');
  const opened: Row[] = Array.from({ length: answer.numRows }, () => ({}));
  const seen = new Set<string>();
  answer.schema.fields.forEach(({ name, type }, column) => {
    if (seen.has(name)) throw new EngineError(`Two columns are named “${name}”.`, 'query');
    seen.add(name);
    const read = readerOf(name, type);
    const cells = answer.getChildAt(column);
    opened.forEach((row, index) => {
      const cell: unknown = cells?.get(index);
      row[name] = cell === null || cell === undefined ? null : read(cell);
    });
  });
  return opened as T[];
}

function readerOf(column: string, type: DataType): (cell: unknown) => Cell {
  if (DataType.isDictionary(type)) return readerOf(column, type.dictionary);
  if (DataType.isUtf8(type)) return (cell) => cell as string;
  if (DataType.isBool(type)) return (cell) => cell as boolean;
  if (DataType.isFloat(type)) return (cell) => cell as number;
  if (DataType.isInt(type)) return (cell) => safeInteger(column, cell as number | bigint);
  // Arrow gives both as milliseconds since 1970, at UTC.
  if (DataType.isDate(type)) return (cell) => new Date(Number(cell)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) return (cell) => new Date(Number(cell)).toISOString();
  if (DataType.isDecimal(type)) {
    if (type.precision === 38 && type.scale === 0)
      throw new EngineError(
        `Column “${column}” is a HUGEINT, which cannot be read exactly: cast it to double or bigint.`,
        'query',
      );
    return (cell) => decimal(cell as Uint32Array, type.scale);
  }
  if (DataType.isNull(type)) return () => null;
  throw new EngineError(
    `Column “${column}” has the type ${String(type)}, which is not read.`,
    'query',
  );
}

function safeInteger(column: string, integer: number | bigint): number {
  const number = Number(integer);
  if (!Number.isSafeInteger(number))
    throw new EngineError(
      `Column “${column}” holds a whole number too large for JavaScript to hold exactly.`,
      'query',
    );
  return number;
}

/** From a 128-bit two's complement in four words, lowest first. By way of text, so that it is rounded once. */
function decimal(words: Uint32Array, scale: number): number {
  let unscaled = 0n;
  for (let word = words.length - 1; word >= 0; word--)
    unscaled = (unscaled << 32n) | BigInt(words[word] ?? 0);
  return Number(`${BigInt.asIntN(words.length * 32, unscaled)}e${-scale}`);
}
