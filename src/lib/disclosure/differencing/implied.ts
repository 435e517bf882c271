import type { DimensionId } from '../../measures/dimension_ids';
import type { CountRow, CountsContent } from '../counts';
import { countsOf, isOfPeople, type Counted } from './counted';

/** A total that anybody can add up from rows that are all shown. */
export interface Implied {
  readonly counts: readonly Counted[];
  /** The place of the row without which it could not be added up, and whose loss tells the reader least. */
  readonly smallest: number;
}

/** The totals that shown rows give away, over each characteristic by which they are split, each two and so on. */
export function* impliedBy(
  { measure, where, by }: CountsContent,
  rows: readonly CountRow[],
  isShown: (place: number) => boolean,
  isAsked: (place: number) => boolean,
): Generator<Implied> {
  for (const over of subsetsOf(by.filter((id) => isOfPeople(measure, id)))) {
    const groups = new Map<string, number[]>();
    rows.forEach((row, i) => {
      if (!row.available || !isAsked(i) || isApartFrom(row, over)) return;
      const group = JSON.stringify([row.period, withoutCodes(row.keys, over)]);
      groups.set(group, [...(groups.get(group) ?? []), i]);
    });
    for (const places of groups.values()) {
      if (places.length < 2 || !places.every(isShown)) continue;
      const parts = places.flatMap((place) => rows[place] ?? []);
      // A row in which nobody is keeps nothing hidden.
      const sizes = places.map((place) => sizeOf(rows[place]) || Infinity);
      yield {
        counts: countsOf({ measure, where }, totalOf(parts, over)),
        smallest: places[sizes.indexOf(Math.min(...sizes))] ?? -1,
      };
    }
  }
}

/** Pupils of alternative provision are in no total over the phases. */
const isApartFrom = ({ keys }: CountRow, over: readonly DimensionId[]): boolean =>
  over.includes('phase') && keys.phase === 'alternative_provision';

const sizeOf = (row: CountRow | undefined): number => row?.denominator ?? row?.numerator ?? 0;

function totalOf(parts: readonly CountRow[], over: readonly DimensionId[]): CountRow {
  const [first] = parts;
  const sum = (of: (row: CountRow) => number | null | undefined): number | null =>
    parts.some((row) => typeof of(row) !== 'number')
      ? null
      : parts.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    period: first?.period ?? '',
    keys: withoutCodes(first?.keys ?? {}, over),
    numerator: sum((row) => row.numerator),
    denominator: sum((row) => row.denominator),
    available: true,
    ...(first?.contributors
      ? {
          contributors: {
            numerator: sum((row) => row.contributors?.numerator) ?? 0,
            denominator: sum((row) => row.contributors?.denominator) ?? 0,
          },
        }
      : {}),
  };
}

function withoutCodes(keys: CountRow['keys'], ids: readonly DimensionId[]): CountRow['keys'] {
  return Object.fromEntries(
    Object.entries(keys).filter(([id]) => !ids.includes(id as DimensionId)),
  );
}

/** Every choice of some, but for that of none. */
function subsetsOf(ids: readonly DimensionId[]): readonly (readonly DimensionId[])[] {
  return ids.reduce<DimensionId[][]>(
    (subsets, id) => [...subsets, [id], ...subsets.map((subset) => [...subset, id])],
    [],
  );
}
