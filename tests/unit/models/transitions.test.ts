import { describe, expect, it } from 'vitest';
import { movesOfPaths, transitions, type MoveCount, type PathCount } from '$lib/models/transitions';
import { seededRandom } from '$lib/statistics/seeded_random';
import { resultOf } from '../statistics/result_of';

function move(from: string, to: string, people: number, days: number[] = []): MoveCount {
  return { from, to, moves: people, people, days: days.map((value) => ({ value, count: 1 })) };
}

describe('moves of paths', () => {
  it('counts every move, and each person once', () => {
    const paths: PathCount[] = [
      { path: ['a', 'b', 'a', 'b'], days: [10, 20, 30], people: 4 },
      { path: ['a', 'b'], days: [5], people: 3 },
      { path: ['c'], days: [], people: 9 },
    ];
    expect(movesOfPaths(paths)).toEqual([
      {
        from: 'a',
        to: 'b',
        moves: 11,
        people: 7,
        days: [
          { value: 10, count: 4 },
          { value: 30, count: 4 },
          { value: 5, count: 3 },
        ],
      },
      { from: 'b', to: 'a', moves: 4, people: 4, days: [{ value: 20, count: 4 }] },
    ]);
    expect(() => movesOfPaths([{ path: ['a', 'b'], days: [], people: 1 }])).toThrow(RangeError);
  });
});

describe('transitions', () => {
  it('recovers a semi-Markov process: where people go and after how many days', () => {
    // From a to b or c after geometric stays with medians 35 and 69 (chance 2 and 1 % a day); from b
    // and c back to a after 14 (5 %).
    const random = seededRandom(21);
    const stay = (chance: number) =>
      Math.ceil(Math.log(1 - random.uniform()) / Math.log(1 - chance));
    const paths = Array.from({ length: 3000 }, (): PathCount => {
      const path = ['a'];
      const days: number[] = [];
      for (let step = 0; step < 4; step++) {
        const from = path.at(-1)!;
        const to = from === 'a' ? (random.uniform() < 0.7 ? 'b' : 'c') : 'a';
        days.push(stay(to === 'b' ? 0.02 : to === 'c' ? 0.01 : 0.05));
        path.push(to);
      }
      return { path, days, people: 1 };
    });
    const { rows } = resultOf(transitions({ moves: movesOfPaths(paths) }));
    const fromA = resultOf(rows.find((row) => row.from === 'a')!.to);
    expect(fromA.map((cell) => cell.to)).toEqual(['b', 'c']);
    // 6,000 moves from a: four standard errors of 0.7 are 0.024.
    expect(Math.abs(fromA[0]!.probability.value - 0.7)).toBeLessThan(0.024);
    for (const [cell, median] of [
      [fromA[0]!, 35],
      [fromA[1]!, 69],
      [resultOf(rows.find((row) => row.from === 'b')!.to)[0]!, 14],
    ] as const) {
      const { lower, upper, value } = resultOf(cell.medianDays);
      expect(lower).toBeLessThanOrEqual(median + 2);
      expect(upper).toBeGreaterThanOrEqual(median - 2);
      expect(Math.abs(value - median)).toBeLessThan(0.1 * median);
    }
  });

  it('puts states of few people together and leaves rows of few people blank', () => {
    const moves = [
      move('a', 'b', 40),
      move('a', 'c', 4),
      move('a', 'd', 3),
      move('b', 'a', 5),
      move('c', 'a', 20),
      move('c', 'b', 8),
      move('c', 'd', 1),
    ];
    const { rows, note } = resultOf(transitions({ moves }));
    expect(note).toContain('moved on');
    const row = (from: string) => rows.find((one) => one.from === from)!.to;
    expect(resultOf(row('a')).map(({ to, moves: count }) => [to, count])).toEqual([
      ['b', 40],
      [null, 7],
    ]);
    expect(row('b')).toEqual({ status: 'u', because: 'Fewer than 6 people left this state.' });
    // One alone would be known from the row's total, so the next smallest joins it.
    expect(resultOf(row('c')).map(({ to, moves: count }) => [to, count])).toEqual([
      ['a', 20],
      [null, 9],
    ]);
    const total = resultOf(row('a')).reduce((sum, cell) => sum + cell.probability.value, 0);
    expect(total).toBeCloseTo(1, 12);
  });

  it('says no days of few moves', () => {
    const days = Array.from({ length: 20 }, (_, i) => i + 1);
    const { rows } = resultOf(
      transitions({ moves: [move('a', 'b', 20, days), move('b', 'a', 19, days.slice(1))] }),
    );
    // R: median(1:20).
    expect(resultOf(resultOf(rows[0]!.to)[0]!.medianDays).value).toBe(10.5);
    expect(resultOf(rows[1]!.to)[0]!.medianDays.status).toBe('u');
  });

  it('needs a move', () => {
    expect(transitions({ moves: [] }).status).toBe('x');
    expect(transitions({ moves: [move('a', 'b', 0)] }).status).toBe('x');
  });
});
