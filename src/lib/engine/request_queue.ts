import { EngineError } from './engine';

/** One piece of work for a database that does one thing at a time. */
export interface Work<T> {
  perform(): Promise<T>;
  /** Asks the database to give up what it is doing; `perform` then settles, one way or the other. */
  interrupt?(): void;
}

export interface Turn {
  readonly lane?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Request {
  readonly lane: string | undefined;
  start(): Promise<void>;
  reject(error: EngineError): void;
}

/**
 * Requests in order, one in flight. A request still waiting is dropped when its signal aborts
 * (`cancelled`) or when a later one enters its lane (`superseded`), and then never reaches the
 * database; one in flight is interrupted, and the next starts once it has let go.
 */
export class RequestQueue {
  #waiting: Request[] = [];
  #inFlight: Request | null = null;
  #closed: EngineError | null = null;

  /** Resolves with what the work gives; rejects with its error, or with an `EngineError` when dropped. */
  enqueue<T>(work: Work<T>, { lane, signal }: Turn = {}): Promise<T> {
    if (this.#closed) return Promise.reject(this.#closed);
    if (signal?.aborted) return Promise.reject(cancelled());
    if (lane !== undefined) this.#supersede(lane);

    return new Promise<T>((resolve, reject) => {
      const request: Request = {
        lane,
        reject: (error) => {
          signal?.removeEventListener('abort', abort);
          reject(error);
        },
        start: async () => {
          try {
            resolve(await work.perform());
          } catch (error) {
            reject(error);
          } finally {
            signal?.removeEventListener('abort', abort);
          }
        },
      };
      const abort = (): void => {
        if (this.#inFlight === request) work.interrupt?.();
        else this.#waiting = this.#waiting.filter((other) => other !== request);
        request.reject(cancelled());
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(request);
      void this.#next();
    });
  }

  /** Rejects everything, in flight or waiting, and all that comes later, with one error. */
  close(error: EngineError): void {
    if (this.#closed) return;
    this.#closed = error;
    const all = this.#inFlight ? [this.#inFlight, ...this.#waiting] : this.#waiting;
    this.#waiting = [];
    for (const request of all) request.reject(error);
  }

  #supersede(lane: string): void {
    const dropped = this.#waiting.filter((request) => request.lane === lane);
    this.#waiting = this.#waiting.filter((request) => request.lane !== lane);
    for (const request of dropped)
      request.reject(new EngineError('A later question took the place of this one.', 'superseded'));
  }

  async #next(): Promise<void> {
    if (this.#inFlight) return;
    const request = this.#waiting.shift();
    if (!request) return;
    this.#inFlight = request;
    await request.start();
    this.#inFlight = null;
    void this.#next();
  }
}

function cancelled(): EngineError {
  return new EngineError('The question was cancelled.', 'cancelled');
}
