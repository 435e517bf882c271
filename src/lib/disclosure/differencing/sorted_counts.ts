import type { ShownCount } from './shown_counts';

/** Counts in the order of their size, so that those of some size are found by looking up. */
export class SortedCounts {
  readonly #sorted: ShownCount[] = [];

  add(shown: ShownCount): void {
    this.#sorted.splice(this.#placeOf(shown.count), 0, shown);
  }

  /** Those whose counts lie between two numbers, and are neither of them. */
  between(low: number, high: number): readonly ShownCount[] {
    const margin = 1e-9;
    return this.#sorted.slice(this.#placeOf(low + margin), this.#placeOf(high - margin));
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
