/** What the caller of a model may follow it with: how far it has come, and a way to stop it. */
export interface ModelRun {
  /** Told now and then which share of the work is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** When aborted, the model throws the signal's reason at its next step. */
  readonly signal?: AbortSignal;
}

/** Between two steps of a model: stops when it should, and says how far it has come. */
export function reportStep(run: ModelRun, done: number): void {
  run.signal?.throwIfAborted();
  run.onProgress?.(done);
}
