import type { SafeTable } from '../disclosure/safe_table';
import { groupsOf, type Group } from '../explore/groups';
import { inSentence } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import type { DimensionId, Measure } from '../measures/measure';
import { formatCell, sayCell, sayInterval } from '../ui/cell';
import { unitForms } from '../ui/units';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { changeBetween, sayGap, type Change } from '../words/change';
import type { Places } from '../words/places';
import { rowFor } from '../words/rows';

/** One dimension with its groups, in their own order or highest first. */
export interface SmallPanel {
  readonly by: DimensionId;
  readonly label: string;
  readonly groups: readonly Group[];
}

export interface SmallFigures {
  readonly measure: Measure;
  readonly panels: readonly SmallPanel[];
  readonly whole: { readonly name: string; readonly row: Group['row'] } | null;
  /** The end of the axis that all panels share. */
  readonly top: number;
}

/** Panels of one measure and period that share an axis; a table without groups makes none. */
export function smallFigures(
  measure: Measure,
  tables: readonly { readonly by: DimensionId; readonly table: SafeTable }[],
  whole: SafeTable | null,
  period: string,
  place: string,
  places: Places,
): SmallFigures {
  const panels = tables.flatMap(({ by, table }): SmallPanel[] => {
    const groups = groupsOf(table, by, period, places);
    return groups.length === 0 ? [] : [{ by, label: dimensions[by].label, groups }];
  });
  const row = whole ? rowFor(whole, period) : null;
  const rows = [
    ...panels.flatMap(({ groups }) => groups.map((group) => group.row)),
    ...(row ? [row] : []),
  ];
  const { base } = unitForms[measure.unit];
  return {
    measure,
    panels,
    whole: row && row.value.value !== null ? { name: place, row } : null,
    top: axisEnd(rows, base === null ? 1 : 0.1 / base),
  };
}

/**
 * The end of the shared axis. A group of a handful of people has an interval of half the axis; so as not
 * to press all the others together, intervals longer than twice the highest value run off its end.
 */
function axisEnd(rows: readonly Group['row'][], least: number): number {
  const highest = Math.max(0, ...rows.flatMap(({ value }) => value.value ?? []));
  const limits = rows.flatMap(({ upper }) => upper.value ?? []);
  return Math.max(highest, least, ...limits.filter((limit) => limit <= 2 * highest));
}

/** What chooses a group of a panel: its dimension and code in one text, as a mark carries it. */
export function choiceOf(by: DimensionId, code: string): string {
  return `${by} ${code}`;
}

/** The dimension and code of a choice. */
export function choiceFrom(
  text: string,
): { readonly by: DimensionId; readonly code: string } | null {
  const at = text.indexOf(' ');
  const by = text.slice(0, at);
  return at > 0 && Object.hasOwn(dimensions, by)
    ? { by: by as DimensionId, code: text.slice(at + 1) }
    : null;
}

export function saySmall({ measure, whole }: SmallFigures, { row }: Group): string {
  if (row.value.value === null) return sayCell(row.value, measure.unit);
  const interval = sayInterval(row.lower, row.upper, measure.unit);
  const gap = whole && changeBetween(measure, row, whole.row);
  return [
    formatCell(row.value, measure.unit),
    ...(interval ? [interval] : []),
    ...(whole && gap ? [sayGap(measure, gap, whole.name)] : []),
  ].join('; ');
}

/**
 * The group that lies furthest above the whole, of those that differ from it beyond chance. People whose
 * characteristic nobody recorded are no finding.
 */
export function smallTitle(figures: SmallFigures, period: string): string {
  const { measure, panels, whole } = figures;
  const head = `${measure.label} by characteristic, ${periodLabel(period)}`;
  if (!whole) return head;
  const apart = panels.flatMap(({ label, groups }) =>
    groups.flatMap((group) => {
      const gap = group.code === 'unknown' ? null : changeBetween(measure, group.row, whole.row);
      return gap?.certain && gap.arrow !== '→' ? { label, group, gap } : [];
    }),
  );
  const level = `${whole.name} ${formatCell(whole.row.value, measure.unit)}`;
  const by = (a: { gap: Change }, b: { gap: Change }) => b.gap.difference - a.gap.difference;
  const most = apart.toSorted(by)[0];
  if (!most || most.gap.difference <= 0) {
    return `${head}: no group stands above ${level} by more than chance would explain`;
  }
  const { group, label } = most;
  return `${head}: furthest above ${level} is ${inSentence(label)}, ${group.name} (${formatCell(group.row.value, measure.unit)})`;
}

export function smallTable(
  { measure, panels }: SmallFigures,
  period: string,
  place: string,
  choosable: boolean,
): TableModel {
  return {
    caption: `${measure.label} by characteristic, ${place}, ${periodLabel(period)}`,
    columns: [
      { id: 'characteristic', label: 'Characteristic', kind: 'text' },
      { id: 'group', label: 'Group', kind: 'text' },
      { id: 'numerator', label: `Counted: ${measure.numerator}`, kind: 'count' },
      { id: 'denominator', label: 'Out of', kind: 'count' },
      { id: 'value', label: measure.label, kind: measure.unit },
      { id: 'lower', label: 'Interval from', kind: measure.unit },
      { id: 'upper', label: 'to', kind: measure.unit },
    ],
    rows: panels.flatMap(({ by, label, groups }) =>
      groups.map(({ code, name, row }) => ({
        key: choiceOf(by, code),
        ...(choosable ? { filters: choiceOf(by, code) } : {}),
        cells: [label, name, row.numerator, row.denominator, row.value, row.lower, row.upper],
      })),
    ),
  };
}

/** Where each panel of so many rows stands: always in the column that is shortest so far. */
export function layOutPanels(
  heights: readonly number[],
  columns: number,
  gap: number,
): {
  readonly spots: readonly { readonly column: number; readonly top: number }[];
  readonly height: number;
} {
  const filled = Array.from({ length: columns }, () => 0);
  const spots = heights.map((height) => {
    const column = filled.indexOf(Math.min(...filled));
    const top = filled[column] ?? 0;
    filled[column] = top + height + gap;
    return { column, top };
  });
  return { spots, height: Math.max(0, Math.max(...filled) - gap) };
}
