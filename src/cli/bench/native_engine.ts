import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { Table, vectorFromArray } from 'apache-arrow';
import { boundStatements } from '$lib/engine/bound_values';
import type { Engine } from '$lib/engine/engine';
import { closeRows } from '$lib/engine/rows';

/** Native DuckDB behind the engine's interface, on one thread, so that both run the same marts and measures. */
export interface NativeEngine extends Engine {
  readonly connection: DuckDBConnection;
}

/** Starts native DuckDB in memory, compressed like the sealed engine, on one thread. */
export async function startNativeEngine(): Promise<NativeEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("attach ':memory:' as m (compress)");
  await connection.run('use m');
  return {
    connection,
    async run(statements) {
      await connection.run(statements);
    },
    insert() {
      throw new Error('Native DuckDB reads the Parquet files itself.');
    },
    async ask(query) {
      const { prepare, execute } = boundStatements(query);
      if (prepare !== null) await connection.run(prepare);
      const reader = await connection.runAndReadAll(execute);
      const names = reader.columnNames();
      const rows = reader.getRowsJson();
      return closeRows(
        new Table(
          Object.fromEntries(
            names.map((name, column) => [
              name,
              vectorFromArray(rows.map((row) => plain(row[column]))),
            ]),
          ),
        ),
      );
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** BIGINT comes as text. */
function plain(cell: unknown): string | number | boolean | null {
  if (typeof cell === 'string' && /^-?\d+$/.test(cell)) return Number(cell);
  return cell as string | number | boolean | null;
}
