import { entryAfter, type Facts, type Happening, type LogEntry } from './entries';

/**
 * What was done in this tab: which extracts were loaded, under which disclosure profile, what was handed out. It
 * is in memory alone, holds no data, and outlasts a wipe so that the wipe can be shown.
 */
export class SessionLog {
  entries = $state.raw<readonly LogEntry[]>([]);
  /** Entries are made one after the other, for each holds the hash of the one before. */
  #last: Promise<void> = Promise.resolve();

  /** Resolves when the entry is written. */
  add(what: Happening, facts: Facts): Promise<void> {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a moment, which never changes
    const at = new Date();
    this.#last = this.#last.then(async () => {
      this.entries = [...this.entries, await entryAfter(this.entries.at(-1), at, what, facts)];
    });
    return this.#last;
  }
}
