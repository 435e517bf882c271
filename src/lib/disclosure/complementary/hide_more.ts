import { solve } from 'yalps';
import { Alternatives, type Difference } from './alternatives';
import { Attacker } from './attacker';
import type { LinearTable } from './linear_table';

/** What is to be protected, and what may be hidden for it. */
export interface Task {
  readonly table: LinearTable;
  /** Cells that are hidden already. */
  readonly hidden: readonly boolean[];
  /** The range of a hidden cell must be at least as wide. */
  readonly width: number;
  /** Cells that may be hidden besides; all when left out. */
  readonly mayHide?: readonly boolean[];
}

export interface Hiding {
  readonly hidden: readonly boolean[];
  /** Hidden cells that could not be protected with what may be hidden, by their places. */
  readonly unprotected: readonly number[];
}

/** Amounts below this are noise of the solver. */
const NOTHING = 1e-7;

/** What it costs to hide a cell: a large one tells the reader more. A zero protects badly, and is the last resort. */
function costOf(value: number): number {
  return value === 0 ? 40 : Math.log2(2 + value);
}

/**
 * Hides further cells, at little cost, until nobody who solves the table for a hidden cell comes nearer than
 * `width`. Each cell that is not yet safe asks, by a linear programme, for the cheapest other tables that would
 * look the same but for a few cells, and those are hidden; what turns out not to be needed is shown again. The
 * cheapest set of all is hard to find (Fischetti and Salazar, 2001); this is the usual approximation.
 */
export function hideMore(task: Task): Hiding {
  const { table, hidden: given, mayHide } = task;
  const hidden = [...given];
  const unprotected: number[] = [];
  const attacker = new Attacker(table);
  const alternatives = new Alternatives(table.cells.map(({ value }) => value));
  // Those that are hidden for the sake of others come up for protection too.
  const toProtect = placesOf(hidden);
  for (const cell of toProtect) {
    while (!isSafe(task, cell, hidden, attacker, alternatives)) {
      const free = table.cells.map((_, each) => hidden[each] === true || (mayHide?.[each] ?? true));
      const moves = { table, cell, hidden, free };
      const fresh = new Set<number>();
      for (const move of cheapestMoves(moves, widthFor(task, cell))) {
        for (const each of move.keys()) if (hidden[each] !== true) fresh.add(each);
        if (staysInBounds(table, move)) alternatives.add(move);
      }
      if (fresh.size === 0) {
        unprotected.push(cell);
        break;
      }
      for (const each of fresh) hidden[each] = true;
      toProtect.push(...fresh);
    }
  }
  showAgain(task, hidden, { attacker, alternatives, unprotected });
  return { hidden, unprotected };
}

const placesOf = (hidden: readonly boolean[]): number[] =>
  hidden.flatMap((isHidden, cell) => (isHidden ? [cell] : []));

/** A cell that cannot be larger than the width is safe when it can be anything. */
const widthFor = ({ table, width }: Task, cell: number): number =>
  Math.min(width, table.cells[cell]?.most ?? Infinity);

function isSafe(
  task: Task,
  cell: number,
  hidden: readonly boolean[],
  attacker: Attacker,
  alternatives: Alternatives,
): boolean {
  const enough = widthFor(task, cell) - NOTHING;
  attacker.attack(cell, hidden, alternatives, enough);
  return alternatives.widthOf(cell) >= enough;
}

/** The ways to move a cell upwards or downwards, by the width together, with few cells that are not hidden yet. */
function cheapestMoves(moves: Moves, width: number): readonly Difference[] {
  const { table, hidden, free } = moves;
  const withoutZeros = free.map(
    (may, each) => may && (hidden[each] === true || table.cells[each]?.value !== 0),
  );
  for (const among of [withoutZeros, free]) {
    const upwards = cheapestMove({ ...moves, free: among }, width);
    if (upwards) return [upwards];
    // It cannot rise so far: as far as it can, and the rest downwards.
    const furthest = furthestMove({ ...moves, free: among }, width);
    const up = furthest < NOTHING ? new Map() : cheapestMove({ ...moves, free: among }, furthest);
    const down = cheapestMove({ ...moves, free: among }, furthest - width);
    if (up && down) return [up, down];
  }
  return [];
}

