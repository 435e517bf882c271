import type { Estimate } from '../statistics/confidence';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { histogramQuantile, type ValueCount } from '../statistics/quantiles';
import { sum } from '../statistics/sum';
import { shareOf, transitionMatrix } from '../statistics/transition_matrix';
import { reportStep, type ModelRun } from './model_run';
import { FEWEST_SHOWN, setAsideSmall } from './small_groups';

/** A way through states that so many people took, all with the same days in each state but the last. */
export interface PathCount {
  readonly path: readonly string[];
  /** Days from entering a state to entering the next: one fewer than the states. */
  readonly days: readonly number[];
  readonly people: number;
}

/** All moves from one state to another. */
export interface MoveCount {
  readonly from: string;
  readonly to: string;
  readonly moves: number;
  /** How many different people made them. */
  readonly people: number;
  /** Days in the first state before the move, and how many moves came after so many; may lack some. */
  readonly days: readonly ValueCount[];
}

export interface TransitionsInput {
  readonly moves: readonly MoveCount[];
  /** Nothing is said of fewer people than this. */
  readonly fewest?: number;
}

export interface TransitionTo {
  /** Null for all other states together, each of too few people to name. */
  readonly to: string | null;
  readonly moves: number;
  /** Of those who left the state, the share who went here. */
  readonly probability: Estimate;
  /** Median days in the state before going here, with its limits. */
  readonly medianDays: Outcome<Estimate>;
}

export interface TransitionFrom {
  readonly from: string;
  /** From the most likely; blank, with the reason, when too few people left the state. */
  readonly to: Outcome<readonly TransitionTo[]>;
}

export interface Transitions {
  /** From the state that most moves leave. */
  readonly rows: readonly TransitionFrom[];
  /** What the figures are about, for the reader. */
  readonly note: string;
}

/** With fewer, the limits of a median are the days of single people. */
const FEWEST_FOR_DAYS = 20;

const NOTE =
  'Of those who moved on, where they went next and after how many days; people who have not moved on are not in it, so the days are too short where many are still waiting to move. Each step is described by the state before it alone.';

/**
 * Moves between states as a semi-Markov process: where people go next, and the median days before they
 * do. Moves to states reached by too few people are put together.
 *
 * Answers `x` when there are no moves.
 */
export function transitions(
  { moves, fewest = FEWEST_SHOWN }: TransitionsInput,
  run: ModelRun = {},
): Outcome<Transitions> {
  const matrix = transitionMatrix(moves);
  if (matrix.length === 0) return notAvailable('Nobody moved from one state to another.');
  const byFrom = gatherBy(
    moves.filter((move) => move.moves > 0),
    (move) => move.from,
  );
  const rows = matrix.map(({ from, moves: all }, i): TransitionFrom => {
    reportStep(run, i / matrix.length);
    return { from, to: rowOf(together(byFrom.get(from)!), all, fewest) };
  });
  return answered({ rows, note: NOTE });
}

/** The moves that people made along grouped paths; repeats of a state are moves from it to itself. */
export function movesOfPaths(paths: readonly PathCount[]): readonly MoveCount[] {
  const found = new Map<
    string,
    Omit<MoveCount, 'moves'> & { people: number; days: ValueCount[] }
  >();
  for (const { path, days, people } of paths) {
    if (days.length !== Math.max(0, path.length - 1))
      throw new RangeError('A path has one number of days fewer than it has states.');
    const counted = new Set<string>();
    for (const [i, length] of days.entries()) {
      const from = path[i]!;
      const to = path[i + 1]!;
      const key = JSON.stringify([from, to]);
      const move = found.get(key) ?? { from, to, people: 0, days: [] };
      found.set(key, move);
      move.days.push({ value: length, count: people });
      // Somebody who makes the same move twice is one person all the same.
      if (!counted.has(key)) move.people += people;
      counted.add(key);
    }
  }
  return [...found.values()].map((move) => ({
    ...move,
    moves: sum(move.days.map(({ count }) => count)),
  }));
}

/** One entry a state moved to. */
function together(moves: readonly MoveCount[]): MoveCount[] {
  return [...gatherBy(moves, (move) => move.to).values()].map(merge);
}

function gatherBy(
  moves: readonly MoveCount[],
  key: (move: MoveCount) => string,
): Map<string, MoveCount[]> {
  const gathered = new Map<string, MoveCount[]>();
  for (const move of moves) {
    const together = gathered.get(key(move));
    if (together) together.push(move);
    else gathered.set(key(move), [move]);
  }
  return gathered;
}

function merge(moves: readonly MoveCount[]): MoveCount {
  return {
    ...moves[0]!,
    moves: sum(moves.map((move) => move.moves)),
    people: sum(moves.map((move) => move.people)),
    days: moves.flatMap((move) => move.days),
  };
}

function rowOf(
  moves: readonly MoveCount[],
  all: number,
  fewest: number,
): Outcome<readonly TransitionTo[]> {
  const { listed, rest, restPeople } = setAsideSmall(moves, fewest);
  if (listed.length === 0 && restPeople < fewest)
    return unreliable(`Fewer than ${fewest} people left this state.`);
  const cells = listed.map((move) => cellOf(move, move.to, all));
  cells.sort((a, b) => b.moves - a.moves);
  return answered(rest.length === 0 ? cells : [...cells, cellOf(merge(rest), null, all)]);
}

function cellOf(move: MoveCount, to: string | null, all: number): TransitionTo {
  const counted = sum(move.days.map(({ count }) => count));
  return {
    to,
    moves: move.moves,
    probability: shareOf(move.moves, all),
    medianDays:
      counted < FEWEST_FOR_DAYS
        ? unreliable(`Fewer than ${FEWEST_FOR_DAYS} moves are too few for a median of the days.`)
        : histogramQuantile(move.days, 0.5),
  };
}
