import type { DimensionId } from '../../measures/dimension_ids';
import type { Cohort } from './cohort';
import { SortedCounts } from './sorted_counts';

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

/** Of cohorts that are of no one school alone. */
const anySchool = '';

/**
 * The counts of one series that were shown. There are many schools, and a cohort of one of them has nothing in common
 * with those of another: each is only held against those of its own school and those of no one school.
 */
export class ShownCounts {
  readonly #all = new SortedCounts();
  readonly #bySchool = new Map<string, SortedCounts>();
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
    this.#all.add(shown);
    const school = schoolOf(shown);
    const ofSchool = this.#bySchool.get(school) ?? new SortedCounts();
    this.#bySchool.set(school, ofSchool);
    ofSchool.add(shown);
  }

  /** Whatever leaves more than nothing and less than `under` in a pair or a triple with a new count. */
  *differencesWith(x: ShownCount, under: number): Generator<Difference> {
    for (const a of this.#near(x, x.count, x.count + under)) yield { plus: [a], minus: [x] };
    for (const a of this.#near(x, x.count - under, x.count)) yield { plus: [x], minus: [a] };
    for (const a of this.#near(x)) {
      const more = a.count - x.count;
      for (const b of this.#near(a, more, more + under))
        if (b !== a) yield { plus: [x, b], minus: [a] };
      for (const b of this.#near(a, more - under, more))
        if (b !== a) yield { plus: [a], minus: [x, b] };
      for (const b of this.#near(x, -more, -more + under))
        if (a.id < b.id) yield { plus: [a, b], minus: [x] };
      for (const b of this.#near(x, -more - under, -more))
        if (a.id < b.id) yield { plus: [x], minus: [a, b] };
    }
  }

  /** Those that may have people in common with one, of the sizes between two numbers. */
  *#near(one: ShownCount, low = -Infinity, high = Infinity): Generator<ShownCount> {
    const school = schoolOf(one);
    const lists =
      school === anySchool
        ? [this.#all]
        : [this.#bySchool.get(school), this.#bySchool.get(anySchool)];
    for (const list of lists) if (list) yield* list.between(low, high);
  }
}

function schoolOf({ cohort }: ShownCount): string {
  const [school = anySchool, ...others] = cohort.people.get('school') ?? [];
  return others.length === 0 ? school : anySchool;
}