/** A limit that a programme left out may have been passed after all. */
function staysInBounds({ cells }: LinearTable, move: Difference): boolean {
  return [...move].every(([cell, by]) => {
    const { value = 0, most = Infinity } = cells[cell] ?? {};
    return value + by >= -NOTHING && value + by <= most + NOTHING;
  });
}

/** A cell that is to move, and those that may move with it. */
interface Moves {
  readonly table: LinearTable;
  readonly cell: number;
  readonly hidden: readonly boolean[];
  readonly free: readonly boolean[];
}

/** How the table moves when one cell moves by so much and every sum holds, at the least cost; null when it cannot. */
function cheapestMove(moves: Moves, by: number): Difference | null {
  const { constraints, variables } = programmeOf(moves, Math.abs(by));
  constraints.set('move', { equal: by });
  const answer = solve({ direction: 'minimize', objective: 'cost', constraints, variables });
  if (answer.status !== 'optimal') return null;
  const difference = new Map<number, number>();
  for (const [name, amount] of answer.variables) {
    const [cell, way] = name.split(' ');
    if (Math.abs(amount) > NOTHING) difference.set(Number(cell), way === 'up' ? amount : -amount);
  }
  return difference;
}

/** How far a cell can rise, at most by so much. */
function furthestMove(moves: Moves, by: number): number {
  const { constraints, variables } = programmeOf(moves, by);
  constraints.set('move', { max: by });
  const answer = solve({ direction: 'maximize', objective: 'move', constraints, variables });
  return answer.status === 'optimal' ? answer.result : 0;
}

/** All the ways in which the free cells can move while every sum holds and no cell leaves its bounds. */
function programmeOf(
  { table: { cells, sums }, cell, hidden, free }: Moves,
  furthest: number,
): {
  readonly constraints: Map<string, { equal?: number; max?: number }>;
  readonly variables: Map<string, Map<string, number>>;
} {
  const constraints = new Map<string, { equal?: number; max?: number }>();
  const variables = new Map<string, Map<string, number>>();
  const factors = cells.map((): [string, number][] => []);
  sums.forEach(({ total, parts }, index) => {
    const members = [total, ...parts].filter((each) => free[each] === true);
    if (members.length === 0) return;
    constraints.set(`sum ${index}`, { equal: 0 });
    for (const part of parts) factors[part]?.push([`sum ${index}`, 1]);
    factors[total]?.push([`sum ${index}`, -1]);
  });
  cells.forEach(({ value, most }, each) => {
    if (free[each] !== true) return;
    const cost = hidden[each] === true ? 1e-3 : costOf(value);
    const own = each === cell ? [['move', 1] as [string, number]] : [];
    const way = (name: string, sign: number, limit: number): void => {
      if (limit < NOTHING) return;
      // A limit far off what has to be moved is never met, and a programme with fewer rows is solved sooner.
      const bounded = limit < 4 * furthest;
      if (bounded) constraints.set(`limit ${name}`, { max: limit });
      variables.set(
        name,
        new Map([
          ['cost', cost],
          ...(bounded ? [[`limit ${name}`, 1] as [string, number]] : []),
          ...[...(factors[each] ?? []), ...own].map(([key, factor]): [string, number] => [
            key,
            sign * factor,
          ]),
        ]),
      );
    };
    way(`${each} up`, 1, most - value);
    way(`${each} down`, -1, value);
  });
  return { constraints, variables };
}

/** What is known of a table while it is protected. */
interface Known {
  readonly attacker: Attacker;
  readonly alternatives: Alternatives;
  readonly unprotected: readonly number[];
}

/** Shows again what was hidden besides but is not needed, the most telling first. */
function showAgain(task: Task, hidden: boolean[], known: Known): void {
  const { table, hidden: given } = task;
  const { attacker, unprotected } = known;
  let { alternatives } = known;
  const besides = placesOf(hidden)
    .filter((cell) => given[cell] !== true)
    .sort((a, b) => (table.cells[b]?.value ?? 0) - (table.cells[a]?.value ?? 0));
  for (const cell of besides) {
    hidden[cell] = false;
    const left = alternatives.whereShown(cell);
    const others = placesOf(hidden).filter((other) => !unprotected.includes(other));
    const isNeeded =
      attacker
        .neighboursOf(cell, hidden)
        .some((other) => others.includes(other) && attacker.seesAtAGlance(other, hidden)) ||
      !others.every((other) => isSafe(task, other, hidden, attacker, left));
    if (isNeeded) hidden[cell] = true;
    else alternatives = left;
  }
}
