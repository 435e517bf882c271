import { solve } from 'yalps';
import type { LinearTable, Range } from './linear_table';

/** Numbers nearer than this are the same: figures are whole or thirds, the solver works in binary fractions. */
const TOLERANCE = 1e-6;

/** What is hidden of a sum, less what is shown of it: `sum of factor × cell = value`. */
interface Equation {
  readonly value: number;
  readonly factors: ReadonlyMap<number, number>;
}

/** Hidden cells that hang together, with all that is known of them. */
interface Knot {
  readonly cells: readonly number[];
  readonly equations: readonly Equation[];
}

/**
 * The range of each hidden cell for an attacker who sees the cells that are shown, knows the sums and that
 * nothing is negative, and solves linear programmes. Empty for cells that are shown.
 *
 * @param enough a width with which the caller is content: a range that is as wide may be wider still
 */
export function rangesOfHidden(
  table: LinearTable,
  hidden: readonly boolean[],
  enough = Infinity,
): ReadonlyMap<number, Range> {
  const ranges = new Map<number, Range>();
  for (const knot of knotsOf(table, hidden)) {
    const found =
      knot.equations.length === 1 ? rangesOfOne(table, knot) : rangesBySolving(table, knot, enough);
    for (const [cell, range] of found) ranges.set(cell, range);
  }
  return ranges;
}

function equationsOf({ cells, sums }: LinearTable, hidden: readonly boolean[]): Equation[] {
  return sums.flatMap(({ total, parts }) => {
    const factors = new Map<number, number>();
    let value = 0;
    const add = (cell: number, factor: number): void => {
      if (hidden[cell] === true) factors.set(cell, factor);
      else value -= factor * (cells[cell]?.value ?? 0);
    };
    for (const part of parts) add(part, 1);
    add(total, -1);
    return factors.size === 0 ? [] : [{ value, factors }];
  });
}

function knotsOf(table: LinearTable, hidden: readonly boolean[]): readonly Knot[] {
  const equations = equationsOf(table, hidden);
  const equationsWith = new Map<number, Equation[]>();
  for (const equation of equations)
    for (const cell of equation.factors.keys())
      equationsWith.set(cell, [...(equationsWith.get(cell) ?? []), equation]);
  const seen = new Set<number>();
  const knots: Knot[] = [];
  for (const [start, isHidden] of hidden.entries()) {
    if (!isHidden || seen.has(start)) continue;
    seen.add(start);
    const cells = [start];
    const among = new Set<Equation>();
    for (const cell of cells)
      for (const equation of equationsWith.get(cell) ?? []) {
        among.add(equation);
        for (const next of equation.factors.keys()) {
          if (seen.has(next)) continue;
          seen.add(next);
          cells.push(next);
        }
      }
    knots.push({ cells, equations: [...among] });
  }
  return knots;
}

/** With one sum between them, the others at their least and their most leave the rest. */
function rangesOfOne({ cells }: LinearTable, { equations }: Knot): Map<number, Range> {
  const ranges = new Map<number, Range>();
  const [equation] = equations;
  if (!equation) return ranges;
  const { factors, value } = equation;
  const mostOf = (cell: number): number => cells[cell]?.most ?? Infinity;
  for (const [cell, factor] of factors) {
    // factor × cell = value - the others, each of which lies between nothing and its most.
    let [low, high] = [value, value];
    for (const [other, times] of factors) {
      if (other === cell) continue;
      if (times > 0) low -= times * mostOf(other);
      else high -= times * mostOf(other);
    }
    const [from, to] = factor > 0 ? [low, high] : [-high, -low];
    ranges.set(cell, { least: Math.max(0, from), most: Math.min(mostOf(cell), to) });
  }
  return ranges;
}

function rangesBySolving(
  { cells }: LinearTable,
  { cells: places, equations }: Knot,
  enough: number,
): Map<number, Range> {
  const value = (place: number): number => cells[place]?.value ?? 0;
  // The table as it is is one that an attacker must allow for; every solution found is another.
  const ranges = new Map(
    places.map((place) => [place, { least: value(place), most: value(place) }]),
  );
  const constraints = new Map<string, { equal?: number; max?: number }>(
    equations.map((equation, index) => [`sum ${index}`, { equal: equation.value }]),
  );
  for (const place of places) {
    const most = cells[place]?.most ?? Infinity;
    if (Number.isFinite(most)) constraints.set(`most ${place}`, { max: most });
  }
  const variables = new Map(
    places.map((place) => [
      place,
      new Map<string, number>([
        ['itself ' + String(place), 1],
        [`most ${place}`, 1],
        ...equations.flatMap(({ factors }, index): [string, number][] => {
          const factor = factors.get(place);
          return factor === undefined ? [] : [[`sum ${index}`, factor]];
        }),
      ]),
    ]),
  );
  const widen = (place: number, to: number): void => {
    const range = ranges.get(place);
    if (!range) return;
    if (to < range.least - TOLERANCE) range.least = Math.max(0, to);
    if (to > range.most + TOLERANCE) range.most = to;
  };
  for (const place of places) {
    for (const direction of ['maximize', 'minimize'] as const) {
      const range = ranges.get(place);
      if (!range || (Number.isFinite(enough) && range.most - range.least >= enough)) break;
      const answer = solve(
        { direction, objective: `itself ${place}`, constraints, variables },
        { includeZeroVariables: true },
      );
      if (answer.status === 'unbounded') widen(place, direction === 'maximize' ? Infinity : 0);
      for (const [other, amount] of answer.variables) widen(other, amount);
    }
  }
  return ranges;
}
