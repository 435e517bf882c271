/** What somebody does who is there. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** How often the time is looked at, in milliseconds; timers alone do not run while a machine sleeps. */
const glance = 1000;

export interface IdleTimes {
  /** Milliseconds without a sign of anybody after which it is over. */
  readonly limit: number;
  /** Milliseconds before that at which a warning begins. */
  readonly warning: number;
}

/** How many milliseconds are left of the warning; null while there is nothing to warn of; 0 when it is over. */
export function leftOfWarning(idle: number, { limit, warning }: IdleTimes): number | null {
  return idle < limit - warning ? null : Math.max(0, limit - idle);
}

/**
 * Watches whether anybody is there.
 *
 * @param times asked at each look, for they may change
 * @param tell told at each look what is left of the warning, as `leftOfWarning`
 * @returns a function that stops
 */
export function watchIdle(times: () => IdleTimes, tell: (left: number | null) => void): () => void {
  let last = Date.now();
  const seen = (): void => {
    // Who comes back after it is over does not undo it.
    if (leftOfWarning(Date.now() - last, times()) !== 0) last = Date.now();
  };
  const listening = { capture: true, passive: true };
  for (const sign of signs) addEventListener(sign, seen, listening);
  const timer = setInterval(() => tell(leftOfWarning(Date.now() - last, times())), glance);
  return () => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, seen, listening);
  };
}
