import type { DimensionId } from '../../measures/dimension_ids';
import type { Cohort } from './cohort';

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

/** The counts of one kind that were shown, in the order of their size, so that differences are found by looking up. */
export class ShownCounts {
  readonly #sorted: ShownCount[] = [];
  readonly #byId = new Map<string, ShownCount>();

  /** The characteristics by which any of them is told apart. */
  readonly dimensions = new Set<DimensionId>();

  get size(): number {
    return this.#sorted.length;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  add(shown: ShownCount): void {
    if (this.#byId.has(shown.id)) return;
    this.#byId.set(shown.id, shown);
    for (const id of shown.cohort.people.keys()) this.dimensions.add(id);
    this.#sorted.splice(this.#placeOf(shown.count), 0, shown);
  }

  /** Whatever leaves more than nothing and less than `under` in a pair or a triple with a new count. */
  *differencesWith(x: ShownCount, under: number): Generator<Difference> {
    for (const a of this.#between(x.count, x.count + under)) yield { plus: [a], minus: [x] };
    for (const a of this.#between(x.count - under, x.count)) yield { plus: [x], minus: [a] };
    for (const [i, a] of this.#sorted.entries()) {
      const [both, rest] = [x.count + a.count, x.count - a.count];
      for (const b of this.#between(both - under, both))
        if (b !== a) yield { plus: [x, a], minus: [b] };
      for (const b of this.#between(both, both + under))
        if (b !== a) yield { plus: [b], minus: [x, a] };
      for (const b of this.#between(rest, rest + under, i + 1)) yield { plus: [a, b], minus: [x] };
      for (const b of this.#between(rest - under, rest, i + 1)) yield { plus: [x], minus: [a, b] };
    }
  }

  /** Those whose counts lie between two numbers, from some place in the order on. */
  *#between(low: number, high: number, from = 0): Generator<ShownCount> {
    const margin = 1e-9;
    for (let i = Math.max(from, this.#placeOf(low + margin)); i < this.#sorted.length; i += 1) {
      const shown = this.#sorted[i];
      if (shown === undefined || shown.count >= high - margin) return;
      yield shown;
    }
  }

  /** The place of the first that is not below a number. */
  #placeOf(count: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.count ?? 0) < count) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
