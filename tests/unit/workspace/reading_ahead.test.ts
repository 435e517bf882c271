import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FigureRequest } from '$lib/measures/request';
import { ReadingAhead, rounds } from '$lib/workspace/reading_ahead';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const request = (measure: string): FigureRequest => ({
  measure,
  periods: ['2024-25'],
  by: [],
  where: {},
});

const all = (...measures: string[]) =>
  rounds.flatMap((round) => measures.map((measure) => `${round} of ${measure}`));

it('reads what was asked once nothing was asked for a while: a round of everything before the next', async () => {
  const read: string[] = [];
  const ahead = new ReadingAhead(({ measure }, round) =>
    Promise.resolve(void read.push(`${round} of ${measure}`)),
  );
  for (const measure of ['a', 'b', 'a']) ahead.after(request(measure));
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(read).toEqual(all('b', 'a'));
  ahead.after(request('b'));
  await vi.advanceTimersByTimeAsync(500);
  expect(read).toEqual(all('b', 'a'));
});

it('gives way to a question, and goes on with what is left after the newer view', async () => {
  const read: string[] = [];
  const signals: AbortSignal[] = [];
  const ahead = new ReadingAhead(async ({ measure }, round, signal) => {
    signals.push(signal);
    await new Promise((done) => setTimeout(done, 1000));
    if (!signal.aborted) read.push(`${round} of ${measure}`);
  });
  ahead.after(request('a'));
  ahead.after(request('b'));
  await vi.advanceTimersByTimeAsync(500);
  expect(signals).toHaveLength(1);
  ahead.after(request('c'));
  expect(signals[0]?.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(read).toEqual([...all('c'), ...all('a', 'b')]);
});

it('waits until nothing else is to be done', async () => {
  const read: string[] = [];
  let isFree = false;
  const ahead = new ReadingAhead(
    ({ measure }, round) => Promise.resolve(void read.push(`${round} of ${measure}`)),
    () => isFree,
  );
  ahead.after(request('a'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(read).toEqual([]);
  isFree = true;
  await vi.advanceTimersByTimeAsync(500);
  expect(read).toEqual(all('a'));
});

it('reads nothing twice that it has read before it gave way', async () => {
  const read: string[] = [];
  const ahead = new ReadingAhead(async ({ measure }, round, signal) => {
    await new Promise((done) => setTimeout(done, 1000));
    if (!signal.aborted) read.push(`${round} of ${measure}`);
  });
  ahead.after(request('a'));
  await vi.advanceTimersByTimeAsync(1500);
  expect(read).toEqual(['places of a']);
  ahead.after(request('b'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(read).toEqual(['places of a', ...all('b'), 'years of a', 'groups of a']);
});

it('forgets everything when it is stopped, and a failure stops nothing', async () => {
  const read: string[] = [];
  const ahead = new ReadingAhead(({ measure }, round) => {
    read.push(`${round} of ${measure}`);
    return Promise.reject(new Error('no'));
  });
  ahead.after(request('a'));
  ahead.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toEqual([]);
  ahead.after(request('b'));
  ahead.after(request('c'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toEqual(all('b', 'c'));
});
