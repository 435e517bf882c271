import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FigureRequest } from '$lib/measures/request';
import { ReadingAhead } from '$lib/workspace/reading_ahead';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const request = (measure: string): FigureRequest => ({
  measure,
  periods: ['2024-25'],
  by: [],
  where: {},
});

it('reads what was asked once nothing was asked for a while, each thing once', async () => {
  const read: string[] = [];
  const ahead = new ReadingAhead(({ measure }) => Promise.resolve(void read.push(measure)));
  for (const measure of ['a', 'b', 'a']) ahead.after(request(measure));
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(read).toEqual(['b', 'a']);
});

it('gives way to a question, and goes on with what is left afterwards', async () => {
  const read: string[] = [];
  const signals: AbortSignal[] = [];
  const ahead = new ReadingAhead(async ({ measure }, signal) => {
    signals.push(signal);
    await new Promise((done) => setTimeout(done, 1000));
    if (!signal.aborted) read.push(measure);
  });
  ahead.after(request('a'));
  ahead.after(request('b'));
  await vi.advanceTimersByTimeAsync(500);
  expect(signals).toHaveLength(1);
  ahead.after(request('c'));
  expect(signals[0]?.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).toEqual(['a', 'b', 'c']);
});

it('forgets everything when it is stopped, and a failure stops nothing', async () => {
  const read: string[] = [];
  const ahead = new ReadingAhead(({ measure }) => {
    read.push(measure);
    return Promise.reject(new Error('no'));
  });
  ahead.after(request('a'));
  ahead.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toEqual([]);
  ahead.after(request('b'));
  ahead.after(request('c'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toEqual(['b', 'c']);
});
