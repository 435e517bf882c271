import type { FileRow } from './file_row';

interface Reading {
  readonly controller: AbortController;
  startedAt: number;
}

/** The files that are waiting or being read: how to stop each, and since when it is read. */
export class ReadingFiles {
  readonly #byId = new Map<number, Reading>();
  readonly #idOf = new Map<unknown, number>();

  add(row: FileRow, source: unknown): void {
    this.#byId.set(row.id, { controller: new AbortController(), startedAt: 0 });
    this.#idOf.set(source, row.id);
  }

  idOf(source: unknown): number | undefined {
    return this.#idOf.get(source);
  }

  signalOf(source: unknown): AbortSignal | undefined {
    return this.#byId.get(this.#idOf.get(source) ?? 0)?.controller.signal;
  }

  start(id: number): void {
    const reading = this.#byId.get(id);
    if (reading) reading.startedAt = performance.now();
  }

  secondsSinceStart(id: number): number {
    const startedAt = this.#byId.get(id)?.startedAt ?? 0;
    return startedAt === 0 ? 0 : (performance.now() - startedAt) / 1000;
  }

  stop(id: number): void {
    this.#byId.get(id)?.controller.abort();
  }

  clear(): void {
    for (const { controller } of this.#byId.values()) controller.abort();
    this.#byId.clear();
    this.#idOf.clear();
  }
}
