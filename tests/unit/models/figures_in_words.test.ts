import { describe, expect, it } from 'vitest';
import { list, percent, quoted, ratio, sayLikelihood } from '$lib/models/figures_in_words';

describe('figures in words', () => {
  it('are rounded half up, a ratio to two figures', () => {
    expect(percent(0.0805)).toBe('8.1\u00a0%');
    expect(percent(0.285, 0)).toBe('29\u00a0%');
    expect([0.083, 0.995, 2.05, 14.3].map(ratio)).toEqual(['0.08', '1.00', '2.1', '14']);
  });

  it('are listed', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(list)).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(quoted(['a', 'b'])).toBe('“a” and “b”');
  });

  it.each([
    [2.03, 'a were about twice as likely to x as b'],
    [2.95, 'a were about three times as likely to x as b'],
    [4, 'a were about four times as likely to x as b'],
    [5, 'a were about 5 times as likely to x as b'],
    [1.5, 'a were about 1.5 times as likely to x as b'],
    [1.3, 'a were about 30\u00a0% more likely to x than b'],
    [1.02, 'a were about as likely to x as b'],
    [0.97, 'a were about as likely to x as b'],
    [0.7, 'a were about 30\u00a0% less likely to x than b'],
    [0.51, 'a were about half as likely to x as b'],
    [0.1, 'a were about 90\u00a0% less likely to x than b'],
  ])('say a likelihood of %d times', (times, words) => {
    expect(sayLikelihood('a', times, 'x', 'b')).toBe(words);
  });
});
