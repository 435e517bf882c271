import type { Page, Worker } from '@playwright/test';

/** The address of the engine's program. */
export const program = /duckdb[^/]*\.wasm$/;

/** The worker that runs DuckDB's script. */
export async function engineOf(page: Page): Promise<Worker | undefined> {
  for (const worker of page.workers())
    // One that has done its work may end while it is asked.
    if (await worker.evaluate(() => 'duckdb' in globalThis).catch(() => false)) return worker;
  return undefined;
}

/** Stops the database as a fault of its own would. */
export async function stopEngine(page: Page): Promise<void> {
  const worker = await engineOf(page);
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
  });
}
