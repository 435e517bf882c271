import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { startSealedWorker } from '../platform/sealed_worker';
import { EngineError, type Engine } from './engine';
import { ENGINE_BYTES } from './engine_bytes';
import { engineErrorOf } from './failure';
import { openQueuedEngine, type Connection, type QueuedEngine } from './queued_engine';
import { StreamedAnswers } from './streamed_answers';

export interface BrowserEngineOptions {
  /** The database is gone: its worker has ended and every request was rejected. Called at most once. */
  readonly onFatal: (error: EngineError) => void;
  /** How much of the database program has arrived, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Starts DuckDB in a worker of its own, sealed, on one thread. Rejects with a fatal `EngineError`
 * when the program cannot be fetched or started.
 */
export async function startEngineInBrowser({
  onFatal,
  onProgress = () => {},
}: BrowserEngineOptions): Promise<Engine> {
  const worker = startSealedWorker(absolute(workerUrl), 'classic');
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(workerError(event)));
  });
  died.catch(() => {});
  try {
    const engine = await Promise.race([boot(worker, onFatal, onProgress), died]);
    died.catch((error: unknown) => engine.fail(error));
    return engine;
  } catch (cause) {
    worker.terminate();
    throw new EngineError('The database could not be started.', 'fatal', { cause });
  }
}

async function boot(
  worker: Worker,
  onFatal: (error: EngineError) => void,
  onProgress: (fraction: number) => void,
): Promise<QueuedEngine> {
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(absolute(wasmUrl), null, ({ bytesLoaded }) =>
    onProgress(Math.min(bytesLoaded / ENGINE_BYTES, 1)),
  );
  onProgress(1);
  await database.open({});
  const connection = await database.connect();
  const version = await database.getVersion();
  return openQueuedEngine(connectionInBrowser(database, connection, version), onFatal);
}

function connectionInBrowser(
  database: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  version: string,
): Connection {
  const answers = new StreamedAnswers(connection);
  return {
    version,
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

function workerError(event: ErrorEvent): EngineError {
  const cause = engineErrorOf(event.error ?? new Error(event.message));
  return cause.kind === 'fatal'
    ? cause
    : new EngineError('The worker that holds the database stopped.', 'fatal', { cause });
}

function absolute(url: string): string {
  return new URL(url, location.href).href;
}
