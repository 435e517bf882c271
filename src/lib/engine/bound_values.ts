import { EngineError, type Query, type Value } from './engine';

/** What is sent for a query: first (unless it has no values) its preparation, then its execution. */
export interface BoundStatements {
  readonly prepare: string | null;
  readonly execute: string;
}

/**
 * A query as a prepared statement and its execution with the values. The package's own way to run
 * a prepared statement holds the worker until the answer is there; an `execute` statement can be
 * sent, polled and so cancelled. Values never meet the text of the query: they are constants of
 * `execute`, which can hold nothing but constants.
 */
export function boundStatements(query: Query): BoundStatements {
  if (query.values.length === 0) return { prepare: null, execute: query.text };
  return {
    prepare: `prepare asked as ${query.text}`,
    execute: `execute asked(${query.values.map(constant).join(', ')})`,
  };
}

function constant(value: Value): string {
  switch (typeof value) {
    case 'string':
      if (value.includes('\0'))
        throw new EngineError('Text with a NUL character cannot be asked for.', 'query');
      return `'${value.replaceAll("'", "''")}'`;
    case 'number':
      if (!Number.isFinite(value))
        throw new EngineError('A number that is not finite cannot be asked for.', 'query');
      return Number.isSafeInteger(value) ? String(value) : `'${value}'::double`;
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return 'null';
  }
}
