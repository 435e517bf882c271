import type { Sum } from './linear_table';

/** A group by one code a dimension, or null where it is everybody in that dimension. */
export type GroupKey = readonly (string | null)[];

/** The groups of a table of any number of dimensions with every total, and the sums that tie them. */
export interface Lattice {
  readonly keys: readonly GroupKey[];
  readonly sums: readonly Sum[];
  /** The place of a group among the keys; undefined for one that is not in the table. */
  readonly placeOf: (key: GroupKey) => number | undefined;
}

const textOf = (key: GroupKey): string => JSON.stringify(key);

/**
 * Groups, their totals over each dimension, over each two and so on.
 *
 * @param groups the groups of the table itself, none of whose codes is null
 * @param dimensions how many codes each has
 */
export function latticeOf(groups: readonly GroupKey[], dimensions: number): Lattice {
  const places = new Map<string, number>();
  const keys: GroupKey[] = [];
  const add = (key: GroupKey): void => {
    const text = textOf(key);
    if (places.has(text)) return;
    places.set(text, keys.length);
    keys.push(key);
  };
  for (const group of groups) add(group);
  // Each step makes one dimension more a total, so that every total's parts stand already.
  for (let dimension = 0; dimension < dimensions; dimension += 1)
    for (const key of [...keys]) add(key.map((code, at) => (at === dimension ? null : code)));
  const placeOf = (key: GroupKey): number | undefined => places.get(textOf(key));

  const parts = new Map<string, { total: number; parts: number[] }>();
  keys.forEach((key, place) => {
    key.forEach((code, dimension) => {
      if (code === null) return;
      const total = placeOf(key.map((each, at) => (at === dimension ? null : each)));
      if (total === undefined) return;
      const id = `${dimension} ${total}`;
      const sum = parts.get(id) ?? { total, parts: [] };
      sum.parts.push(place);
      parts.set(id, sum);
    });
  });
  return { keys, sums: [...parts.values()], placeOf };
}

/** The values of every group of a lattice, from those of the table's own groups. */
export function totalsOf({ keys, sums }: Lattice, values: readonly number[]): readonly number[] {
  const all = keys.map((key, place) => (key.includes(null) ? null : (values[place] ?? 0)));
  const sumFor = new Map(sums.map((sum) => [sum.total, sum]));
  const valueOf = (place: number): number => {
    const known = all[place];
    if (known !== null && known !== undefined) return known;
    const value = (sumFor.get(place)?.parts ?? []).reduce((sum, part) => sum + valueOf(part), 0);
    all[place] = value;
    return value;
  };
  return keys.map((_, place) => valueOf(place));
}
