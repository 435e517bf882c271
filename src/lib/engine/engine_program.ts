import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { startSealedStatements } from '../platform/sealed_worker';

type Compiled = { readonly program: WebAssembly.Module } | { readonly failed: string };

let compiled: Promise<WebAssembly.Module> | null = null;

/** Address of DuckDB's WebAssembly module. */
export function engineProgramUrl(): string {
  return new URL(wasmUrl, location.href).href;
}

/**
 * DuckDB's WebAssembly module, fetched and compiled while the engine's worker still reads its own script.
 * One compilation serves every engine of the tab, so that a restart after a fault is quick. Rejects when
 * the module cannot be fetched or compiled; the next call then tries again.
 */
export function engineProgram(): Promise<WebAssembly.Module> {
  compiled ??= compile().catch((error: unknown) => {
    compiled = null;
    throw error;
  });
  return compiled;
}

/** In a worker that does nothing else and then ends: in the page it would hold up the first click. */
async function compile(): Promise<WebAssembly.Module> {
  const worker = startSealedStatements(
    `WebAssembly.compileStreaming(fetch(${JSON.stringify(engineProgramUrl())}))
      .then((program) => postMessage({ program }), (error) => postMessage({ failed: String(error) }));`,
  );
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Compiled>) => {
        if ('program' in data) resolve(data.program);
        else reject(new Error(data.failed));
      };
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  } finally {
    worker.terminate();
  }
}

/**
 * What the engine's worker runs before DuckDB's script: the script is given the module that the page posts,
 * in the place of one that it would fetch and compile only after all of itself was read.
 *
 * It also spares the script some of its linking: of its functions the module asks the addresses of 265, all
 * of drawing, sound and the console, which DuckDB never calls, so they are nowhere.
 */
export function takeEngineProgram(): string {
  return `{
const program = new Promise((resolve) => {
  addEventListener('message', function take(event) {
    if (!(event.data instanceof WebAssembly.Module)) return;
    removeEventListener('message', take);
    event.stopImmediatePropagation();
    resolve(event.data);
  });
});
const fetchOther = self.fetch;
self.fetch = (asked, options) =>
  asked.url === ${JSON.stringify(engineProgramUrl())} ? Promise.resolve(new Response()) : fetchOther(asked, options);
const nowhere = new Proxy({}, { get: () => new WebAssembly.Global({ value: 'i32', mutable: true }) });
WebAssembly.instantiateStreaming = async (nothing, imports) => {
  const module = await program;
  return { module, instance: await WebAssembly.instantiate(module, { ...imports, 'GOT.func': nowhere }) };
};
}`;
}
