import type { Table } from '$lib/contract/table';
import { tableNamed, tables } from '$lib/contract/tables';
import { refusal } from './file_report';

/**
 * The contract table a file holds: the one its metadata names, else the one its name begins with, up to
 * the first `.` or `-` (`attendance-2024-25.parquet` is `attendance`).
 * @throws FileRefused when there is no such table
 */
export function detectTable(file: string, namedInMetadata: string | undefined): Table {
  const inName = (file.split(/[\\/]/).at(-1) ?? '').split(/[.-]/)[0]!;
  // A browser that downloads a file twice calls the second one "people (1).parquet".
  const name = (namedInMetadata || inName.replace(/ \(\d+\)$/, '')).trim().toLowerCase();
  const table = tableNamed(name);
  if (table) return table;
  throw refusal(
    'unknown_table',
    { file, table: null },
    {
      text:
        (namedInMetadata ? 'Its metadata names a table that is not in the contract. ' : '') +
        `The tables are ${tables.map((known) => known.name).join(', ')}.`,
    },
  );
}
