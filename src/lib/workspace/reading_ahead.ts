import type { FigureRequest } from '../measures/request';

/**
 * What may be wanted next, the likeliest first: another district, the year before or after, another group. Each is
 * read for all of a page's figures before the next, for a click changes all of them.
 */
export const rounds = ['places', 'years', 'groups'] as const;
export type Round = (typeof rounds)[number];

/** Reads ahead of one request; it may reject, for what cannot be read is asked when it is wanted. */
export type ReadAhead = (
  request: FigureRequest,
  round: Round,
  signal: AbortSignal,
) => Promise<void>;

interface Asked {
  readonly request: FigureRequest;
  /** How many rounds of it are read. */
  readonly done: number;
  /** Rises with every view: what is asked together is for one. */
  readonly view: number;
}

/** How long nothing must have been asked, in milliseconds, before anything is read ahead. */
const pause = 400;

/** Enough for the views of a minute's clicking; older ones nobody is likely to go on from. */
const mostKept = 200;

/**
 * Reads what the reader may ask next, once a page has what it asked for and while nothing else is asked: one
 * question at a time, so that a click waits for one at most. The newest view comes first.
 */
export class ReadingAhead {
  readonly #read: ReadAhead;
  readonly #isFree: () => boolean;
  /** By the request as text, in the order in which they were asked. */
  readonly #asked = new Map<string, Asked>();
  #view = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = new AbortController();

  /** @param isFree whether nothing else is to be done; asked again after a while when there is */
  constructor(read: ReadAhead, isFree: () => boolean = () => true) {
    this.#read = read;
    this.#isFree = isFree;
  }

  /** A page has asked this: what is being read gives way. */
  after(request: FigureRequest): void {
    this.#pauseReading();
    const key = JSON.stringify(request);
    const done = this.#asked.get(key)?.done ?? 0;
    this.#asked.delete(key);
    this.#asked.set(key, { request, done, view: this.#view });
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > mostKept && oldest !== undefined) this.#asked.delete(oldest);
    this.#readSoon();
  }

  /** Forgets what was asked, because the extracts change. */
  stop(): void {
    this.#pauseReading();
    this.#asked.clear();
  }

  #readSoon(): void {
    this.#timer = setTimeout(() => {
      if (this.#isFree()) void this.#readAll();
      else this.#readSoon();
    }, pause);
  }

  #pauseReading(): void {
    clearTimeout(this.#timer);
    this.#stopped.abort();
  }

  async #readAll(): Promise<void> {
    const { signal } = (this.#stopped = new AbortController());
    for (let view = this.#view++; view >= 0; view--) {
      for (const [at, round] of rounds.entries()) {
        for (const [key, asked] of [...this.#asked]) {
          if (asked.view !== view || asked.done > at) continue;
          await this.#read(asked.request, round, signal).catch(() => {});
          if (signal.aborted) return;
          this.#asked.set(key, { ...asked, done: at + 1 });
        }
      }
    }
  }
}
