import { describe, expect, it } from 'vitest';
import { leftOfWarning } from '$lib/platform/idle';

const times = { limit: 30 * 60_000, warning: 2 * 60_000 };

describe('what is left of the warning', () => {
  it('is nothing to speak of until the warning begins', () => {
    expect(leftOfWarning(0, times)).toBeNull();
    expect(leftOfWarning(28 * 60_000 - 1, times)).toBeNull();
  });

  it('runs down from the whole warning to none, and stays there', () => {
    expect(leftOfWarning(28 * 60_000, times)).toBe(120_000);
    expect(leftOfWarning(29.5 * 60_000, times)).toBe(30_000);
    expect(leftOfWarning(30 * 60_000, times)).toBe(0);
    // A machine that slept for a day.
    expect(leftOfWarning(24 * 3_600_000, times)).toBe(0);
  });
});
