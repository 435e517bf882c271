import type { SafeTable } from '../disclosure/safe_table';
import { troubleInWords } from '../explore/measure_figures';
import type { FigureRequest } from '../measures/request';
import type { PagePurpose } from '../workspace/page_purpose';
import type { Session } from '../workspace/session.svelte';

/** Requests by name, or in words why there is nothing to ask. */
export type Asks = Readonly<Record<string, FigureRequest>> | string;

/** What was asked and what came back, which belong together; a table is there or in words why not. */
export interface Answers {
  readonly asks: Readonly<Record<string, FigureRequest>>;
  readonly tables: Readonly<Record<string, SafeTable | string>>;
}

/**
 * The figures of one panel, asked again whenever what they depend on changes: a newer question supersedes
 * one that is under way. Made while a component is set up.
 */
export class AskedFigures {
  /** The last answer; null before the first, words when there is nothing to ask. */
  answers = $state.raw<Answers | string | null>(null);
  /** A newer answer is on its way. */
  busy = $state(false);

  /**
   * @param lane names the panel, so that its questions replace its own older ones and no other's
   * @param purpose what the page is for
   */
  constructor(
    session: Pick<Session, 'figures' | 'generation'>,
    asks: () => Asks,
    lane: () => string,
    purpose: () => PagePurpose = () => 'several',
  ) {
    // The same question asked twice is one: filters that a panel cannot follow ask nothing anew.
    const wanted = $derived(JSON.stringify(asks()));
    $effect(() => {
      void session.generation;
      const now = JSON.parse(wanted) as Asks;
      if (typeof now === 'string') {
        this.answers = now;
        this.busy = false;
        return;
      }
      const stopped = new AbortController();
      this.busy = true;
      void this.#ask(session, now, lane(), purpose(), stopped.signal);
      return () => stopped.abort();
    });
  }

  async #ask(
    session: Pick<Session, 'figures'>,
    asks: Readonly<Record<string, FigureRequest>>,
    lane: string,
    purpose: PagePurpose,
    signal: AbortSignal,
  ): Promise<void> {
    const tables: Record<string, SafeTable | string> = {};
    await Promise.all(
      Object.entries(asks).map(async ([name, request]) => {
        tables[name] = await session
          .figures(request, { signal, lane: `${lane} ${name}`, purpose })
          .catch((error: unknown) => troubleInWords(error));
      }),
    );
    if (signal.aborted) return;
    this.answers = { asks, tables };
    this.busy = false;
  }
}
