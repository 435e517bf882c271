import type { DimensionId } from '../../measures/dimension_ids';
import type { CountRow } from '../counts';
import type { Box } from './cohort';

/** A set of the cells of a population, a bit each. */
export type Mask = Uint32Array;

/**
 * The people of a population in cells of every characteristic by which anybody was told apart: each cell is wholly in
 * a cohort or wholly out of it, so that cohorts can be compared as the sets that they are.
 */
export class Population {
  readonly dimensions: readonly DimensionId[];
  readonly #cells: readonly CountRow['keys'][];
  readonly #known = new Map<string, Mask>();

  /**
   * @param dimensions the characteristics, of each of which everybody has one code
   * @param rows a row for each group by all of them
   */
  constructor(dimensions: readonly DimensionId[], rows: readonly CountRow[]) {
    this.dimensions = dimensions;
    // What is counted need not be of the people below the line: a notice for a child too young to be among them.
    const isEmpty = ({ denominator, numerator }: CountRow) => !denominator && !numerator;
    this.#cells = rows.filter((row) => row.available && !isEmpty(row)).map(({ keys }) => keys);
  }

  /** The cells of a box, all of whose dimensions must be among those of the population. */
  maskOf(box: Box): Mask {
    const limits = [...box];
    // Pupils of alternative provision are published apart: they are in no total over the phases.
    const withoutApart = !box.has('phase');
    return this.#maskWhere(
      (keys) =>
        limits.every(([id, codes]) => codes.has(keys[id] ?? 'unknown')) &&
        !(withoutApart && keys.phase === 'alternative_provision'),
    );
  }

  /** Whether anybody in these cells is known in all of some characteristics. Others are no group that is protected. */
  hasKnown(mask: Mask, ids: readonly DimensionId[]): boolean {
    const name = ids.join();
    const known =
      this.#known.get(name) ?? this.#maskWhere((keys) => ids.every((id) => keys[id] !== 'unknown'));
    this.#known.set(name, known);
    return !areApart(mask, known);
  }

  #maskWhere(isIn: (keys: CountRow['keys']) => boolean): Mask {
    const mask = new Uint32Array(Math.ceil(this.#cells.length / 32));
    this.#cells.forEach((keys, i) => {
      if (isIn(keys)) mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31));
    });
    return mask;
  }
}

/** Whether every cell of the first is in the second. */
export function within(inner: Mask, outer: Mask): boolean {
  for (let i = 0; i < inner.length; i += 1)
    if (((inner[i] ?? 0) & ~(outer[i] ?? 0)) !== 0) return false;
  return true;
}

/** Whether every cell of the first is in one of the others at least. */
export function withinEither(inner: Mask, a: Mask, b: Mask): boolean {
  for (let i = 0; i < inner.length; i += 1)
    if (((inner[i] ?? 0) & ~((a[i] ?? 0) | (b[i] ?? 0))) !== 0) return false;
  return true;
}

/** Whether every cell that two have in common is in the third. */
export function sharedWithin(a: Mask, b: Mask, outer: Mask): boolean {
  for (let i = 0; i < outer.length; i += 1)
    if (((a[i] ?? 0) & (b[i] ?? 0) & ~(outer[i] ?? 0)) !== 0) return false;
  return true;
}

export function areApart(a: Mask, b: Mask): boolean {
  for (let i = 0; i < a.length; i += 1) if (((a[i] ?? 0) & (b[i] ?? 0)) !== 0) return false;
  return true;
}

/** Word by word what a function makes of masks of one population. */
export function combine(of: (...words: number[]) => number, ...masks: readonly Mask[]): Mask {
  return Uint32Array.from(masks[0] ?? [], (_, i) => of(...masks.map((mask) => mask[i] ?? 0)));
}
