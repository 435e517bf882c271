import type { DimensionId, Measure } from '../../measures/measure';
import type { CountRow, CountsContent } from '../counts';
import type { DisclosurePolicy } from '../safe_table';
import { isSmallRow } from '../small_counts';
import { latticeOf, type GroupKey, type Lattice } from './lattice';
import { protectLattice } from './protect_lattice';

/**
 * Tables with more groups than these, totals included, are judged row by row: the programmes
 * would hold up the page for seconds.
 */
export const mostGroups = 100;

/** A row of a table, by where it stands there. */
interface Placed {
  readonly at: number;
  readonly row: CountRow;
}

/**
 * Pupils of alternative provision stand beside the total, not in it. And people of whom a characteristic is not known
 * are no group that anybody could point to: nothing is hidden for their sake.
 */
function isBeside({ keys }: CountRow): boolean {
  return keys['phase'] === 'alternative_provision' || Object.values(keys).includes('unknown');
}

/** What is known of rows besides their counts. */
export interface Before {
  /** Rows of which nothing may be told, not even how many are below the line. */
  readonly heldBack: readonly boolean[];
  /** Rows that the reader has seen: it is no use to hide them. */
  readonly seen: readonly boolean[];
}

/**
 * Hides further rows, so that no hidden row can be worked out from the others and from the totals that the reader
 * can have for the asking. First who is below the line: what is hidden there is the same for every measure over the
 * same people. Then what is counted among them.
 *
 * @param before given when this is done a second time, because rows are held back besides those hidden after the first
 */
export function complementarySuppression(
  content: CountsContent,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
  before?: Before,
): readonly boolean[] {
  const { measure, by, rows } = content;
  if (!policy.complementary || measure.kind === 'length') return hidden;
  const tied = by.filter((id) => !measure.overlapping?.includes(id));
  if (tied.length === 0) return hidden;
  const after = [...hidden];
  const apart = by.filter((id) => !tied.includes(id));
  const people = tied.filter((id) => !isKind(measure, id));
  const task = { measure, policy, hidden: after, seen: before?.seen ?? [], known: new Map() };
  const isHeldBack = (at: number): boolean => before?.heldBack[at] === true;
  for (const slice of slicesOf(rows, apart)) {
    // What was decided without rows held back stands where there are none.
    if (before && !slice.some(({ at }) => isHeldBack(at))) continue;
    hideInSlice(slice, people, task, denominators(measure, isHeldBack));
    hideInSlice(slice, tied, task, numerators(measure, after, policy));
  }
  return after;
}

/** Rows of one period and one code of each dimension whose groups overlap: no sum ties them to other rows. */
function slicesOf(
  rows: readonly CountRow[],
  apart: readonly DimensionId[],
): readonly (readonly Placed[])[] {
  const slices = new Map<string, Placed[]>();
  rows.forEach((row, at) => {
    if (!row.available || isBeside(row)) return;
    const id = JSON.stringify([row.period, ...apart.map((dimension) => row.keys[dimension])]);
    const slice = slices.get(id) ?? [];
    slices.set(id, slice);
    slice.push({ at, row });
  });
  return [...slices.values()];
}

/** What is summed, which sums are small, and how large a hidden one can be. */
interface Counted {
  readonly valueOf: (row: CountRow) => number;
  readonly mostOf: (row: CountRow) => number;
  readonly isSmall: (row: CountRow, policy: DisclosurePolicy) => boolean;
  /** Whether a row of the table is hidden in any case. */
  readonly isHidden: (at: number) => boolean;
}

const isKind = (measure: Measure, id: DimensionId): boolean => measure.kinds?.[id] !== undefined;

/** Who is below the line, whatever is counted among them: it is hidden alike by every measure of these people. */
const denominators = (measure: Measure, isHidden: Counted['isHidden']): Counted => ({
  valueOf: (row) => row.denominator ?? 0,
  mostOf: () => Infinity,
  isSmall: ({ denominator, contributors, ...row }, policy) => {
    const behind = contributors?.denominator ?? 0;
    const people = { ...row, numerator: null, denominator };
    return (
      isSmallRow(measure, people, policy) ||
      isSmallRow(measure, { ...people, denominator: behind }, policy)
    );
  },
  isHidden,
});

