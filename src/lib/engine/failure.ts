import { EngineError } from './engine';

const FATAL_MESSAGE =
  'The database stopped: it ran out of memory or hit a fault it cannot recover from.';

/** DuckDB's own errors open with their class; what follows may quote any text at all. */
const DUCKDB_ERROR = /^([A-Za-z][A-Za-z -]*) Error: /;
const REFUSED_CLASS = /^(Permission|Extension Autoloading|Missing Extension)$/;
const FATAL_CLASS = /^(FATAL|Out of Memory)$/;
const REFUSED_TEXT = /configuration has been locked|it exists in the \w+ extension/;
const TRAP =
  /memory access out of bounds|unreachable|out of memory|index (is )?out of bounds|null function|signature mismatch|stack overflow|maximum call stack|bad_alloc|divide by zero|Aborted\(|database has been invalidated/i;

/**
 * What went wrong, as an `EngineError`. A WebAssembly trap or memory that ran out is `fatal`; a
 * way out of the sealed database is `refused`; anything else is an error of that one query.
 */
export function engineErrorOf(cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const message = duckdbMessage(cause instanceof Error ? cause.message : String(cause));
  const duckdbClass = DUCKDB_ERROR.exec(message)?.[1];
  if (duckdbClass === undefined)
    return name === 'RuntimeError' || TRAP.test(message)
      ? new EngineError(FATAL_MESSAGE, 'fatal', { cause })
      : new EngineError(message, 'query', { cause });
  if (FATAL_CLASS.test(duckdbClass)) return new EngineError(FATAL_MESSAGE, 'fatal', { cause });
  const refused = REFUSED_CLASS.test(duckdbClass) || REFUSED_TEXT.test(message);
  return new EngineError(message, refused ? 'refused' : 'query', { cause });
}

/** A streamed question fails with JSON where any other request fails with text. */
function duckdbMessage(message: string): string {
  if (!message.startsWith('{"exception_type"')) return message;
  const { exception_type, exception_message } = JSON.parse(message) as Record<string, string>;
  return `${exception_type} Error: ${exception_message}`;
}
