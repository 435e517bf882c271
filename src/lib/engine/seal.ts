import { EngineError } from './engine';
import { openingWords } from './sql_text';

/**
 * The first statements on a new database, in this order. Extensions go first, because attaching
 * may look for one; the database in use is attached compressed (an attendance row takes 5.4 bytes
 * instead of 28) before outside access ends; the lock comes last, since it forbids every `set`.
 */
export const sealingStatements: readonly string[] = [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set allow_community_extensions = false',
  "attach ':memory:' as m (compress)",
  'use m',
  'set enable_external_access = false',
  'set lock_configuration = true',
];

/**
 * DuckDB itself still accepts some of these after the seal (`install` does nothing, a second
 * database in memory is attached, a profiling pragma prints queries to the console). None is
 * needed, so none is sent.
 */
const REFUSED =
  /^(attach|call|checkpoint|copy|detach|export|force|import|install|load|pragma|reset|set|use)\b|^(create|drop) (persistent )?secret\b|^update extensions\b/;

/** Throws an `EngineError` of kind `refused` when a statement would reach outside the database or change its settings. */
export function refuseToReachOut(text: string): void {
  const refused = openingWords(text).find((words) => REFUSED.test(words));
  if (refused !== undefined)
    throw new EngineError(
      `The database is sealed: “${refused.split(' ')[0]}” is not allowed.`,
      'refused',
    );
}
