import type { DimensionId } from '../../measures/dimension_ids';
import { isApart, type Cohort } from './cohort';
import { LinkedCounts } from './linked_counts';
import { margin } from './sorted_counts';

/** A count that somebody has seen, and of whom it is. */
export interface ShownCount {
  /** The same for the same cohort. */
  readonly id: string;
  readonly cohort: Cohort;
  readonly count: number;
}

/** Counts of which the first added up, less the others, leave few. */
export interface Difference {
  readonly plus: readonly ShownCount[];
  readonly minus: readonly ShownCount[];
}

/** The counts of one series that were shown. */
export class ShownCounts {
  readonly #counts = new LinkedCounts();
  readonly #ids = new Set<string>();
  /** The characteristics by which any of them is told apart. */
  readonly dimensions = new Set<DimensionId>();

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(shown: ShownCount): void {
    if (this.#ids.has(shown.id)) return;
    this.#ids.add(shown.id);
    for (const id of shown.cohort.people.keys()) this.dimensions.add(id);
    this.#counts.add(shown);
  }

  /** Whatever leaves more than nothing and less than `under` in a pair or a triple with a new count. */
  *differencesWith(x: ShownCount, under: number): Generator<Difference> {
    const nearX = this.#counts.near(x.cohort);
    for (const a of nearX.between(x.count, x.count + under)) yield { plus: [a], minus: [x] };
    for (const a of nearX.between(x.count - under, x.count)) yield { plus: [x], minus: [a] };
    for (const a of nearX.all) {
      // One of the two is added where the other is taken away.
      if (isApart(a.cohort.people, x.cohort.people)) continue;
      const more = a.count - x.count;
      for (const b of this.#counts.near(a.cohort).between(more - under, more + under)) {
        if (b === a || isSame(b.count, more)) continue;
        yield b.count > more ? { plus: [x, b], minus: [a] } : { plus: [a], minus: [x, b] };
      }
      for (const b of nearX.between(-more - under, -more + under)) {
        if (a.id >= b.id || isSame(b.count, -more)) continue;
        yield b.count > -more ? { plus: [a, b], minus: [x] } : { plus: [x], minus: [a, b] };
      }
    }
  }
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < margin;
