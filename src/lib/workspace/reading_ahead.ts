import type { FigureRequest } from '../measures/request';

/** How long nothing must have been asked, in milliseconds, before anything is read ahead. */
const pause = 400;

/** A page asks fewer; of a page that asks more the last ones are read ahead. */
const mostAtOnce = 40;

/**
 * Reads what the reader may ask next, once a page has what it asked for and while nothing else is asked: one
 * question at a time, so that a click waits for one at most.
 */
export class ReadingAhead {
  readonly #read: (request: FigureRequest, signal: AbortSignal) => Promise<void>;
  #asked: readonly FigureRequest[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = new AbortController();

  /** @param read reads ahead of one request; it may reject, for what cannot be read is asked when it is wanted */
  constructor(read: (request: FigureRequest, signal: AbortSignal) => Promise<void>) {
    this.#read = read;
  }

  /** A page has asked this: what is being read gives way. */
  after(request: FigureRequest): void {
    this.#pauseReading();
    const same = JSON.stringify(request);
    const others = this.#asked.filter((other) => JSON.stringify(other) !== same);
    this.#asked = [...others, request].slice(-mostAtOnce);
    this.#timer = setTimeout(() => void this.#readAll(), pause);
  }

  /** Forgets what was asked, because the extracts change. */
  stop(): void {
    this.#pauseReading();
    this.#asked = [];
  }

  #pauseReading(): void {
    clearTimeout(this.#timer);
    this.#stopped.abort();
  }

  async #readAll(): Promise<void> {
    const { signal } = (this.#stopped = new AbortController());
    while (this.#asked.length > 0) {
      const [next, ...rest] = this.#asked;
      if (!next) return;
      await this.#read(next, signal).catch(() => {});
      if (signal.aborted) return;
      this.#asked = rest;
    }
  }
}
