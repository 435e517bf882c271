import type { Outcome } from '$lib/statistics/outcome';

/** The result of an outcome that must have one; the test fails with the reason when it has none. */
export function resultOf<T>(outcome: Outcome<T>): T {
  if (outcome.status !== 'ok') throw new Error(`No result: ${outcome.because}`);
  return outcome.result;
}
