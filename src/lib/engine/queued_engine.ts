import type { Table } from 'apache-arrow';
import { timed } from '../platform/timed';
import { EngineError, type Engine, type Query } from './engine';
import { engineErrorOf } from './failure';
import { RequestQueue, type Turn, type Work } from './request_queue';
import { closeRows } from './rows';
import { refuseToReachOut, sealingStatements } from './seal';

/** One connection to DuckDB, in Node or in a worker; used for one thing at a time. */
export interface Connection {
  /** Runs statements to the end; what they answer is dropped. */
  run(statements: string): Promise<void>;
  answer(query: Query): Promise<Table>;
  insert(table: string, arrowStream: Uint8Array): Promise<void>;
  /** Makes an `answer` in flight settle soon. */
  interrupt(): void;
  /** Frees everything; never rejects. */
  close(): Promise<void>;
}

export interface QueuedEngine extends Engine {
  /** For a fault seen outside any request, such as a worker that dies. */
  fail(cause: unknown): void;
}

/** Seals a fresh connection and puts a queue before it. `onFatal` is called at most once. */
export async function openQueuedEngine(
  connection: Connection,
  onFatal: (error: EngineError) => void = () => {},
): Promise<QueuedEngine> {
  const queue = new RequestQueue();
  let closed = false;

  function end(reason: EngineError): Promise<void> {
    closed = true;
    queue.close(reason);
    return connection.close();
  }

  function fail(cause: unknown): void {
    if (closed) return;
    const error = engineErrorOf(cause);
    const fatal =
      error.kind === 'fatal' ? error : new EngineError(error.message, 'fatal', { cause });
    void end(fatal);
    onFatal(fatal);
  }

  function enqueue<T>(work: Work<T>, turn?: Turn): Promise<T> {
    const perform = async (): Promise<T> => {
      try {
        return await work.perform();
      } catch (cause) {
        const error = engineErrorOf(cause);
        if (error.kind === 'fatal') fail(error);
        throw error;
      }
    };
    return queue.enqueue({ ...work, perform }, turn);
  }

  try {
    for (const statement of sealingStatements) await connection.run(statement);
  } catch (cause) {
    await connection.close();
    throw engineErrorOf(cause);
  }

  return {
    async run(statements) {
      refuseToReachOut(statements);
      await enqueue({ perform: () => connection.run(statements) });
    },
    async insert(table, arrowStream) {
      await enqueue({ perform: () => connection.insert(table, arrowStream) });
    },
    async ask(query, { lane, name, signal } = {}) {
      refuseToReachOut(query.text);
      const work = {
        perform: () => timed(`ask ${name ?? lane ?? ''}`, () => connection.answer(query)),
        interrupt: () => connection.interrupt(),
      };
      return closeRows(await enqueue(work, { lane, signal }));
    },
    async close() {
      if (!closed) await end(new EngineError('The database has been closed.', 'cancelled'));
    },
    fail,
  };
}
