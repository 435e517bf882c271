import type { SeededRandom } from './seeded_random';

/** For each fold, how many of each row's people with the event, and without it, fell to it. */
export interface Fold {
  readonly events: Float64Array;
  readonly others: Float64Array;
}

/**
 * Deals the people of grouped rows out to `folds` folds, each person to any of them with the same
 * chance, so that a model can be judged on people it was not fitted to.
 */
export function dealIntoFolds(
  events: ArrayLike<number>,
  trials: ArrayLike<number>,
  folds: number,
  random: SeededRandom,
): readonly Fold[] {
  const dealt = Array.from({ length: folds }, () => ({
    events: new Float64Array(events.length),
    others: new Float64Array(events.length),
  }));
  for (let row = 0; row < events.length; row++) {
    for (let i = 0; i < events[row]!; i++) dealt[random.below(folds)]!.events[row]!++;
    for (let i = events[row]!; i < trials[row]!; i++) dealt[random.below(folds)]!.others[row]!++;
  }
  return dealt;
}
