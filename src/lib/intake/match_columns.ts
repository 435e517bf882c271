import type { Column, Table } from '$lib/contract/table';
import type { FileColumns, FileIdentity } from './file_report';
import { refusal } from './file_report';
import type { FooterColumn, FooterForm } from './footer';

/** The columns of a file beside those of its contract table. */
export interface MatchedColumns extends FileColumns {
  /** The name in the file of each contract column that is to be decoded. */
  readonly inFile: ReadonlyMap<string, string>;
}

/** What a contract column may be supplied as, and how a message says so. */
function accepted(column: Column): { forms: readonly FooterForm[]; words: string } {
  switch (column.type) {
    case 'person':
    case 'parent':
      return { forms: ['integer', 'text'], words: 'integer or text' };
    case 'school':
    case 'integer':
      return column.textAllowed
        ? { forms: ['integer', 'text'], words: 'integer or text' }
        : { forms: ['integer'], words: 'integer' };
    case 'number':
      return { forms: ['number', 'integer'], words: 'number' };
    case 'boolean':
      return { forms: ['boolean'], words: 'BOOLEAN' };
    case 'date':
    case 'month':
      return { forms: ['date', 'timestamp'], words: 'DATE' };
    case 'code':
    case 'district':
    case 'text':
      return { forms: ['text'], words: 'text' };
  }
}

/**
 * Finds the contract's columns among those of a file; capitals do not matter.
 * @throws FileRefused for a required column that is missing, a name that occurs twice, a wrong type
 */
export function matchColumns(
  table: Table,
  found: readonly FooterColumn[],
  identity: FileIdentity,
): MatchedColumns {
  const byName = new Map<string, FooterColumn>();
  for (const column of found) {
    const name = column.name.toLowerCase();
    if (byName.has(name)) throw refusal('duplicate_column', identity, { column: column.name });
    byName.set(name, column);
  }
  const missing = table.columns.filter((column) => column.required && !byName.has(column.name));
  if (missing.length > 0) {
    const names = missing.map((column) => column.name).join(', ');
    throw refusal('missing_column', identity, {
      column: missing[0]!.name,
      text: `Expected ${names}; found ${found.map((column) => column.name).join(', ')}.`,
    });
  }
  const inFile = new Map<string, string>();
  const known: string[] = [];
  for (const column of table.columns) {
    const candidate = byName.get(column.name);
    if (!candidate) continue;
    known.push(column.name);
    // A writer gives a column without any value whatever type it likes.
    if (candidate.allEmpty && (!column.required || column.mayBeEmpty)) continue;
    const { forms, words } = accepted(column);
    if (!forms.includes(candidate.form)) {
      throw refusal('wrong_type', identity, {
        column: column.name,
        text: `Expected ${words}, found ${candidate.type}.`,
      });
    }
    inFile.set(column.name, candidate.name);
  }
  const names = new Set(table.columns.map((column) => column.name));
  return {
    inFile,
    known,
    missing_optional: table.columns
      .filter((column) => !byName.has(column.name))
      .map((column) => column.name),
    unknown: found
      .filter((column) => !names.has(column.name.toLowerCase()))
      .map((column) => column.name),
  };
}
