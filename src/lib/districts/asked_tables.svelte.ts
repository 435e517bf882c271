import { untrack } from 'svelte';
import type { SafeTable } from '../disclosure/safe_table';
import { troubleInWords } from '../explore/measure_figures';
import type { FigureRequest } from '../measures/request';
import type { Session } from '../workspace/session.svelte';

/**
 * Many figures that arrive one by one, each shown as soon as it is there. What was asked before is kept:
 * another column asks that column alone, and a chosen district nothing. Made while a component is set up.
 */
export class AskedTables {
  #tables = $state.raw<Readonly<Record<string, SafeTable | string>>>({});
  /** How many are still on their way, and of how many. */
  waiting = $state(0);
  wanted = $state(0);
  readonly busy = $derived(this.waiting > 0);

  #generation = -1;
  /** Which answers are of the data as they are now. */
  #fresh: readonly string[] = [];
  #stop: () => void = () => undefined;

  /** @param lane names the asker, so that its questions take no other's place */
  constructor(
    session: Pick<Session, 'figures' | 'generation'>,
    requests: () => readonly FigureRequest[],
    lane: string,
  ) {
    const keys = $derived(JSON.stringify(unique(requests().map(keyOf))));
    $effect(() => {
      const { generation } = session;
      const now = JSON.parse(keys) as string[];
      const stopped = new AbortController();
      untrack(() => {
        if (generation !== this.#generation) this.#fresh = [];
        this.#generation = generation;
        // Nothing to ask is also what is left when everything was wiped.
        if (now.length === 0) {
          this.#fresh = [];
          this.#tables = {};
        }
        const missing = now.filter((key) => !this.#fresh.includes(key));
        this.wanted = now.length;
        this.waiting = missing.length;
        this.#stop = () => {
          stopped.abort();
          const left = missing.filter((key) => !this.#fresh.includes(key));
          const said = Object.fromEntries(left.map((key) => [key, cancelled]));
          this.#tables = { ...said, ...this.#tables };
          this.waiting = 0;
        };
        for (const key of missing) void this.#ask(session, key, lane, stopped.signal);
      });
      return () => stopped.abort();
    });
  }

  /** The table of a request, in words why there is none, or null while it is on its way. */
  answer(request: FigureRequest): SafeTable | string | null {
    return this.#tables[keyOf(request)] ?? null;
  }

  /** Stops what is on its way; another choice asks again. */
  cancel(): void {
    this.#stop();
  }

  async #ask(
    session: Pick<Session, 'figures'>,
    key: string,
    lane: string,
    signal: AbortSignal,
  ): Promise<void> {
    const table = await session
      .figures(JSON.parse(key) as FigureRequest, { signal, lane: `${lane} ${key}` })
      .catch((error: unknown) => troubleInWords(error));
    if (signal.aborted) return;
    this.#fresh = [...this.#fresh, key];
    this.#tables = { ...this.#tables, [key]: table };
    this.waiting -= 1;
  }
}

const unique = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) === at);

const cancelled = 'Cancelled. Another choice on this page asks for it again.';

function keyOf({ measure, periods, by, where }: FigureRequest): string {
  return JSON.stringify({ measure, periods, by, where });
}
