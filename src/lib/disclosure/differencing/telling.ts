import type { DimensionId } from '../../measures/dimension_ids';
import { isApart, isWithin, type Box, type Cohort } from './cohort';
import {
  areApart,
  combine,
  sharedWithin,
  within,
  withinEither,
  type Mask,
  type Population,
} from './population';
import type { Difference } from './shown_counts';

/**
 * Whether a difference of counts could be the count of a group, as far as can be told without looking at who there
 * is: cohorts that no code has in common cannot hold each other.
 */
export function mayTell({ plus, minus }: Difference): boolean {
  return plus.every((a) => minus.every((b) => !isApart(a.cohort.people, b.cohort.people)));
}

/** Whether what is counted is of the same kinds throughout. */
export function isOfOneKind({ plus, minus }: Difference): boolean {
  return isSame(...[...plus, ...minus].map(({ cohort }) => cohort.kinds));
}

/** The masks of cohorts in one population, each made once. */
export class Masks {
  readonly population: Population;
  readonly #masks = new WeakMap<Box, Mask>();

  constructor(population: Population) {
    this.population = population;
  }

  of(box: Box): Mask {
    const known = this.#masks.get(box);
    if (known) return known;
    const mask = this.population.maskOf(box);
    this.#masks.set(box, mask);
    return mask;
  }
}

/**
 * Whether a difference of counts is the count of a group: whether everybody is in as many of the cohorts that are
 * added as of those that are taken away, but for those who are in one more. Where kinds of what is counted differ,
 * which people can share, it rather takes one for a group that is none.
 */
export function tells({ plus, minus }: Difference, masks: Masks): boolean {
  const [p, q] = plus.map(({ cohort }) => whoAndWhat(cohort, masks));
  const [m, n] = minus.map(({ cohort }) => whoAndWhat(cohort, masks));
  if (!p || !m) return false;
  const group = q ? oneOfTwo(p, q, m) : n ? twoOfOne(p, m, n) : partOfOne(p, m);
  if (group === null) return false;
  const used = [...plus, ...minus].flatMap(({ cohort }) => [...cohort.people.keys()]);
  return masks.population.hasKnown(group, [...new Set(used)]);
}

/** A cohort by the people of whom it is and by what is counted of them. */
interface Both {
  readonly who: Mask;
  readonly what: Box;
}

const whoAndWhat = ({ people, kinds }: Cohort, masks: Masks): Both => ({
  who: masks.of(people),
  what: kinds,
});

const isIn = (inner: Both, outer: Both): boolean =>
  within(inner.who, outer.who) && isWithin(inner.what, outer.what);

const isSame = (...[first, ...others]: readonly Box[]): boolean =>
  first === undefined || others.every((other) => isWithin(first, other) && isWithin(other, first));

/** A whole without a part. */
function partOfOne(whole: Both, part: Both): Mask | null {
  if (!isIn(part, whole)) return null;
  return isSame(whole.what, part.what) ? combine((a, b) => a & ~b, whole.who, part.who) : whole.who;
}

/** A whole without two parts that nobody shares. */
function twoOfOne(whole: Both, a: Both, b: Both): Mask | null {
  if (!isIn(a, whole) || !isIn(b, whole)) return null;
  if (!areApart(a.who, b.who) && !isApart(a.what, b.what)) return null;
  return isSame(whole.what, a.what, b.what)
    ? combine((w, x, y) => w & ~x & ~y, whole.who, a.who, b.who)
    : whole.who;
}

/** Two cohorts without one that has all whom they share and nobody who is in neither. */
function oneOfTwo(a: Both, b: Both, one: Both): Mask | null {
  const isOfBoth = within(one.who, a.who) && within(one.who, b.who);
  const isOfEither = isOfBoth
    ? isWithinEither(one.what, a.what, b.what)
    : withinEither(one.who, a.who, b.who) &&
      isWithin(one.what, a.what) &&
      isWithin(one.what, b.what);
  if (!isOfEither) return null;
  const hasShared =
    isApart(a.what, b.what) ||
    (sharedWithin(a.who, b.who, one.who) &&
      (isWithin(a.what, one.what) || isWithin(b.what, one.what)));
  if (!hasShared) return null;
  return isSame(a.what, b.what, one.what)
    ? combine((x, y, z) => ((x | y) & ~z) | (x & y & z), a.who, b.who, one.who)
    : combine((x, y) => x | y, a.who, b.who);
}

/** Whether a box lies within two that differ in one dimension at most, taken together. */
function isWithinEither(inner: Box, a: Box, b: Box): boolean {
  const ids = [...new Set([...a.keys(), ...b.keys()])];
  const differing = ids.filter((id) => !isSame(only(a, id), only(b, id)));
  if (differing.length > 1) return isWithin(inner, a) || isWithin(inner, b);
  return ids.every((id) => {
    const [one, other] = [a.get(id), b.get(id)];
    return (
      one === undefined ||
      other === undefined ||
      isWithin(inner, new Map([[id, new Set([...one, ...other])]]))
    );
  });
}

const only = (box: Box, id: DimensionId): Box => {
  const codes = box.get(id);
  return new Map(codes === undefined ? [] : [[id, codes]]);
};
