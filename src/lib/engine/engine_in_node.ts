import { createRequire } from 'node:module';
import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { boundStatements } from './bound_values';
import type { Engine } from './engine';
import { openQueuedEngine, type Connection } from './queued_engine';

/**
 * Starts DuckDB under Node from the same WebAssembly module as the browser, sealed. It computes in
 * the calling thread, so a question is cancelled while it waits but not while it runs.
 */
export async function startEngineInNode(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const duckdb =
    require('@duckdb/duckdb-wasm/blocking') as typeof import('@duckdb/duckdb-wasm/blocking');
  const eh = {
    mainModule: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
    mainWorker: '',
  };
  const database = await duckdb.createDuckDB(
    { mvp: eh, eh },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => {});
  database.open({});
  return openQueuedEngine(connectionInNode(database.connect()));
}

function connectionInNode(connection: DuckDBConnection): Connection {
  return {
    async run(statements) {
      connection.query(statements);
    },
    async answer(query) {
      const { prepare, execute } = boundStatements(query);
      if (prepare !== null) connection.query(prepare);
      return connection.query(execute);
    },
    async insert(table, arrowStream) {
      connection.insertArrowFromIPCStream(arrowStream, { name: table, create: false });
    },
    interrupt() {},
    async close() {
      connection.close();
    },
  };
}
