import { describe, expect, it } from 'vitest';
import { SharedWork } from '$lib/measures/shared_work';

/** Work that ends when it is told to. */
function work() {
  let finish: (value: number) => void = () => {};
  let stopped = false;
  const ends: boolean[] = [];
  const shared = new SharedWork<number>(
    (signal) =>
      new Promise((resolve, reject) => {
        finish = resolve;
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(new Error('stopped'));
        });
      }),
    (kept) => ends.push(kept),
  );
  return { shared, finish: (value: number) => finish(value), ends, isStopped: () => stopped };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('work that several wait for', () => {
  it('gives all of them one result', async () => {
    const { shared, finish, ends } = work();
    const both = Promise.all([shared.wait(), shared.wait(new AbortController().signal)]);
    finish(7);
    expect(await both).toEqual([7, 7]);
    expect(ends).toEqual([true]);
    expect(await shared.wait()).toBe(7);
  });

  it('goes on for those who stay', async () => {
    const { shared, finish, isStopped } = work();
    const leaves = new AbortController();
    const gone = shared.wait(leaves.signal);
    const stays = shared.wait();
    leaves.abort();
    await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
    await soon();
    expect(isStopped()).toBe(false);
    finish(3);
    expect(await stays).toBe(3);
  });

  it('is given up once everybody has gone', async () => {
    const { shared, ends, isStopped } = work();
    const leaves = new AbortController();
    const gone = shared.wait(leaves.signal);
    leaves.abort();
    await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
    await soon();
    expect(isStopped()).toBe(true);
    expect(ends).toEqual([false]);
  });

  it('is not given up when the next one comes in the same moment', async () => {
    const { shared, finish, isStopped } = work();
    const first = new AbortController();
    const gone = shared.wait(first.signal);
    first.abort();
    const next = shared.wait(new AbortController().signal);
    await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
    await soon();
    expect(isStopped()).toBe(false);
    finish(1);
    expect(await next).toBe(1);
  });

  it('refuses one who has gone already', async () => {
    const { shared, finish } = work();
    const gone = AbortSignal.abort();
    await expect(shared.wait(gone)).rejects.toMatchObject({ kind: 'cancelled' });
    finish(1);
  });
});
