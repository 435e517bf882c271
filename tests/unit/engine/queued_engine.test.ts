import { tableFromArrays } from 'apache-arrow';
import { describe, expect, test, vi } from 'vitest';
import { engineErrorOf } from '$lib/engine/failure';
import { openQueuedEngine, type Connection } from '$lib/engine/queued_engine';
import { sealingStatements } from '$lib/engine/seal';
import { sql } from '$lib/engine/sql';

function fakeConnection(changes: Partial<Connection> = {}) {
  const ran: string[] = [];
  const connection = {
    run: async (statements: string) => void ran.push(statements),
    answer: async () => tableFromArrays({ n: Int32Array.of(1) }),
    insert: async () => {},
    interrupt: vi.fn(),
    close: vi.fn(async () => {}),
    ...changes,
  };
  return { ran, connection };
}

test('the seal is the first thing a database hears', async () => {
  const { ran, connection } = fakeConnection();
  const engine = await openQueuedEngine(connection);
  await engine.run('create table t (n integer)');
  expect(ran).toEqual([...sealingStatements, 'create table t (n integer)']);
});

test('a database that cannot be sealed is closed, not used', async () => {
  const { connection } = fakeConnection({
    run: () => Promise.reject(new Error('Parser Error: x')),
  });
  await expect(openQueuedEngine(connection)).rejects.toMatchObject({ name: 'EngineError' });
  expect(connection.close).toHaveBeenCalledOnce();
});

describe('a fault', () => {
  test('closes the connection, rejects every request and is told once', async () => {
    const trap = new WebAssembly.RuntimeError('memory access out of bounds');
    const { connection } = fakeConnection({ answer: () => Promise.reject(trap) });
    const onFatal = vi.fn();
    const engine = await openQueuedEngine(connection, onFatal);
    const requests = [engine.ask(sql`select 1`), engine.ask(sql`select 2`), engine.run('select 3')];
    for (const { status, ...rest } of await Promise.allSettled(requests)) {
      expect(status).toBe('rejected');
      expect(rest).toMatchObject({ reason: { kind: 'fatal', message: /^The database stopped/ } });
    }
    engine.fail(new Error('again'));
    await expect(engine.ask(sql`select 4`)).rejects.toMatchObject({ kind: 'fatal' });
    expect(connection.close).toHaveBeenCalledOnce();
    expect(onFatal).toHaveBeenCalledOnce();
  });

  test('outside a request rejects the one in flight', async () => {
    const { connection } = fakeConnection({ answer: () => new Promise(() => {}) });
    const onFatal = vi.fn();
    const engine = await openQueuedEngine(connection, onFatal);
    const pending = engine.ask(sql`select 1`);
    engine.fail(new Error('the worker ended'));
    await expect(pending).rejects.toMatchObject({ kind: 'fatal', message: 'the worker ended' });
    expect(onFatal).toHaveBeenCalledOnce();
  });
});

test('an engine closed on purpose is no fault', async () => {
  const { connection } = fakeConnection();
  const onFatal = vi.fn();
  const engine = await openQueuedEngine(connection, onFatal);
  await engine.close();
  engine.fail(new Error('late'));
  await expect(engine.ask(sql`select 1`)).rejects.toMatchObject({ kind: 'cancelled' });
  expect(onFatal).not.toHaveBeenCalled();
});

test('a question in flight is interrupted by its signal', async () => {
  const { connection } = fakeConnection({ answer: () => new Promise(() => {}) });
  const engine = await openQueuedEngine(connection);
  const controller = new AbortController();
  const asked = engine.ask(sql`select 1`, { signal: controller.signal });
  controller.abort();
  await expect(asked).rejects.toMatchObject({ kind: 'cancelled' });
  expect(connection.interrupt).toHaveBeenCalledOnce();
});

describe('what went wrong', () => {
  test.each([
    ['memory access out of bounds', 'fatal'],
    ['unreachable', 'fatal'],
    ['unreachable executed', 'fatal'],
    ['table index is out of bounds', 'fatal'],
    [
      'Out of Memory Error: failed to allocate data of size 16.0 MiB (3.1 GiB/3.1 GiB used)',
      'fatal',
    ],
    ['{"exception_type":"Out of Memory","exception_message":"could not allocate"}', 'fatal'],
    ['FATAL Error: Failed: database has been invalidated', 'fatal'],
    ['Aborted(OOM). Build with -sASSERTIONS for more info.', 'fatal'],
    ['Maximum call stack size exceeded', 'fatal'],
    ['Parser Error: syntax error at or near "unreachable"', 'query'],
    ["Conversion Error: Could not convert string 'out of memory' to INT32", 'query'],
    ['{"exception_type":"Catalog","exception_message":"Table x does not exist!"}', 'query'],
    ['Permission Error: Cannot access file "x" - disabled by configuration', 'refused'],
    ['Invalid Input Error: Cannot change "x" - the configuration has been locked', 'refused'],
    ['{"exception_type":"Permission","exception_message":"Cannot access file"}', 'refused'],
    ['Extension Autoloading Error: An error occurred', 'refused'],
    ['query was canceled', 'query'],
  ])('%s is %s', (message, kind) => {
    expect(engineErrorOf(new Error(message))).toMatchObject({ kind });
  });

  test('any WebAssembly trap is fatal, whatever its words', () => {
    expect(engineErrorOf(new WebAssembly.RuntimeError('?')).kind).toBe('fatal');
  });

  test('is told in the words of the database, also when they came as JSON', () => {
    const cause = '{"exception_type":"Catalog","exception_message":"Table x does not exist!"}';
    expect(engineErrorOf(new Error(cause)).message).toBe('Catalog Error: Table x does not exist!');
  });
});
