import type { Interval } from './confidence';

/** What in a process chart is more than chance, in order of precedence. */
export const PROCESS_RULES = ['outside', 'trend', 'two in three', 'shift'] as const;
export type ProcessRule = (typeof PROCESS_RULES)[number];

/** Which way the process has moved. */
export type Direction = 'high' | 'low';

/** The points of a run that makes a shift or a trend. */
const RUN = 7;

type Flags = (Direction | null)[];

/** Rule 1: points outside the limits. */
export function outsideLimits(values: readonly number[], limits: Interval): Flags {
  return values.map((value) =>
    value > limits.upper ? 'high' : value < limits.lower ? 'low' : null,
  );
}

/** Rule 2: seven or more in a row on one side of the mean; one on the mean ends the row. */
export function shifts(values: readonly number[], mean: number): Flags {
  const flags: Flags = values.map(() => null);
  const sides = sidesOf(values, mean);
  for (let start = 0; start < sides.length;) {
    let end = start + 1;
    while (end < sides.length && sides[end] === sides[start]) end++;
    if (sides[start] !== null && end - start >= RUN) flags.fill(sides[start]!, start, end);
    start = end;
  }
  return flags;
}

/**
 * Rule 3: seven or more in a row each above, or each below, the one before; two that are equal end the
 * row. A point that ends one trend and starts another counts to the later one.
 */
export function trends(values: readonly number[]): Flags {
  const flags: Flags = values.map(() => null);
  const steps = values.slice(1).map((value, i) => Math.sign(value - values[i]!));
  for (let start = 0; start < steps.length;) {
    let end = start + 1;
    while (end < steps.length && steps[end] === steps[start]) end++;
    // So many steps join one point more.
    if (steps[start] !== 0 && end - start >= RUN - 1)
      flags.fill(steps[start]! > 0 ? 'high' : 'low', start, end + 1);
    start = end;
  }
  return flags;
}

/**
 * Rule 4: two of three in a row beyond the same inner limit, all three on that side of the mean. Only
 * those beyond the inner limit are flagged; one outside the outer limit is beyond the inner one too.
 */
export function twoInThree(values: readonly number[], mean: number, inner: Interval): Flags {
  const flags: Flags = values.map(() => null);
  const sides = sidesOf(values, mean);
  const beyond = outsideLimits(values, inner);
  for (let start = 0; start + 3 <= values.length; start++) {
    const window = [start, start + 1, start + 2];
    const side = sides[start];
    if (side == null || window.some((i) => sides[i] !== side)) continue;
    const near = window.filter((i) => beyond[i] === side);
    if (near.length >= 2) for (const i of near) flags[i] = side;
  }
  return flags;
}

function sidesOf(values: readonly number[], mean: number): Flags {
  return outsideLimits(values, { lower: mean, upper: mean });
}
