import type { LinearTable } from './linear_table';

/** What is hidden of a sum, less what is shown of it: `sum of factor × cell = value`. */
export interface Equation {
  readonly value: number;
  readonly factors: ReadonlyMap<number, number>;
}

/** Hidden cells that hang together, with all that is known of them. */
export interface Knot {
  readonly cells: readonly number[];
  readonly equations: readonly Equation[];
}

/** The sums in which each cell of a table stands, by their places. */
export function sumsOfCells({ cells, sums }: LinearTable): readonly (readonly number[])[] {
  const places = cells.map((): number[] => []);
  sums.forEach(({ total, parts }, index) => {
    for (const cell of [total, ...parts]) places[cell]?.push(index);
  });
  return places;
}

/** The hidden cells that hang together with one of them, itself first. */
export function knotOf(
  table: LinearTable,
  sumsOf: readonly (readonly number[])[],
  hidden: readonly boolean[],
  start: number,
): Knot {
  const cells = [start];
  const seen = new Set(cells);
  const equations = new Map<number, Equation>();
  for (const cell of cells)
    for (const index of sumsOf[cell] ?? []) {
      if (equations.has(index)) continue;
      const equation = equationOf(table, index, hidden);
      equations.set(index, equation);
      for (const next of equation.factors.keys()) {
        if (seen.has(next)) continue;
        seen.add(next);
        cells.push(next);
      }
    }
  return { cells, equations: [...equations.values()] };
}

function equationOf(
  { cells, sums }: LinearTable,
  index: number,
  hidden: readonly boolean[],
): Equation {
  const factors = new Map<number, number>();
  let value = 0;
  const add = (cell: number, factor: number): void => {
    if (hidden[cell] === true) factors.set(cell, factor);
    else value -= factor * (cells[cell]?.value ?? 0);
  };
  const { total = -1, parts = [] } = sums[index] ?? {};
  for (const part of parts) add(part, 1);
  add(total, -1);
  return { value, factors };
}
