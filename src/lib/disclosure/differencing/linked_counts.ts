import type { DimensionId } from '../../measures/dimension_ids';
import { isApart, textOf, type Box, type Cohort } from './cohort';
import type { ShownCount } from './shown_counts';
import { SortedCounts } from './sorted_counts';

/** Characteristics of which a county has so many codes that most cohorts of one code each have nobody in common. */
const places: readonly DimensionId[] = ['district', 'home_district', 'school'];

/** Counts of cohorts in the same place and of the same kinds. */
interface Bundle {
  readonly place: Box;
  readonly kinds: Box;
  readonly own: ShownCount[];
  /** Those of every bundle, this one among them, whose cohorts can have somebody in common with one of this. */
  readonly near: SortedCounts;
  readonly linked: Bundle[];
}

/**
 * Counts in bundles by place and kind, so that each is only held against those with which its cohort can have
 * anybody in common: of a county with many districts, schools and services these are few.
 */
export class LinkedCounts {
  readonly #bundles = new Map<string, Bundle>();
  readonly #byCohort = new WeakMap<Cohort, Bundle>();

  add(shown: ShownCount): void {
    const { own, linked } = this.#bundleOf(shown.cohort);
    own.push(shown);
    for (const { near } of linked) near.add(shown);
  }

  /** Those that may have people in common with a cohort. */
  near(cohort: Cohort): SortedCounts {
    return this.#bundleOf(cohort).near;
  }

  #bundleOf(cohort: Cohort): Bundle {
    const known = this.#byCohort.get(cohort);
    if (known) return known;
    const bundle = this.#bundleFor(cohort);
    this.#byCohort.set(cohort, bundle);
    return bundle;
  }

  #bundleFor({ people, kinds }: Cohort): Bundle {
    const place: Box = new Map([...people].filter(([id, codes]) => isPlace(id, codes)));
    const name = `${textOf(place)} ${textOf(kinds)}`;
    const known = this.#bundles.get(name);
    if (known) return known;
    const bundle: Bundle = { place, kinds, own: [], near: new SortedCounts(), linked: [] };
    this.#bundles.set(name, bundle);
    for (const other of this.#bundles.values()) {
      if (isApart(place, other.place) || isApart(kinds, other.kinds)) continue;
      bundle.linked.push(other);
      for (const shown of other.own) bundle.near.add(shown);
      if (other !== bundle) other.linked.push(bundle);
    }
    return bundle;
  }
}

/** Several places at once can be chosen in so many ways that they make no bundles. */
const isPlace = (id: DimensionId, codes: ReadonlySet<string>): boolean =>
  codes.size === 1 && places.includes(id);
