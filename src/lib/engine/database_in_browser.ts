import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { EngineError } from './engine';
import { openQueuedEngine, type Connection, type QueuedEngine } from './queued_engine';
import { StreamedAnswers } from './streamed_answers';

/**
 * Opens an empty database in a worker that runs DuckDB's script, and seals it.
 * @param program address of DuckDB's module, by which the script asks for it
 */
export async function openDatabase(
  worker: Worker,
  program: string,
  onFatal: (error: EngineError) => void,
): Promise<QueuedEngine> {
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(program);
  await database.open({});
  const connection = await database.connect();
  return openQueuedEngine(connectionInBrowser(database, connection), onFatal);
}

function connectionInBrowser(database: AsyncDuckDB, connection: AsyncDuckDBConnection): Connection {
  const answers = new StreamedAnswers(connection);
  return {
    async run(statements) {
      answers.forget();
      await connection.query(statements);
    },
    answer: (query) => answers.answer(query),
    interrupt: () => answers.interrupt(),
    async insert(table, arrowStream) {
      await connection.insertArrowFromIPCStream(whole(arrowStream), { name: table, create: false });
    },
    async close() {
      await database.terminate();
    },
  };
}

/** The package hands the whole buffer behind a view over to the worker. */
function whole(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
