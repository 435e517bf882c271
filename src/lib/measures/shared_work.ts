import { EngineError } from '../engine/engine';

/**
 * One piece of work that several may wait for. It is given up once all of them have gone, but not in the
 * moment when one who waited makes room for the next: a key held down would start it over and over.
 */
export class SharedWork<T> {
  readonly #stop = new AbortController();
  readonly #result: Promise<T>;
  readonly #onEnd: (kept: boolean) => void;
  #waiting = 0;
  #over = false;

  /**
   * @param work starts at once, and rejects when its signal aborts
   * @param onEnd told once: whether it came to a result, or was given up or failed
   */
  constructor(work: (signal: AbortSignal) => Promise<T>, onEnd: (kept: boolean) => void) {
    this.#onEnd = onEnd;
    this.#result = work(this.#stop.signal);
    this.#result.then(
      () => this.#end(true),
      () => this.#end(false),
    );
  }

  /** The result; rejects as the work does, or as cancelled when the signal aborts. */
  wait(signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(cancelled());
    this.#waiting += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(cancelled());
        this.#waiting -= 1;
        if (this.#waiting === 0) setTimeout(() => this.#giveUpWhenAlone());
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  #giveUpWhenAlone(): void {
    if (this.#waiting > 0 || this.#over) return;
    this.#end(false);
    this.#stop.abort();
  }

  #end(kept: boolean): void {
    if (this.#over) return;
    this.#over = true;
    this.#onEnd(kept);
  }
}

function cancelled(): EngineError {
  return new EngineError('The question was cancelled.', 'cancelled');
}
