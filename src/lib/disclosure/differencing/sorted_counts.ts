import type { ShownCount } from './shown_counts';

/** Counts that are nearer to each other are the same. */
export const margin = 1e-9;

/** Counts in the order of their size, so that those of some size are found by looking up. */
export class SortedCounts {
  readonly #sorted: ShownCount[] = [];

  add(shown: ShownCount): void {
    this.#sorted.splice(this.#placeFrom(shown.count), 0, shown);
  }

  /** All of them, the smallest first. */
  get all(): readonly ShownCount[] {
    return this.#sorted;
  }

  /** Those whose counts lie between two numbers, and are neither of them. */
  between(low: number, high: number): readonly ShownCount[] {
    // Nothing counts less than nobody.
    if (high <= 0) return none;
    const first = this.#placeFrom(low + margin);
    const least = this.#sorted[first];
    if (least === undefined || least.count >= high - margin) return none;
    return this.#sorted.slice(first, this.#placeFrom(high - margin));
  }

  /** The place of the first that is not below a number. */
  #placeFrom(count: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.count ?? 0) < count) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const none: readonly ShownCount[] = [];
