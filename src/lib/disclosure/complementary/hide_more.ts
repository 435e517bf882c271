import { solve } from 'yalps';
import { rangesOfHidden } from './attacker';
import type { LinearTable, Range } from './linear_table';

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
export function hideMore({ table, hidden: given, width, mayHide }: Task): Hiding {
  const { cells } = table;
  const hidden = [...given];
  const unprotected = new Set<number>();
  for (;;) {
    const weakest = weakestOf(table, hidden, width, unprotected);
    if (weakest === null) break;
    const free = cells.map((_, cell) => hidden[cell] === true || (mayHide?.[cell] ?? true));
    const toHide = cellsThatHide(table, weakest, hidden, free, widthFor(table, weakest, width));
    const fresh = toHide.filter((cell) => hidden[cell] !== true);
    if (fresh.length === 0) unprotected.add(weakest);
    for (const cell of fresh) hidden[cell] = true;
  }
  showAgain({ table, hidden: given, width }, hidden, unprotected);
  return { hidden, unprotected: [...unprotected] };
}

const widthOf = ({ least, most }: Range): number => most - least;

/** A cell that cannot be larger than the width is safe when it can be anything. */
const widthFor = (table: LinearTable, cell: number, width: number): number =>
  Math.min(width, table.cells[cell]?.most ?? Infinity);

/** The hidden cell that an attacker comes nearest to; null when all are safe. */
function weakestOf(
  table: LinearTable,
  hidden: readonly boolean[],
  width: number,
  except: ReadonlySet<number>,
): number | null {
  let weakest: number | null = null;
  let mostMissing = NOTHING;
  for (const [cell, range] of rangesOfHidden(table, hidden, width)) {
    const missing = widthFor(table, cell, width) - widthOf(range);
    if (except.has(cell) || missing <= mostMissing) continue;
    weakest = cell;
    mostMissing = missing;
  }
  return weakest;
}

/** The cells that must be hidden so that one could as well be larger or smaller, by the width together. */
function cellsThatHide(
  table: LinearTable,
  cell: number,
  hidden: readonly boolean[],
  free: readonly boolean[],
  width: number,
): readonly number[] {
  const withoutZeros = free.map(
    (may, each) => may && (hidden[each] === true || table.cells[each]?.value !== 0),
  );
  for (const among of [withoutZeros, free]) {
    const moves = { table, cell, hidden, free: among };
    const upwards = cheapestMove(moves, width);
    if (upwards) return upwards;
    // It cannot rise so far: as far as it can, and the rest downwards.
    const furthest = furthestMove(moves, width);
    const up = furthest < NOTHING ? [] : cheapestMove(moves, furthest);
    const down = cheapestMove(moves, furthest - width);
    if (up && down) return [...new Set([...up, ...down])];
  }
  return [];
}

/** A cell that is to move, and those that may move with it. */
interface Moves {
  readonly table: LinearTable;
  readonly cell: number;
  readonly hidden: readonly boolean[];
  readonly free: readonly boolean[];
}

/** The cells that move when one moves by so much and every sum holds, at the least cost; null when none can. */
function cheapestMove(moves: Moves, by: number): readonly number[] | null {
  const { constraints, variables } = programmeOf(moves, Math.abs(by));
  constraints.set('move', { equal: by });
  const answer = solve({ direction: 'minimize', objective: 'cost', constraints, variables });
  if (answer.status !== 'optimal') return null;
  return answer.variables
    .filter(([, amount]) => Math.abs(amount) > NOTHING)
    .map(([name]) => Number(name.split(' ')[0]));
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

/** Shows again what was hidden besides but is not needed, the most telling first. */
function showAgain(
  { table, hidden: given, width }: Task,
  hidden: boolean[],
  unprotected: ReadonlySet<number>,
): void {
  const besides = hidden
    .flatMap((isHidden, cell) => (isHidden && given[cell] !== true ? [cell] : []))
    .sort((a, b) => (table.cells[b]?.value ?? 0) - (table.cells[a]?.value ?? 0));
  for (const cell of besides) {
    hidden[cell] = false;
    if (weakestOf(table, hidden, width, unprotected) !== null) hidden[cell] = true;
  }
}
