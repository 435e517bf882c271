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
  readonly #everybody: Mask;
  readonly #known = new Map<string, Mask>();
  /** By characteristic and code who has it, each made when it is first asked for. */
  readonly #byCode = new Map<DimensionId, ReadonlyMap<string, Mask>>();

  /**
   * @param dimensions the characteristics, of each of which everybody has one code
   * @param rows a row for each group by all of them
   */
  constructor(dimensions: readonly DimensionId[], rows: readonly CountRow[]) {
    this.dimensions = dimensions;
    // What is counted need not be of the people below the line: a notice for a child too young to be among them.
    const isEmpty = ({ denominator, numerator }: CountRow) => !denominator && !numerator;
    this.#cells = rows.filter((row) => row.available && !isEmpty(row)).map(({ keys }) => keys);
    this.#everybody = this.#maskWhere(() => true);
  }

  /** The cells of a box, all of whose dimensions must be among those of the population. */
  maskOf(box: Box): Mask {
    const mask = this.#everybody.slice();
    for (const [id, codes] of box) {
      const having = this.#having(id);
      const some = [...codes].flatMap((code) => having.get(code) ?? []);
      for (let i = 0; i < mask.length; i += 1) {
        let any = 0;
        for (const each of some) any |= each[i] ?? 0;
        mask[i] = (mask[i] ?? 0) & any;
      }
    }
    // Pupils of alternative provision are published apart: they are in no total over the phases.
    const apart = box.has('phase') ? undefined : this.#having('phase').get('alternative_provision');
    if (apart) for (let i = 0; i < mask.length; i += 1) mask[i] = (mask[i] ?? 0) & ~(apart[i] ?? 0);
    return mask;
  }

  /** Whether anybody in these cells is known in all of some characteristics. Others are no group that is protected. */
  hasKnown(mask: Mask, ids: readonly DimensionId[]): boolean {
    const name = ids.join();
    const known =
      this.#known.get(name) ?? this.#maskWhere((keys) => ids.every((id) => keys[id] !== 'unknown'));
    this.#known.set(name, known);
    return !areApart(mask, known);
  }

  #having(id: DimensionId): ReadonlyMap<string, Mask> {
    const known = this.#byCode.get(id);
    if (known) return known;
    const made = new Map<string, Mask>();
    this.#cells.forEach((keys, i) => {
      const code = keys[id] ?? 'unknown';
      const mask = made.get(code) ?? this.#nobody();
      made.set(code, mask);
      mark(mask, i);
    });
    this.#byCode.set(id, made);
    return made;
  }

  #nobody(): Mask {
    return new Uint32Array(Math.ceil(this.#cells.length / 32));
  }

  #maskWhere(isIn: (keys: CountRow['keys']) => boolean): Mask {
    const mask = this.#nobody();
    this.#cells.forEach((keys, i) => {
      if (isIn(keys)) mark(mask, i);
    });
    return mask;
  }
}

function mark(mask: Mask, cell: number): void {
  mask[cell >> 5] = (mask[cell >> 5] ?? 0) | (1 << (cell & 31));
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
