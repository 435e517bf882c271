import type { SafeFindingsTable } from '../disclosure/safe_findings';
import type { SafeCell } from '../disclosure/safe_table';
import { formatValue, sayCell } from '../ui/cell';
import { formatMany } from '../ui/format';
import { cellOf, sayEstimate, wordOf } from './row_words';

/** From one state to another. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly moves: SafeCell;
  readonly share: SafeCell;
  readonly said: string;
}

export interface MoveFigures {
  /** States that people left, from those that most moves leave, as the table has them. */
  readonly from: readonly string[];
  /** Where they went: the same order as far as it goes, then the others, "All others" last. */
  readonly to: readonly string[];
  readonly moves: readonly Move[];
  /** States of which nothing may be said. */
  readonly hidden: ReadonlySet<string>;
}

export const OTHERS = 'All others';

export function moveFigures(table: SafeFindingsTable): MoveFigures {
  const from = [...new Set(table.rows.map((row) => wordOf(row, 'from')))];
  const hidden = new Set(
    table.rows
      .filter((row) => cellOf(row, 'probability').value === null)
      .map((row) => wordOf(row, 'from')),
  );
  const moves = table.rows.flatMap((row): Move | readonly Move[] => {
    const to = wordOf(row, 'to');
    if (to === '') return [];
    const share = cellOf(row, 'probability');
    const [count, days] = [cellOf(row, 'moves'), cellOf(row, 'days')];
    return {
      from: wordOf(row, 'from'),
      to: to === 'all others' ? OTHERS : to,
      moves: count,
      share,
      said: [
        sayEstimate(share, cellOf(row, 'lower'), cellOf(row, 'upper'), 'percent'),
        ...(count.value === null ? [] : [formatMany(count.value, 'move')]),
        days.value === null
          ? `median days ${sayCell(days, 'days')}`
          : `half within ${formatValue(days.value, 'days')}`,
      ].join('; '),
    };
  });
  const reached = new Set(moves.map(({ to }) => to));
  const to = [
    ...from.filter((state) => reached.has(state)),
    ...[...reached].filter((state) => !from.includes(state) && state !== OTHERS).sort(),
    ...(reached.has(OTHERS) ? [OTHERS] : []),
  ];
  return { from, to, moves, hidden };
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly moves: number;
  /** Of those who left the state. */
  readonly share: number;
}

export interface FlowFigures {
  readonly left: readonly { readonly name: string; readonly moves: number }[];
  readonly right: readonly { readonly name: string; readonly moves: number }[];
  readonly flows: readonly Flow[];
}

/**
 * The largest flows: from the states that most moves leave, to the places most of these go to; the
 * places that fewer go to stand together as all others. Sums are of shown figures only.
 */
export function largestFlows({ moves }: MoveFigures, most: number): FlowFigures {
  const shown = moves.flatMap(({ from, to, moves: { value } }) =>
    value === null ? [] : { from, to, moves: value },
  );
  const left = totals(shown, ({ from }) => from).slice(0, most);
  const kept = shown.filter(({ from }) => left.some(({ name }) => name === from));
  const ends = totals(
    kept.filter(({ to }) => to !== OTHERS),
    ({ to }) => to,
  );
  const named = new Set(ends.slice(0, most).map(({ name }) => name));
  const flows = left.flatMap(({ name: from, moves: all }) => {
    const own = kept
      .filter((move) => move.from === from)
      .map((move) => ({ ...move, to: named.has(move.to) ? move.to : OTHERS }));
    return totals(own, ({ to }) => to).map(({ name: to, moves: count }) => ({
      from,
      to,
      moves: count,
      share: count / all,
    }));
  });
  const right = totals(flows, ({ to }) => to);
  return {
    left,
    right: [
      ...right.filter(({ name }) => name !== OTHERS),
      ...right.filter(({ name }) => name === OTHERS),
    ],
    flows,
  };
}

function totals<T extends { readonly moves: number }>(
  rows: readonly T[],
  nameOf: (row: T) => string,
) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + row.moves);
  return [...sums]
    .map(([name, moves]) => ({ name, moves }))
    .sort((a, b) => b.moves - a.moves || a.name.localeCompare(b.name, 'en-GB'));
}
