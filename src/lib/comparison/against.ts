import type { ComparatorArea, PublishedFigure } from '../county/county';
import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import type { DimensionId, Measure } from '../measures/measure';
import { parsePeriod, periodText, yearBefore } from '../measures/period';
import { quantileGroups } from '../statistics/inequality';
import { gapBetween, type Gap } from './gap';

/** The row of the same group a year before, of a table that holds both periods. */
export function rowOfLastYear(table: SafeTable, row: SafeRow): SafeRow | null {
  const period = parsePeriod(row.period);
  if (period === null) return null;
  const before = periodText(yearBefore(period));
  return (
    table.rows.find((other) => other.period === before && sameGroup(table.by, other, row)) ?? null
  );
}

/** The gap to the same group a year before; null where the table does not hold that period. */
export function gapToLastYear(table: SafeTable, row: SafeRow): Gap | null {
  const before = rowOfLastYear(table, row);
  return before === null ? null : gapBetween(table.measure, row, before);
}

/** A published figure beside ours and how far ours lies from it; it is published without counts, so without an interval. */
export interface PublishedGap {
  readonly figure: PublishedFigure;
  readonly difference: number;
  /** Null where the published figure is 0. */
  readonly ratio: number | null;
  /** Whether the published value lies outside our interval. */
  readonly beyondChance: boolean | null;
}

/** What was published for the very same period, of these kinds of areas. */
export function publishedBeside(
  measure: Measure,
  row: SafeRow,
  published: readonly PublishedFigure[],
  kinds: readonly ComparatorArea[] = ['county', 'region', 'england', 'neighbour'],
): readonly PublishedGap[] {
  const own = row.value.value;
  if (own === null || measure.published === undefined) return [];
  return published.flatMap((figure) => {
    const { value } = figure;
    const isBeside =
      figure.measure === measure.published &&
      figure.period === row.period &&
      kinds.includes(figure.areaKind);
    if (!isBeside || value === null) return [];
    const { lower, upper } = row;
    const beyondChance =
      lower.value === null || upper.value === null
        ? null
        : value < lower.value || value > upper.value;
    return {
      figure,
      difference: own - value,
      ratio: value === 0 ? null : own / value,
      beyondChance,
    };
  });
}

/** A target of the authority's own, from the extract `targets`. */
export interface Target {
  readonly measure: string;
  /** GSS code; null for the county. */
  readonly district: string | null;
  readonly period: string;
  readonly target: number;
  /** Beyond it action is due; null where none was set. */
  readonly floor: number | null;
}

/** Green: the target is met. Amber: the floor is met and the target is not. Red: the floor is missed. */
export type Rating = 'green' | 'amber' | 'red';

/**
 * How a figure stands to its target, on the unrounded value; null where it is hidden, has no target or
 * neither way is better. Without a floor a missed target is red.
 */
export function ratingOf(measure: Measure, row: SafeRow, target: Target): Rating | null {
  const { value } = row.value;
  if (value === null || measure.polarity === 'neutral') return null;
  const sign = measure.polarity === 'higher_is_better' ? 1 : -1;
  if (sign * value >= sign * target.target) return 'green';
  return target.floor !== null && sign * value >= sign * target.floor ? 'amber' : 'red';
}

/** The target of a district (null is the county) in a period; a district without one has not the county's. */
export function targetOf(
  measure: Measure,
  period: string,
  district: string | null,
  targets: readonly Target[],
): Target | null {
  return (
    targets.find(
      (each) => each.measure === measure.id && each.period === period && each.district === district,
    ) ?? null
  );
}

/**
 * Whether the figure may be on the wrong side of the line by chance: the line that its rating turns on
 * lies within its interval. Null where there is no rating or no interval.
 */
export function couldBeChance(measure: Measure, row: SafeRow, target: Target): boolean | null {
  const rating = ratingOf(measure, row, target);
  const { lower, upper } = row;
  if (rating === null || lower.value === null || upper.value === null) return null;
  const line = rating === 'red' && target.floor !== null ? target.floor : target.target;
  return lower.value <= line && line <= upper.value;
}

/**
 * The fifth in which each area lies, 1 the best, on unrounded values, as the scorecards of the Department
 * for Education have it; null for an area whose value is not shown, with fewer than five areas, or where
 * neither way is better. Shown areas alone are placed, so a fifth tells nothing of a hidden one.
 */
export function fifths(
  { polarity }: Measure,
  values: readonly (number | null)[],
): readonly (number | null)[] {
  if (polarity === 'neutral') return values.map(() => null);
  return quantileGroups(
    values,
    5,
    polarity === 'higher_is_worse' ? 'lowest first' : 'highest first',
  );
}

function sameGroup(by: readonly DimensionId[], a: SafeRow, b: SafeRow): boolean {
  return by.every((dimension) => a.keys[dimension] === b.keys[dimension]);
}
