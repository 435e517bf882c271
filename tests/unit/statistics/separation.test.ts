import { describe, expect, it } from 'vitest';
import { separationAlong } from '$lib/statistics/separation';

describe('a direction proves', () => {
  it('complete separation when rows of events rise and all others fall', () => {
    expect(separationAlong([1, 3, -1, -0.2], ['all', 'all', 'none', 'none'])).toBe('complete');
  });

  it('quasi-complete separation when some rows stand still', () => {
    expect(separationAlong([1, 0, 0, -1], ['all', 'both', 'none', 'none'])).toBe('quasi-complete');
    expect(separationAlong([0, 1e-9, -1], ['both', 'both', 'none'])).toBe('quasi-complete');
  });

  it('nothing when a row with both outcomes moves, or a row goes the wrong way', () => {
    expect(separationAlong([1, 0.5, -1], ['all', 'both', 'none'])).toBeNull();
    expect(separationAlong([1, 1, -1], ['all', 'none', 'none'])).toBeNull();
    expect(separationAlong([1, -1], ['all', 'all'])).toBeNull();
  });

  it('nothing when nothing moves, or how far is no number', () => {
    expect(separationAlong([0, 0], ['all', 'none'])).toBeNull();
    expect(separationAlong([Infinity, -1], ['all', 'none'])).toBeNull();
    expect(separationAlong([NaN], ['all'])).toBeNull();
  });
});
