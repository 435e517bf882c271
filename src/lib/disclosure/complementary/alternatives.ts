import type { Range } from './linear_table';

/**
 * How another table differs from the one that is protected, by the places of its cells: every sum holds in it, and
 * what is shown is the same, so that an attacker cannot tell the two apart. A cell that stands in it with no
 * difference may differ on the way there.
 */
export type Difference = ReadonlyMap<number, number>;

/**
 * Tables that an attacker must allow for. They prove how wide the range of a hidden cell is at least: what has been
 * found for one cell spares the search for many others, and stays true while more is hidden.
 */
export class Alternatives {
  readonly #values: readonly number[];
  readonly #differences: Difference[] = [];
  readonly #ranges = new Map<number, { least: number; most: number }>();

  /** @param values the table as it is */
  constructor(values: readonly number[]) {
    this.#values = values;
  }

  add(difference: Difference): void {
    this.#differences.push(difference);
    for (const [cell, by] of difference) {
      const value = this.#values[cell] ?? 0;
      const range = this.#ranges.get(cell) ?? { least: value, most: value };
      this.#ranges.set(cell, range);
      range.least = Math.max(0, Math.min(range.least, value + by));
      range.most = Math.max(range.most, value + by);
    }
  }

  /** What a cell is in these tables, from the least to the most: an attacker's range is as wide or wider. */
  rangeOf(cell: number): Range {
    const value = this.#values[cell] ?? 0;
    return this.#ranges.get(cell) ?? { least: value, most: value };
  }

  widthOf(cell: number): number {
    const { least, most } = this.rangeOf(cell);
    return most - least;
  }

  /** Those that are left when a cell is shown. */
  whereShown(cell: number): Alternatives {
    const left = new Alternatives(this.#values);
    for (const difference of this.#differences) if (!difference.has(cell)) left.add(difference);
    return left;
  }
}
