import { hideMore } from './hide_more';
import type { GroupKey, Lattice } from './lattice';
import type { TableCell } from './linear_table';

export interface Wanted {
  /** Groups that are hidden in any case. */
  readonly primary: readonly boolean[];
  /** Groups that may be hidden besides, by their places; one that is not named may be. */
  readonly mayHide: readonly boolean[];
  /** How wide the range of a hidden group must stay. */
  readonly width: number;
}

/**
 * Which groups of a lattice are hidden, totals before their parts: what is decided of a total holds in every table
 * that shares it, so that a page or a pack with many tables over the same people says of each group the same, and
 * no table takes back what another hid.
 */
export function protectLattice(
  lattice: Lattice,
  cells: readonly TableCell[],
  { primary, mayHide, width }: Wanted,
): readonly boolean[] {
  const hidden = [...primary];
  for (const dimensions of subsetsBySize(lattice.keys[0]?.length ?? 0)) {
    const inTable = (key: GroupKey): boolean =>
      key.every((code, dimension) => code === null || dimensions.includes(dimension));
    const places = lattice.keys.flatMap((key, place) => (inTable(key) ? [place] : []));
    if (!places.some((place) => hidden[place] === true)) continue;
    const at = new Map(places.map((place, index) => [place, index]));
    const isOwn = (place: number): boolean =>
      lattice.keys[place]?.every((code, each) => (code !== null) === dimensions.includes(each)) ??
      false;
    const outcome = hideMore({
      table: {
        cells: places.map((place) => cells[place] ?? { value: 0, most: Infinity }),
        sums: lattice.sums.flatMap(({ total, parts }) => {
          const [whole, ...rest] = [total, ...parts].map((place) => at.get(place));
          return whole === undefined || rest.includes(undefined)
            ? []
            : [{ total: whole, parts: rest.filter((part) => part !== undefined) }];
        }),
      },
      hidden: places.map((place) => hidden[place] === true),
      width,
      mayHide: places.map((place) => isOwn(place) && mayHide[place] !== false),
    });
    places.forEach((place, index) => (hidden[place] = outcome.hidden[index] === true));
  }
  return hidden;
}

/** Every choice among so many dimensions, the smaller first: none, each, each two and so on. */
function subsetsBySize(dimensions: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** dimensions }, (_, bits) =>
    Array.from({ length: dimensions }, (__, dimension) => dimension).filter(
      (dimension) => (bits >> dimension) % 2 === 1,
    ),
  ).sort((a, b) => a.length - b.length);
}
