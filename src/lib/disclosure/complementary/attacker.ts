import { solve, type Solution } from 'yalps';
import { Alternatives, type Difference } from './alternatives';
import { knotOf, sumsOfCells, type Knot } from './knots';
import type { LinearTable, Range } from './linear_table';

/** Numbers nearer than this are the same: figures are whole or thirds, the solver works in binary fractions. */
const TOLERANCE = 1e-6;

/**
 * The range of each hidden cell for an attacker who sees the cells that are shown, knows the sums and that
 * nothing is negative, and solves linear programmes. Empty for cells that are shown.
 */
export function rangesOfHidden(
  table: LinearTable,
  hidden: readonly boolean[],
): ReadonlyMap<number, Range> {
  const attacker = new Attacker(table);
  const found = new Alternatives(table.cells.map(({ value }) => value));
  const ranges = new Map<number, Range>();
  hidden.forEach((isHidden, cell) => {
    if (!isHidden) return;
    attacker.attack(cell, hidden, found, Infinity);
    ranges.set(cell, found.rangeOf(cell));
  });
  return ranges;
}

/** Somebody who solves a table for what is hidden in it. */
export class Attacker {
  readonly #table: LinearTable;
  readonly #sumsOf: readonly (readonly number[])[];

  constructor(table: LinearTable) {
    this.#table = table;
    this.#sumsOf = sumsOfCells(table);
  }

  /** Whether a hidden cell stands in a sum with no other: then it is known at a glance. */
  seesAtAGlance(cell: number, hidden: readonly boolean[]): boolean {
    const { sums } = this.#table;
    return (this.#sumsOf[cell] ?? []).some((index) => {
      const { total = -1, parts = [] } = sums[index] ?? {};
      return [total, ...parts].every((other) => other === cell || hidden[other] !== true);
    });
  }

  /** The hidden cells in a sum with this one. */
  neighboursOf(cell: number, hidden: readonly boolean[]): readonly number[] {
    const { sums } = this.#table;
    const among = (this.#sumsOf[cell] ?? []).flatMap((index) => {
      const { total = -1, parts = [] } = sums[index] ?? {};
      return [total, ...parts];
    });
    return among.filter((other) => other !== cell && hidden[other] === true);
  }

  /**
   * Looks for the least and the most that a hidden cell can be, and adds the tables in which it is that. Stops when
   * those at hand show a range of `enough`: it may be wider still.
   */
  attack(
    cell: number,
    hidden: readonly boolean[],
    alternatives: Alternatives,
    enough: number,
  ): void {
    if (isEnough(cell, alternatives, enough)) return;
    const knot = knotOf(this.#table, this.#sumsOf, hidden, cell);
    if (knot.equations.length <= 1) {
      for (const difference of extremesOfOne(this.#table, knot)) alternatives.add(difference);
      return;
    }
    const programme = programmeOf(this.#table, knot);
    for (const direction of ['maximize', 'minimize'] as const) {
      if (isEnough(cell, alternatives, enough)) return;
      const answer = solve(
        { direction, objective: `itself ${cell}`, ...programme },
        { includeZeroVariables: true },
      );
      const difference = differenceOf(this.#table, knot, answer, direction);
      if (difference) alternatives.add(difference);
    }
  }
}

const isEnough = (cell: number, alternatives: Alternatives, enough: number): boolean =>
  Number.isFinite(enough) && alternatives.widthOf(cell) >= enough;

/** With one sum between them at most, the others at their least and their most leave the rest for the first cell. */
function* extremesOfOne(
  { cells }: LinearTable,
  { cells: [cell = -1, ...others], equations: [equation] }: Knot,
): Generator<Difference> {
  const mostOf = (each: number): number => cells[each]?.most ?? Infinity;
  const factors = equation?.factors ?? new Map<number, number>();
  const factor = factors.get(cell) ?? 1;
  // factor × cell = value - the others, each of which lies between nothing and its most.
  let [low, high] = equation ? [equation.value, equation.value] : [-Infinity, Infinity];
  for (const [other, times] of factors) {
    if (other === cell) continue;
    if (times > 0) low -= times * mostOf(other);
    else high -= times * mostOf(other);
  }
  const [from, to] = factor > 0 ? [low, high] : [-high, -low];
  for (const extreme of [Math.max(0, from), Math.min(mostOf(cell), to)])
    yield new Map([
      [cell, extreme - (cells[cell]?.value ?? 0)],
      ...others.map((other): [number, number] => [other, 0]),
    ]);
}

interface Programme {
  readonly constraints: ReadonlyMap<string, { equal?: number; max?: number }>;
  readonly variables: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function programmeOf({ cells }: LinearTable, { cells: places, equations }: Knot): Programme {
  const constraints = new Map<string, { equal?: number; max?: number }>();
  const variables = new Map(
    places.map((place) => {
      const factors = new Map([[`itself ${place}`, 1]]);
      const most = cells[place]?.most ?? Infinity;
      if (Number.isFinite(most)) {
        constraints.set(`most ${place}`, { max: most });
        factors.set(`most ${place}`, 1);
      }
      return [String(place), factors];
    }),
  );
  equations.forEach(({ value, factors }, index) => {
    const sum = `sum ${index}`;
    constraints.set(sum, { equal: value });
    for (const [place, factor] of factors) variables.get(String(place))?.set(sum, factor);
  });
  return { constraints, variables };
}

/** The table that the solver found; null when it found none. */
function differenceOf(
  { cells }: LinearTable,
  { cells: places }: Knot,
  { status, variables }: Solution,
  direction: 'maximize' | 'minimize',
): Difference | null {
  const [cell = -1] = places;
  // Nothing bounds it: which of the others rise with it is not told, so that all of them may.
  if (status === 'unbounded' && direction === 'maximize')
    return new Map([...places.map((place): [number, number] => [place, 0]), [cell, Infinity]]);
  if (status !== 'optimal') return null;
  const difference = new Map<number, number>();
  for (const [name, amount] of variables) {
    const place = Number(name);
    const by = amount - (cells[place]?.value ?? 0);
    if (Math.abs(by) > TOLERANCE) difference.set(place, by);
  }
  return difference;
}
