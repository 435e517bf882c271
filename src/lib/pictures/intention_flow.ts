import type { SafeCell, SafeRow, SafeTable } from '../disclosure/safe_table';
import { inSentence } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import type { DimensionId } from '../measures/measure';
import { formatValue } from '../ui/cell';
import { formatCount, formatMany, formatMonth } from '../ui/format';
import type { TableModel } from '../ui/table';
import { rowsFor } from '../words/rows';

/** The three stops, in the order of time. */
export const stops = [
  'intended_kind',
  'offer',
  'december_kind',
] as const satisfies readonly DimensionId[];

/** `intention_to_december` by each stop, and by each two that follow one another. */
export interface IntentionTables {
  readonly intended: SafeTable;
  readonly offered: SafeTable;
  readonly became: SafeTable;
  readonly intendedOffered: SafeTable;
  readonly offeredBecame: SafeTable;
}

/** Young people at a stop. */
export interface Stop {
  readonly code: string;
  readonly name: string;
  /** Null where it is hidden. */
  readonly people: number | null;
  readonly row: SafeRow;
}

/** Young people at a stop who were at another next. */
export interface Step {
  /** 0 from intention to offer, 1 from offer to December. */
  readonly column: 0 | 1;
  readonly from: Omit<Stop, 'people' | 'row'>;
  readonly to: Omit<Stop, 'people' | 'row'>;
  readonly people: number | null;
  readonly row: SafeRow;
}

export interface IntentionFlow {
  readonly columns: readonly (readonly Stop[])[];
  readonly steps: readonly Step[];
  /** The month of the last stop, as `2024-12`. */
  readonly month: string;
}

/**
 * Stops and steps of one year. Each is a count of its own that disclosure control has seen together with the
 * others; nothing is added up or taken away here.
 */
export function intentionFlow(tables: IntentionTables, period: string): IntentionFlow {
  return {
    columns: [tables.intended, tables.offered, tables.became].map((table, at) =>
      rowsFor(table, period)
        .map((row) => ({ ...stopOf(row, stops[at]!), people: row.numerator.value, row }))
        .sort((a, b) => placeOf(stops[at]!, a.code) - placeOf(stops[at]!, b.code)),
    ),
    steps: [
      ...stepsOf(tables.intendedOffered, period, 0),
      ...stepsOf(tables.offeredBecame, period, 1),
    ],
    month: `${period.slice(0, 4)}-12`,
  };
}

/** The offer that a step leads to or from: what choosing the step filters by. */
export function offerOf({ column, from, to }: Step): Omit<Stop, 'people' | 'row'> {
  return column === 0 ? to : from;
}

function stopOf(row: SafeRow, stop: DimensionId): Omit<Stop, 'people' | 'row'> {
  const code = row.keys[stop] ?? '';
  return { code, name: dimensions[stop].values[code] ?? code };
}

function placeOf(stop: DimensionId, code: string): number {
  return Object.keys(dimensions[stop].values).indexOf(code);
}

function stepsOf(table: SafeTable, period: string, column: 0 | 1): readonly Step[] {
  const [first, second] = [stops[column], stops[column === 0 ? 1 : 2]];
  return rowsFor(table, period)
    .map((row) => ({
      column,
      from: stopOf(row, first),
      to: stopOf(row, second),
      people: row.numerator.value,
      row,
    }))
    .sort(
      (a, b) =>
        placeOf(first, a.from.code) - placeOf(first, b.from.code) ||
        placeOf(second, a.to.code) - placeOf(second, b.to.code),
    );
}

/** Whether young people are where nobody can say that all is well. */
export function endsNotWell({ column, to }: Step): boolean {
  return column === 1 && (to.code === 'neet' || to.code === 'not_known');
}

/** Where those with a suitable offer were in December. */
export function intentionTitle({ columns, steps, month }: IntentionFlow, place: string): string {
  const made = columns[1]?.find(({ code }) => code === 'made')?.people ?? null;
  if (made === null)
    return `How many leavers of Year 11 in ${place} had a suitable offer cannot be shown`;
  const after = steps
    .filter(({ column, from }) => column === 1 && from.code === 'made')
    .flatMap(({ to, people }) => (people === null ? [] : { ...to, people }));
  const [most] = after.toSorted((a, b) => b.people - a.people);
  const when = formatMonth(month);
  if (!most)
    return `${formatMany(made, 'leaver', 'leavers')} of Year 11 in ${place} had a suitable offer; where they were in ${when} is hidden`;
  const share = formatValue(most.people / made, 'percent');
  const neet = after.find(({ code }) => code === 'neet');
  const and =
    neet === undefined || neet === most ? '' : `, and ${formatCount(neet.people)} were NEET`;
  return `Of the ${formatCount(made)} leavers of Year 11 in ${place} with a suitable offer, ${formatCount(most.people)} (${share}) were in ${inSentence(most.name)} in ${when}${and}`;
}

/** What is drawn, and what is not. */
export function intentionSubtitle({ steps, month }: IntentionFlow, place: string): string {
  const hidden = steps.filter(({ people }) => people === null).length;
  const rest =
    hidden === 0
      ? ''
      : ` Where a bar has no band its groups are hidden to protect people: ${formatMany(hidden, 'band is', 'bands are')} not drawn.`;
  return `${place}. Number of young people who left Year 11 in summer ${month.slice(0, 4)}, by the kind of destination they intended (left), what came of the September Guarantee (middle) and where they were in ${formatMonth(month)} (right). Bands that end in NEET or not known are in a colour of their own.${rest}`;
}

/** "Suitable offer made, then education in December 2024". */
export function sayStep({ column, from, to }: Step, month: string): string {
  const when = column === 1 ? ` in ${formatMonth(month)}` : '';
  const intended = column === 0 ? 'Intended: ' : '';
  return `${intended}${from.name}, then ${inSentence(to.name)}${when}`;
}

/** What is said of a step that is drawn: people, and their share of those at the stop before where that is shown. */
export function sayPeople({ columns }: IntentionFlow, { column, from, people }: Step): string {
  const before = columns[column]?.find(({ code }) => code === from.code)?.people ?? null;
  const words = formatMany(people ?? 0, 'young person', 'young people');
  return before === null
    ? words
    : `${words}, ${formatValue((people ?? 0) / before, 'percent')} of the ${formatCount(before)} at the stop before`;
}

/** Every bar and band, also the hidden ones; "All" stands where a row is not split. */
export function intentionTable(
  { columns, steps, month }: IntentionFlow,
  place: string,
): TableModel {
  const all = 'All';
  const cells = (names: readonly string[], { numerator, lower, upper }: SafeRow) => {
    const numbers: SafeCell[] = [numerator, lower, upper];
    return { key: names.join(', '), cells: [...names, ...numbers] };
  };
  return {
    caption: `From intention to ${formatMonth(month)}, leavers of Year 11, ${place}`,
    columns: [
      ...stops.map((id) => ({ id, label: dimensions[id].label, kind: 'text' as const })),
      { id: 'people', label: 'Young people', kind: 'count' },
      { id: 'lower', label: 'Interval from', kind: 'count' },
      { id: 'upper', label: 'to', kind: 'count' },
    ],
    rows: [
      ...columns.flatMap((nodes, at) =>
        nodes.map(({ name, row }) =>
          cells(
            stops.map((_, each) => (each === at ? name : all)),
            row,
          ),
        ),
      ),
      ...steps.map(({ column, from, to, row }) =>
        cells(column === 0 ? [from.name, to.name, all] : [all, from.name, to.name], row),
      ),
    ],
  };
}
