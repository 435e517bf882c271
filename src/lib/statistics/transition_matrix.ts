import { CONFIDENCE_95, type Confidence, type Estimate } from './confidence';
import { sum } from './sum';
import { wilsonInterval } from './wilson';

/** How many moves were made from one state to another. */
export interface MoveTotal {
  readonly from: string;
  readonly to: string;
  readonly moves: number;
}

export interface TransitionProbability {
  readonly to: string;
  readonly moves: number;
  /** The share of the moves from the row's state that went here, with Wilson limits. */
  readonly probability: Estimate;
}

export interface TransitionRow {
  readonly from: string;
  readonly moves: number;
  /** From the most moves to the fewest; they sum to the row. */
  readonly to: readonly TransitionProbability[];
}

/**
 * The transition matrix of a first-order Markov chain, from the most-left state to the least: where
 * those who leave a state go next. The limits take every move as independent of the others, so they are
 * somewhat too narrow where the same people move again and again.
 *
 * Source: Anderson and Goodman (1957) for the estimate.
 *
 * @throws RangeError when a number of moves is not a number from 0.
 */
export function transitionMatrix(
  moves: readonly MoveTotal[],
  confidence: Confidence = CONFIDENCE_95,
): readonly TransitionRow[] {
  const rows = new Map<string, Map<string, number>>();
  for (const { from, to, moves: count } of moves) {
    if (!(count >= 0 && count < Infinity))
      throw new RangeError(`Moves are counted from 0; there were ${count}.`);
    if (count === 0) continue;
    const row = rows.get(from) ?? new Map<string, number>();
    rows.set(from, row.set(to, (row.get(to) ?? 0) + count));
  }
  return [...rows]
    .map(([from, row]) => {
      const all = sum([...row.values()]);
      return {
        from,
        moves: all,
        to: [...row]
          .sort(([, a], [, b]) => b - a)
          .map(([to, count]) => ({
            to,
            moves: count,
            probability: shareOf(count, all, confidence),
          })),
      };
    })
    .sort((a, b) => b.moves - a.moves);
}

/** A share with its Wilson limits; of somebody, so that there is one. */
export function shareOf(
  part: number,
  whole: number,
  confidence: Confidence = CONFIDENCE_95,
): Estimate {
  const interval = wilsonInterval(part, whole, confidence.z);
  if (interval === null) throw new RangeError(`There is no share of ${part} in ${whole}.`);
  return { value: part / whole, ...interval };
}
