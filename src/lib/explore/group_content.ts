import type { FigureContent } from '../charts/figure_content';
import { rankedContent } from '../charts/ranked_content';
import type { SafeTable } from '../disclosure/safe_table';
import { dimensions } from '../measures/dimensions';
import type { DimensionId } from '../measures/measure';
import { periodLabel } from '../view/periods';
import type { Places } from '../words/places';
import { rowFor } from '../words/rows';
import { figureTable } from './figure_table';
import { groupsOf, isDated } from './groups';
import { labelBy, sayGroups, whatIsMeasured } from './measure_words';
import { seriesOverDates } from './series';
import { seriesContent } from './series_content';

/** One measure split by one dimension in one period. */
export interface GroupSplit {
  readonly table: SafeTable;
  readonly by: DimensionId;
  /** The same measure and place, not split. */
  readonly whole: SafeTable | null;
  /** Whom it is about, in words. */
  readonly place: string;
  readonly period: string;
  readonly places: Places;
  /** Codes of the groups that stand out as chosen. */
  readonly selected: readonly string[];
  /** Whether a group can be chosen, to filter by it. */
  readonly choosable: boolean;
}

/** More rows than this are a table to look things up in, not a picture. */
const most = 24;

/** Whether a dimension is a place, of home or of school. */
export function isPlace(by: DimensionId): boolean {
  return by === 'district' || by === 'home_district';
}

/**
 * The groups beside each other: districts ranked against their expected range, weeks and days as a line, other groups
 * as dots, and a table alone where they are many. Null when there is no group at all.
 */
export function groupContent(split: GroupSplit): FigureContent | null {
  const { table, by, whole, place, period, places, selected, choosable } = split;
  const { measure } = table;
  const groups = groupsOf(table, by, period, places);
  if (groups.length === 0) return null;
  if (isPlace(by) && measure.kind === 'proportion' && whole)
    return rankedContent(table, whole, period, places, selected);

  const { label } = dimensions[by];
  const note = measure.dimensionNotes[by];
  const where = isPlace(by) ? '' : `${place}. `;
  const title = sayGroups(measure, groups, label);
  const subtitle = `${where}${whatIsMeasured(measure, periodLabel(period))}${note ? ` ${label}: ${note}.` : ''}`;
  const model = figureTable(
    measure,
    `${labelBy(measure, label)}, ${isPlace(by) ? places.name : place}, ${periodLabel(period)}`,
    { id: by, label },
    groups.map(({ code, name, row }) => ({
      key: code,
      name,
      row,
      ...(choosable && code !== 'unknown' ? { filters: code } : {}),
    })),
  );
  if (groups.length > most) {
    if (isDated(by)) {
      const series = seriesOverDates(table, groups);
      return seriesContent({ series, title, subtitle, table: model, periods: [period] });
    }
    return { title, subtitle, table: model, tables: [table], periods: [period] };
  }
  // Kinds split only what is counted above the line, and counts add up: the whole is no yardstick there.
  const comparable = measure.kind !== 'count' && measure.kinds?.[by] === undefined;
  const wholeRow = whole && comparable ? rowFor(whole, period) : null;
  const figures = {
    measure,
    groups,
    whole: wholeRow ? { name: isPlace(by) ? places.name : place, row: wholeRow } : null,
    choosable,
  };
  return {
    title,
    subtitle,
    table: model,
    tables: [table],
    periods: [period],
    maxWidth: 1000,
    draw: async (width) =>
      (await import('./draw_group_dots')).drawGroupDots(figures, selected, width),
  };
}
