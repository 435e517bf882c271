import type { SafeCell, SafeRow } from '../disclosure/safe_table';
import type { DimensionId, Measure } from '../measures/measure';
import type { Estimate } from '../statistics/confidence';
import type { Outcome } from '../statistics/outcome';
import { gapBetween, gapToRest, type Gap } from './gap';

/** A group of a measure that is split, with its figure. */
export interface ComparedGroup {
  readonly code: string;
  readonly row: SafeRow;
}

/** A difference or a ratio as it is shown, with its 95 % interval. */
export interface ShownEstimate {
  readonly value: SafeCell;
  readonly lower: SafeCell;
  readonly upper: SafeCell;
}

/** How far a group lies from the one it is held against. */
export interface GroupGap<Group extends ComparedGroup = ComparedGroup> {
  readonly group: Group;
  /** Null for the group that the others are held against. */
  readonly difference: ShownEstimate | null;
  readonly ratio: ShownEstimate | null;
  /** Whether the difference is more than chance alone would make (95 %); null where that cannot be told. */
  readonly beyondChance: boolean | null;
}

/** What groups can be held against instead of one of them: all others of the whole they are part of. */
export const theRest = 'rest';

/** The same pupils on other days: an interval that takes them for other people would be too narrow. */
const samePeople: readonly DimensionId[] = ['week', 'weekday', 'am_pm', 'day', 'term'];

/** People of whom it is not known to which group they belong are no group to hold others against. */
const notKnown = 'unknown';

/** Beyond so many groups a table of gaps is a list of chances. */
const mostGroups = 24;

/**
 * Whether the groups of a split can be held against each other: not where they share people or split only
 * what is counted above the line, not numbers of groups of unlike size, and not where all are alike.
 */
export function canBeCompared(
  measure: Measure,
  by: DimensionId,
  groups: readonly ComparedGroup[],
): boolean {
  const shown = new Set(groups.map(({ row }) => row.value.value).filter((value) => value !== null));
  return (
    measure.kind !== 'count' &&
    measure.kinds?.[by] === undefined &&
    !samePeople.includes(by) &&
    groups.length <= mostGroups &&
    shown.size >= 2
  );
}

/** Whether there is a rest of the whole to hold a part against: only counts can be taken from each other. */
export function hasRest({ kind }: Measure, whole: SafeRow | null): boolean {
  return (kind === 'proportion' || kind === 'rate') && whole !== null && whole.value.value !== null;
}

/** The groups that others can be held against, those with a figure that is shown. */
export function referenceGroups<Group extends ComparedGroup>(
  groups: readonly Group[],
): readonly Group[] {
  return groups.filter(({ code, row }) => row.value.value !== null && code !== notKnown);
}

/** The group that rests on the most people, and so is the steadiest to hold others against. */
export function largestGroup<Group extends ComparedGroup>(groups: readonly Group[]): Group | null {
  const size = ({ row }: Group): number => row.denominator.value ?? 0;
  return referenceGroups(groups).toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

/** Each group against one of them. A group that is hidden has no gap, and neither has any to a hidden one. */
export function gapsTo<Group extends ComparedGroup>(
  measure: Measure,
  groups: readonly Group[],
  reference: Group,
): readonly GroupGap<Group>[] {
  return groups.map((group) =>
    group.code === reference.code
      ? { group, difference: null, ratio: null, beyondChance: null }
      : shownGap(
          group,
          reference.row.value,
          gapBetween(measure, group.row, reference.row),
          plainGap(group.row, reference.row),
        ),
  );
}

/** Each group against the rest of the whole it is part of. */
export function gapsToRest<Group extends ComparedGroup>(
  measure: Measure,
  groups: readonly Group[],
  whole: SafeRow,
): readonly GroupGap<Group>[] {
  return groups.map((group) =>
    shownGap(group, whole.value, gapToRest(measure, group.row, whole), null),
  );
}

/** Which two groups lie furthest apart, the highest first; null where fewer than two differ. */
export function widestGap<Group extends ComparedGroup>(
  measure: Measure,
  groups: readonly Group[],
): { readonly highest: Group; readonly lowest: Group; readonly gap: GroupGap<Group> } | null {
  const value = ({ row }: Group): number => row.value.value ?? 0;
  const sorted = referenceGroups(groups).toSorted((a, b) => value(b) - value(a));
  const [highest] = sorted;
  const lowest = sorted.at(-1);
  if (!highest || !lowest || value(highest) === value(lowest)) return null;
  const gap = gapsTo(measure, [highest], lowest)[0];
  return gap ? { highest, lowest, gap } : null;
}

function shownGap<Group extends ComparedGroup>(
  group: Group,
  reference: SafeCell,
  { difference, ratio }: Gap,
  plain: { readonly difference: number; readonly ratio: number | null } | null,
): GroupGap<Group> {
  const own = group.row.value;
  const hidden = own.value === null ? own : reference.value === null ? reference : null;
  if (hidden !== null) {
    const none = { value: hidden, lower: hidden, upper: hidden };
    return { group, difference: none, ratio: none, beyondChance: null };
  }
  return {
    group,
    difference: shown(difference, plain?.difference ?? null),
    ratio: shown(ratio, plain?.ratio ?? null),
    beyondChance:
      difference.status === 'ok'
        ? difference.result.lower > 0 || difference.result.upper < 0
        : null,
  };
}

function shown(outcome: Outcome<Estimate>, plain: number | null): ShownEstimate {
  if (outcome.status === 'ok') {
    const { value, lower, upper } = outcome.result;
    return { value: cell(value), lower: cell(lower), upper: cell(upper) };
  }
  const none: SafeCell = { value: null, status: outcome.status };
  return { value: plain === null ? none : cell(plain), lower: none, upper: none };
}

/** Figures that are both shown have a difference even where there is no interval for it. */
function plainGap(row: SafeRow, other: SafeRow) {
  const [own, their] = [row.value.value, other.value.value];
  if (own === null || their === null) return null;
  return { difference: own - their, ratio: their === 0 ? null : own / their };
}

function cell(value: number): SafeCell {
  return { value, status: 'ok' };
}
