import { describe, expect, test } from 'vitest';
import { EngineError } from '$lib/engine/engine';
import { RequestQueue } from '$lib/engine/request_queue';

/** Work that ends when told to, and notes when it starts. */
function database() {
  const started: string[] = [];
  const interrupted: string[] = [];
  const finish: Record<string, () => void> = {};
  const fail: Record<string, (error: Error) => void> = {};
  const work = (name: string) => ({
    perform: () => {
      started.push(name);
      return new Promise<string>((resolve, reject) => {
        finish[name] = () => resolve(name);
        fail[name] = reject;
      });
    },
    interrupt: () => interrupted.push(name),
  });
  return { started, interrupted, finish, fail, work };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('one request is in flight, the rest wait in order', async () => {
  const { started, finish, work } = database();
  const queue = new RequestQueue();
  const all = ['a', 'b', 'c'].map((name) => queue.enqueue(work(name)));
  await settle();
  expect(started).toEqual(['a']);
  finish['a']?.();
  await settle();
  expect(started).toEqual(['a', 'b']);
  finish['b']?.();
  await settle();
  finish['c']?.();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
});

test('an error is that of one request', async () => {
  const { fail, finish, work } = database();
  const queue = new RequestQueue();
  const first = queue.enqueue(work('a'));
  const second = queue.enqueue(work('b'));
  fail['a']?.(new Error('no such table'));
  await expect(first).rejects.toThrow('no such table');
  await settle();
  finish['b']?.();
  expect(await second).toBe('b');
});

describe('a lane', () => {
  test('drops what waits, keeps what is in flight and leaves other lanes alone', async () => {
    const { started, finish, work } = database();
    const queue = new RequestQueue();
    const inFlight = queue.enqueue(work('map 1'), { lane: 'map' });
    const dropped = queue.enqueue(work('map 2'), { lane: 'map' });
    const other = queue.enqueue(work('chart'), { lane: 'chart' });
    const free = queue.enqueue(work('free'));
    const latest = queue.enqueue(work('map 3'), { lane: 'map' });
    await expect(dropped).rejects.toMatchObject({ kind: 'superseded' });
    for (const name of ['map 1', 'chart', 'free', 'map 3']) {
      await settle();
      finish[name]?.();
    }
    expect(await Promise.all([inFlight, other, free, latest])).toHaveLength(4);
    expect(started).toEqual(['map 1', 'chart', 'free', 'map 3']);
  });
});

describe('a signal', () => {
  test('that has aborted already keeps the request out', async () => {
    const { started, work } = database();
    const refused = new RequestQueue().enqueue(work('a'), { signal: AbortSignal.abort() });
    await expect(refused).rejects.toMatchObject({ kind: 'cancelled' });
    expect(started).toEqual([]);
  });

  test('drops a waiting request without interrupting the one in flight', async () => {
    const { started, interrupted, finish, work } = database();
    const queue = new RequestQueue();
    const controller = new AbortController();
    const first = queue.enqueue(work('a'));
    const second = queue.enqueue(work('b'), { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toMatchObject({ kind: 'cancelled' });
    finish['a']?.();
    await first;
    await settle();
    expect(started).toEqual(['a']);
    expect(interrupted).toEqual([]);
  });

  test('interrupts the request in flight; the next starts once that has let go', async () => {
    const { started, interrupted, fail, finish, work } = database();
    const queue = new RequestQueue();
    const controller = new AbortController();
    const first = queue.enqueue(work('a'), { signal: controller.signal });
    const second = queue.enqueue(work('b'));
    controller.abort();
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    expect(interrupted).toEqual(['a']);
    expect(started).toEqual(['a']);
    fail['a']?.(new Error('query was canceled'));
    await settle();
    finish['b']?.();
    expect(await second).toBe('b');
  });

  test('that aborts after the answer does nothing', async () => {
    const { interrupted, finish, work } = database();
    const controller = new AbortController();
    const answered = new RequestQueue().enqueue(work('a'), { signal: controller.signal });
    finish['a']?.();
    await answered;
    controller.abort();
    expect(interrupted).toEqual([]);
  });
});

test('closing rejects what is in flight, what waits and what comes later, with one error', async () => {
  const { started, work } = database();
  const queue = new RequestQueue();
  const requests = ['a', 'b'].map((name) => queue.enqueue(work(name)));
  const error = new EngineError('gone', 'fatal');
  queue.close(error);
  const settled = await Promise.allSettled([...requests, queue.enqueue(work('c'))]);
  expect(settled).toEqual(Array(3).fill({ status: 'rejected', reason: error }));
  expect(started).toEqual(['a']);
});
