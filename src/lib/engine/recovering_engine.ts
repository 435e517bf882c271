import { EngineError, type Engine } from './engine';

export type EngineState =
  | { readonly is: 'ready' }
  /** A fresh database is being started and filled; questions wait for it. */
  | { readonly is: 'restarting'; readonly message: string }
  /** Given up: every question is rejected until the page is opened anew. */
  | { readonly is: 'lost'; readonly message: string };

export interface RecoveringEngineOptions {
  /** Starts an empty database; it calls `onFatal` when that database is gone. */
  readonly start: (onFatal: (error: EngineError) => void) => Promise<Engine>;
  /** Fills a fresh database with what the lost one held. Not called for the first. */
  readonly reload: (engine: Engine) => Promise<void>;
  readonly onState?: (state: EngineState) => void;
}

const RESTARTS_IN_A_ROW = 3;
/** A fault this long after the last restart, in milliseconds, counts as the first again. */
const CALM = 60_000;

const RESTARTING =
  'The database ran out of memory or hit a fault. It is being started again with the same files; your view is kept.';
const LOST =
  'The database keeps stopping on these files, so it was not started again. Open the page anew and load fewer rows.';

export interface RecoveringEngine extends Engine {
  /** Resolves when the first database runs, sealed; rejects, as every request then does, when none could be started. */
  readonly started: Promise<void>;
}

/**
 * An engine that outlives its database. It takes requests at once: they wait for the database, the first
 * as any later one. After a fatal error the requests in hand are rejected
 * (kind `fatal`), a fresh database is started and reloaded, and later requests wait for it. Ask
 * again when the state is `ready`: nothing is retried unasked, because the question itself may be
 * what stops the database.
 */
export function startRecoveringEngine({
  start,
  reload,
  onState = () => {},
}: RecoveringEngineOptions): RecoveringEngine {
  let restarts = 0;
  let readySince = -Infinity;
  let closed = false;

  async function boot(fill: (engine: Engine) => Promise<void>): Promise<Engine> {
    let fault: EngineError | null = null;
    let ready = false;
    const engine = await start((error) => {
      fault = error;
      if (ready) recover();
    });
    try {
      await fill(engine);
      if (fault) throw fault as EngineError;
    } catch (error) {
      await engine.close();
      throw error;
    }
    ready = true;
    readySince = Date.now();
    onState({ is: 'ready' });
    return engine;
  }

  async function restart(): Promise<Engine> {
    while (restarts < RESTARTS_IN_A_ROW && !closed) {
      restarts += 1;
      onState({ is: 'restarting', message: RESTARTING });
      try {
        return await boot(reload);
      } catch (error) {
        if (!(error instanceof EngineError && error.kind === 'fatal'))
          throw lost(notReloaded(error), error);
      }
    }
    throw closed ? new EngineError('The database has been closed.', 'cancelled') : lost(LOST);
  }

  function lost(message: string, cause?: unknown): EngineError {
    onState({ is: 'lost', message });
    return new EngineError(message, 'fatal', { cause });
  }

  function recover(): void {
    if (closed) return;
    if (Date.now() - readySince > CALM) restarts = 0;
    current = restart();
    current.catch(() => {});
  }

  let current = boot(async () => {});
  const started = current.then(() => {});
  started.catch(() => {});

  return {
    started,
    run: async (statements) => (await current).run(statements),
    insert: async (table, arrowStream) => (await current).insert(table, arrowStream),
    ask: async (query, options) => (await current).ask(query, options),
    async close() {
      closed = true;
      await current.then(
        (engine) => engine.close(),
        () => {},
      );
    },
  };
}

function notReloaded(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The database was started again but the files could not be loaded into it: ${reason}`;
}
