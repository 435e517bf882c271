import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { startSealedWorker } from '../platform/sealed_worker';
import { EngineError, type Engine } from './engine';
import { engineProgram, engineProgramUrl, takeEngineProgram } from './engine_program';
import { engineErrorOf } from './failure';
import type { QueuedEngine } from './queued_engine';

export interface BrowserEngineOptions {
  /** The database is gone: its worker has ended and every request was rejected. Called at most once. */
  readonly onFatal: (error: EngineError) => void;
}

/**
 * Starts DuckDB in a worker of its own, sealed, on one thread. The worker's script, DuckDB's module and the
 * page's own part of it arrive side by side. Rejects with a fatal `EngineError` when the program cannot be
 * fetched or started.
 */
export async function startEngineInBrowser({ onFatal }: BrowserEngineOptions): Promise<Engine> {
  const script = new URL(workerUrl, location.href).href;
  const worker = startSealedWorker(script, 'classic', takeEngineProgram());
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(workerError(event)));
  });
  died.catch(() => {});
  try {
    const engine = await Promise.race([boot(worker, onFatal), died]);
    died.catch((error: unknown) => engine.fail(error));
    return engine;
  } catch (cause) {
    worker.terminate();
    throw new EngineError('The database could not be started.', 'fatal', { cause });
  }
}

async function boot(worker: Worker, onFatal: (error: EngineError) => void): Promise<QueuedEngine> {
  const handedOver = engineProgram().then((program) => worker.postMessage(program));
  const opened = import('./database_in_browser').then(({ openDatabase }) =>
    openDatabase(worker, engineProgramUrl(), onFatal),
  );
  // A program that does not come would leave the other waiting for ever.
  const [engine] = await Promise.all([opened, handedOver]);
  return engine;
}

function workerError(event: ErrorEvent): EngineError {
  const cause = engineErrorOf(event.error ?? new Error(event.message));
  return cause.kind === 'fatal'
    ? cause
    : new EngineError('The worker that holds the database stopped.', 'fatal', { cause });
}
