import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** Native DuckDB, which the product does not ship: an independent writer and reader of files. */
export async function openNative(): Promise<DuckDBConnection> {
  return (await DuckDBInstance.create(':memory:')).connect();
}

/** The rows of a query as plain objects; counts must be cast to DOUBLE or INTEGER in the query. */
export async function nativeRows<Row extends Record<string, unknown>>(
  connection: DuckDBConnection,
  query: string,
): Promise<Row[]> {
  const result = await connection.runAndReadAll(query);
  return result.getRowObjectsJS() as Row[];
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
