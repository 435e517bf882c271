declare const unread: unique symbol;

/** A statement with its bound values; made by the `sql` template only. */
export interface Query {
  readonly text: string;
  readonly values: readonly Value[];
}

export type Value = string | number | bigint | boolean | null;

/**
 * Rows as the engine answered them. The type has no readable part, so no page or file can show them
 * by accident; `engine/rows.ts` opens them for intake, marts, measures and models.
 */
export interface RawRows {
  readonly [unread]: true;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** A later question in the same lane supersedes one still waiting there. */
  readonly lane?: string;
  /** What is asked, for the browser's performance timeline; the lane where it has none. */
  readonly name?: string;
}

/**
 * DuckDB, sealed: no file, address, extension or further database can be reached through it.
 * Every method rejects with an `EngineError`; after a fatal one the engine must be started anew.
 */
export interface Engine {
  /** Runs statements that answer nothing (tables, marts, deletes). */
  run(statements: string): Promise<void>;
  /**
   * Appends an Arrow IPC stream to an existing table, column by column in order. The bytes are
   * handed over: in the browser they are empty afterwards.
   */
  insert(table: string, arrowStream: Uint8Array): Promise<void>;
  /** Answers one question. Once its signal aborts it is dropped, even while the engine works on it. */
  ask(query: Query, options?: AskOptions): Promise<RawRows>;
  close(): Promise<void>;
}

export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    message: string,
    /** `fatal`: the instance is poisoned; `superseded` and `cancelled`: nobody wants the answer any more. */
    readonly kind: 'query' | 'refused' | 'fatal' | 'cancelled' | 'superseded',
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
