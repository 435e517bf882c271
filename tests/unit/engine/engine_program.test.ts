import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const { startSealedStatements } = vi.hoisted(() => ({
  startSealedStatements: vi.fn<(statements: string) => Worker>(),
}));
vi.mock('$lib/platform/sealed_worker', () => ({ startSealedStatements }));

const page = 'https://county.example/waymark/';
const packaged = (file: string): string =>
  createRequire(import.meta.url).resolve(`@duckdb/duckdb-wasm/dist/${file}`);
const duckdb = new WebAssembly.Module(readFileSync(packaged('duckdb-eh.wasm')));

/** (module (func (export "malloc"))), byte by byte. */
const tiny = new WebAssembly.Module(
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x07, 0x0a, 0x01, 0x06, ...new TextEncoder().encode('malloc'), 0x00, 0x00],
    ...[0x0a, 0x04, 0x01, 0x02, 0x00, 0x0b],
  ]),
);

type Import = typeof import('$lib/engine/engine_program');
let program: Import;

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('location', { href: page });
  program = await import('$lib/engine/engine_program');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker's global scope with the statements run in it, and what reached its other listeners. */
function worker() {
  const fetched: unknown[] = [];
  const heard: unknown[] = [];
  const scope = Object.assign(new EventTarget(), {
    WebAssembly: { ...webAssembly() },
    Response,
    fetch: async (asked: unknown) => {
      fetched.push(asked);
      return new Response('elsewhere');
    },
  });
  const global = Object.assign(scope, {
    self: scope,
    addEventListener: scope.addEventListener.bind(scope),
    removeEventListener: scope.removeEventListener.bind(scope),
  });
  runInContext(program.takeEngineProgram(), createContext(global));
  global.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
  const post = (data: unknown) => global.dispatchEvent(new MessageEvent('message', { data }));
  return { global, fetched, heard, post };
}

/** WebAssembly as an object of its own, so that a change of it stays in the worker. */
function webAssembly() {
  const { Module, Global, instantiate } = WebAssembly;
  return { Module, Global, instantiate, instantiateStreaming: WebAssembly.instantiateStreaming };
}

test('the script gets the module that the page posts', async () => {
  const { global, heard, post } = worker();
  const asked = global.fetch(new Request(program.engineProgramUrl()));
  const instantiated = global.WebAssembly.instantiateStreaming(asked as never, {});
  post({ type: 'INSTANTIATE' });
  post(tiny);
  const { module, instance } = await instantiated;
  expect(module).toBe(tiny);
  expect(instance.exports.malloc).toBeTypeOf('function');
  expect(heard).toEqual([{ type: 'INSTANTIATE' }]);
});

test('the module is not fetched in the worker, and everything else is', async () => {
  const { global, fetched } = worker();
  const empty = (await global.fetch(new Request(program.engineProgramUrl()))) as Response;
  expect(await empty.text()).toBe('');
  const others = [`${page}other.wasm`, new Request(`${page}other.wasm`)];
  for (const other of others) await global.fetch(other);
  expect(fetched).toEqual(others);
});

test('DuckDB asks for no address but those of drawing, sound and the console', () => {
  const addresses = WebAssembly.Module.imports(duckdb).filter((each) => each.module === 'GOT.func');
  expect(addresses.length).toBeGreaterThan(200);
  expect(
    addresses
      .map(({ name }) => name)
      .filter(
        (name) =>
          !/^(emscripten_)?(gl|al|alc)[A-Z]|^emscripten_(console_|out$|err$|dbg)/.test(name),
      ),
  ).toEqual([]);
});

test('DuckDB has no library that would be linked with it when it starts', () => {
  const exports = new Set(WebAssembly.Module.exports(duckdb).map(({ name }) => name));
  const imports = WebAssembly.Module.imports(duckdb);
  expect(imports.filter(({ name }) => exports.has(name))).toEqual([]);
});

test('is compiled once, in a worker of its own that then ends, and again only after a failure', async () => {
  const compiled = vi
    .fn<(response: Response) => Promise<WebAssembly.Module>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue(tiny);
  const fetched = vi.fn(async (_: string) => new Response());
  const terminate = vi.fn();
  startSealedStatements.mockImplementation((statements: string) => {
    const worker = { onmessage: null, onerror: null, terminate } as unknown as Worker;
    const scope = createContext({
      fetch: fetched,
      WebAssembly: { compileStreaming: async (asked: Promise<Response>) => compiled(await asked) },
      postMessage: (data: unknown) => worker.onmessage?.(new MessageEvent('message', { data })),
    });
    runInContext(statements, scope);
    return worker;
  });
  await expect(program.engineProgram()).rejects.toThrow('Failed to fetch');
  const both = [program.engineProgram(), program.engineProgram()];
  expect(await Promise.all(both)).toEqual([tiny, tiny]);
  expect(await program.engineProgram()).toBe(tiny);
  expect(compiled).toHaveBeenCalledTimes(2);
  expect(fetched.mock.calls).toEqual([[program.engineProgramUrl()], [program.engineProgramUrl()]]);
  expect(terminate).toHaveBeenCalledTimes(2);
});