const numerators = (
  measure: Measure,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
): Counted => ({
  valueOf: (row) => row.numerator ?? 0,
  // Of a proportion nobody can be counted who is not below the line, and other measures may show who is.
  mostOf: (row) => {
    const people = row.denominator ?? Infinity;
    return measure.kind === 'proportion' && people > policy.threshold ? people : Infinity;
  },
  isSmall: (row) => isSmallRow(measure, row, policy),
  isHidden: (at) => hidden[at] === true,
});

interface Task {
  readonly measure: Measure;
  readonly policy: DisclosurePolicy;
  /** Which rows are hidden so far; it is written to. */
  readonly hidden: boolean[];
  readonly seen: readonly boolean[];
  /** What was decided of tables of the same numbers: a service differs from the next in what is counted, not in whom. */
  readonly known: Map<string, readonly boolean[]>;
}

function hideInSlice(
  slice: readonly Placed[],
  dimensions: readonly DimensionId[],
  { measure, policy, hidden, seen, known }: Task,
  { valueOf, mostOf, isSmall, isHidden }: Counted,
): void {
  if (dimensions.length === 0) return;
  const keyOf = ({ row }: Placed): GroupKey => dimensions.map((id) => row.keys[id] ?? 'unknown');
  // Rows that differ in a kind alone are over the same people: one of them stands for all.
  const groups = new Map<string, Placed[]>();
  for (const placed of slice) {
    const id = JSON.stringify(keyOf(placed));
    groups.set(id, [...(groups.get(id) ?? []), placed]);
  }
  const own = [...groups.values()];
  const lattice = latticeOf(
    own.map(([first]) => (first ? keyOf(first) : [])),
    dimensions.length,
  );
  if (lattice.keys.length > mostGroups) return;
  const rows = sumUp(
    lattice,
    own.flatMap(([first]) => first?.row ?? []),
    dimensions.map((id) => isKind(measure, id)),
  );
  const primary = rows.map(
    (row, place) => isSmall(row, policy) || (own[place]?.some(({ at }) => isHidden(at)) ?? false),
  );
  const cells = rows.map((row) => ({ value: valueOf(row), most: mostOf(row) }));
  const mayHide = own.map((placed) => !placed.some(({ at }) => seen[at] === true));
  const same = JSON.stringify([lattice.keys, cells, primary, mayHide]);
  const after =
    known.get(same) ??
    protectLattice(lattice, cells, { primary, mayHide, width: policy.threshold });
  known.set(same, after);
  own.forEach((placed, place) => {
    if (after[place] === true) for (const { at } of placed) hidden[at] = true;
  });
}

/**
 * The rows of every group of a lattice: those of the table, then their totals. Over kinds what is counted is
 * summed; the people below the line are the same.
 */
function sumUp(
  { keys, sums }: Lattice,
  own: readonly CountRow[],
  kinds: readonly boolean[],
): readonly CountRow[] {
  const rows: (CountRow | undefined)[] = [...own];
  const sumFor = new Map(sums.map((sum) => [sum.total, sum.parts]));
  const rowAt = (place: number): CountRow => {
    const known = rows[place];
    if (known) return known;
    const places = sumFor.get(place) ?? [];
    const parts = places.map(rowAt);
    const summedOver = keys[place]?.findIndex(
      (code, dimension) => code === null && keys[places[0] ?? -1]?.[dimension] !== null,
    );
    const overKinds = kinds[summedOver ?? -1] === true;
    const total = (of: (row: CountRow) => number | null | undefined): number =>
      parts.reduce((sum, part) => sum + (of(part) ?? 0), 0);
    const behind = parts.some(({ contributors }) => contributors !== undefined);
    const row: CountRow = {
      period: parts[0]?.period ?? '',
      keys: {},
      numerator: total((part) => part.numerator),
      denominator:
        overKinds || parts[0]?.denominator === null
          ? (parts[0]?.denominator ?? null)
          : total((part) => part.denominator),
      available: true,
      ...(behind
        ? {
            contributors: {
              numerator: total((part) => part.contributors?.numerator),
              denominator: overKinds
                ? (parts[0]?.contributors?.denominator ?? 0)
                : total((part) => part.contributors?.denominator),
            },
          }
        : {}),
    };
    rows[place] = row;
    return row;
  };
  return keys.map((_, place) => rowAt(place));
}
