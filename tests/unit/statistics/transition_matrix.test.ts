import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/statistics/seeded_random';
import { transitionMatrix } from '$lib/statistics/transition_matrix';
import { wilsonInterval } from '$lib/statistics/wilson';

describe('transition matrix', () => {
  it('is the shares of each row, the fullest row first', () => {
    const matrix = transitionMatrix([
      { from: 'a', to: 'b', moves: 30 },
      { from: 'a', to: 'c', moves: 10 },
      { from: 'b', to: 'a', moves: 7 },
      { from: 'a', to: 'b', moves: 20 },
      { from: 'c', to: 'a', moves: 0 },
    ]);
    expect(matrix.map((row) => [row.from, row.moves])).toEqual([
      ['a', 60],
      ['b', 7],
    ]);
    expect(matrix[0]!.to.map((cell) => [cell.to, cell.moves])).toEqual([
      ['b', 50],
      ['c', 10],
    ]);
    const { probability } = matrix[0]!.to[0]!;
    expect(probability).toEqual({ value: 50 / 60, ...wilsonInterval(50, 60) });
  });

  it('has rows that sum to one', () => {
    const state = fc.constantFrom('a', 'b', 'c', 'd');
    const move = fc.record({ from: state, to: state, moves: fc.integer({ min: 0, max: 99 }) });
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        for (const row of transitionMatrix(moves)) {
          const total = row.to.reduce((sum, cell) => sum + cell.probability.value, 0);
          expect(total).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('recovers the matrix of a simulated chain within its limits', () => {
    const truth = [
      [0, 0.7, 0.3],
      [0.45, 0, 0.55],
      [0.1, 0.9, 0],
    ];
    const random = seededRandom(4);
    const counts = truth.map((row) => row.map(() => 0));
    let state = 0;
    for (let step = 0; step < 30_000; step++) {
      const u = random.uniform();
      const row = truth[state]!;
      const next = u < row[0]! ? 0 : u < row[0]! + row[1]! ? 1 : 2;
      counts[state]![next]!++;
      state = next;
    }
    const matrix = transitionMatrix(
      counts.flatMap((row, from) =>
        row.map((moves, to) => ({ from: `${from}`, to: `${to}`, moves })),
      ),
    );
    for (const row of matrix)
      for (const { to, probability } of row.to) {
        const expected = truth[Number(row.from)]![Number(to)]!;
        // Four standard errors of a share.
        const error = Math.sqrt((expected * (1 - expected)) / row.moves);
        expect(Math.abs(probability.value - expected)).toBeLessThan(4 * error);
        expect(probability.upper - probability.lower).toBeCloseTo(2 * 1.96 * error, 2);
      }
  });

  it('refuses a number of moves below nought', () => {
    expect(() => transitionMatrix([{ from: 'a', to: 'b', moves: -1 }])).toThrow(RangeError);
  });
});
