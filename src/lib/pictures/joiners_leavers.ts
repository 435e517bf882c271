import type { SafeCell, SafeRow, SafeTable } from '../disclosure/safe_table';
import { formatValue, sayCell, sayInterval } from '../ui/cell';
import { formatCount, formatMany, formatMonth } from '../ui/format';
import type { TableModel } from '../ui/table';
import { rowFor } from '../words/rows';

/** A month with those who became NEET in it and those who stopped being. */
export interface MoveMonth {
  readonly month: string;
  readonly joined: SafeRow | null;
  readonly left: SafeRow | null;
}

export interface Moves {
  readonly joiners: SafeTable;
  readonly leavers: SafeTable;
  readonly months: readonly MoveMonth[];
}

/** Joiners and leavers over months, in the order of time. */
export function movesOf(joiners: SafeTable, leavers: SafeTable, months: readonly string[]): Moves {
  return {
    joiners,
    leavers,
    months: months.map((month) => ({
      month,
      joined: rowFor(joiners, month),
      left: rowFor(leavers, month),
    })),
  };
}

/** How many people a column stands for; NaN where that is hidden or not known. */
export function peopleOf(row: SafeRow | null): number {
  return row?.numerator.value ?? NaN;
}

function isCounted(row: SafeRow | null): boolean {
  return row !== null && (row.numerator.value !== null || row.numerator.status === 'c');
}

/** The latest month of which either can be shown, and how often more joined than left. */
export function movesTitle({ months }: Moves, place: string): string {
  const both = months.filter(
    ({ joined, left }) => !Number.isNaN(peopleOf(joined)) && !Number.isNaN(peopleOf(left)),
  );
  const last = both.at(-1);
  if (!last) return `Who became NEET and who stopped in ${place}: no month can be shown`;
  const [joined, left] = [peopleOf(last.joined), peopleOf(last.left)];
  const people = joined === 0 ? 'Nobody' : formatMany(joined, 'young person', 'young people');
  const latest = months.findLast(({ joined, left }) => isCounted(joined) || isCounted(left));
  const later = latest === last ? '' : ' (what came after is hidden)';
  const head = `${people} in ${place} became NEET in ${formatMonth(last.month)} and ${left === 0 ? 'nobody' : formatCount(left)} stopped being NEET${later}`;
  const more = both.filter(({ joined, left }) => peopleOf(joined) > peopleOf(left)).length;
  return both.length < 2 || more === 0
    ? head
    : `${head}; more became than stopped in ${formatCount(more)} of the ${formatCount(both.length)} months shown`;
}

/** What is said of a column: people, their share of the cohort, its interval; or why there is none. */
export function sayMove({ measure }: SafeTable, row: SafeRow): string {
  if (row.numerator.value === null) return sayCell(row.numerator, measure.unit);
  const people = formatMany(row.numerator.value, 'young person', 'young people');
  if (row.value.value === null) return people;
  const interval = sayInterval(row.lower, row.upper, measure.unit);
  return [
    people,
    `${formatValue(row.value.value, measure.unit)} of the cohort`,
    ...(interval ? [interval] : []),
  ].join('; ');
}

const missing: SafeCell = { value: null, status: 'x' };

/** The months, a row each. */
export function movesTable({ joiners, leavers, months }: Moves, place: string): TableModel {
  const of = (row: SafeRow | null) => [
    row?.numerator ?? missing,
    row?.denominator ?? missing,
    row?.value ?? missing,
    row?.lower ?? missing,
    row?.upper ?? missing,
  ];
  const columns = (id: string, { measure }: SafeTable) =>
    [
      { id, label: `${measure.label}: people`, kind: 'count' },
      { id: `${id}_of`, label: 'Out of', kind: 'count' },
      { id: `${id}_share`, label: 'Share', kind: measure.unit },
      { id: `${id}_lower`, label: 'Interval from', kind: measure.unit },
      { id: `${id}_upper`, label: 'to', kind: measure.unit },
    ] as const;
  return {
    caption: `Became and stopped being NEET by month, ${place}`,
    columns: [
      { id: 'month', label: 'Month', kind: 'text' },
      ...columns('joined', joiners),
      ...columns('left', leavers),
    ],
    rows: months.map(({ month, joined, left }) => ({
      key: month,
      cells: [formatMonth(month), ...of(joined), ...of(left)],
    })),
  };
}
