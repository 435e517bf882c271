import type { SafeTable } from '../disclosure/safe_table';
import { groupsOf } from '../explore/groups';
import { sayGroups } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import type { DimensionId } from '../measures/measure';
import { periodBefore, periodLabel } from '../view/periods';
import type { Places } from '../words/places';
import { rowFor, rowsFor } from '../words/rows';
import { plainLabel, shortName, type Bar, type BarFigures } from './bars';

/** A measure split by one dimension as bars; see `profileFigures`. */
export interface ProfileAsked {
  readonly table: SafeTable;
  readonly by: DimensionId;
  /** The same measure and place, not split; null where there is none. */
  readonly whole: SafeTable | null;
  readonly period: string;
  /** The place that the whole is about. */
  readonly place: string;
  readonly places: Places;
  readonly choosable: boolean;
}

/** The bars of a table that is split, each with the same group a year before where the table holds it. */
export function barsOf({ table, by, period, places }: ProfileAsked): readonly Bar[] {
  const before = new Map(
    rowsFor(table, periodBefore(period)).map((row) => [row.keys[by] ?? '', row]),
  );
  return groupsOf(table, by, period, places).map((group) => ({
    ...group,
    short: shortName(by, group.code),
    before: before.get(group.code) ?? null,
    isWhole: false,
  }));
}

/**
 * Groups with the whole as a line. Kinds split only what is counted above the line, and counts add up:
 * there the whole is no yardstick and is left out.
 */
export function profileFigures(asked: ProfileAsked): BarFigures {
  const { table, by, whole, period, place, choosable } = asked;
  const { measure } = table;
  const comparable = measure.kind !== 'count' && measure.kinds?.[by] === undefined;
  const row = whole && comparable ? rowFor(whole, period) : null;
  const value = row?.value.value ?? null;
  return {
    measure,
    bars: barsOf(asked).map((bar) => ({ ...bar, before: null })),
    line: value === null ? null : { name: place, value },
    whole: row && value !== null ? { name: place, row } : null,
    than: periodLabel(periodBefore(period)),
    choosable,
  };
}

/** The highest and the lowest group that is shown. */
export function profileTitle({ measure, bars }: BarFigures, by: DimensionId): string {
  // "highest for week of 16 December": a week has no name of its own.
  const groups = bars.map((bar) => ({ ...bar, name: bar.name.replace(/^Week of/, 'week of') }));
  return sayGroups({ ...measure, label: plainLabel(measure) }, groups, dimensions[by].label);
}
