import type { FindingsRow, FindingsTable } from '../../disclosure/findings';
import { sum } from '../../statistics/sum';
import type { BalanceRow } from '../balance';
import type { MatchedOn } from '../definitions/effectiveness_outcomes';
import type { Effectiveness, MatchRow } from '../effectiveness';
import { FEWEST_SHOWN } from '../small_groups';
import { periodsOf } from './effectiveness_periods';

/** Shares of what was matched on, before matching and after; not of the period, which all share. */
export function balanceTable(
  { balance, matchedTreated }: Effectiveness,
  rows: readonly MatchRow[],
  matchedOn: readonly MatchedOn[],
): FindingsTable {
  const treated = sum(rows.filter((row) => row.treated).map(({ people }) => people));
  // Somebody without is compared at most once a period, so there are at least so many people.
  const untreated =
    sum(rows.filter((row) => !row.treated).map(({ people }) => people)) / periodsOf(rows);
  return {
    id: 'balance',
    title: 'How alike they were, before matching and after',
    columns: [
      { id: 'covariate', label: 'Matched on', kind: 'text', names: true },
      { id: 'level', label: 'Group', kind: 'text', names: true },
      { id: 'treated', label: 'With it, all', kind: 'percent' },
      { id: 'untreated', label: 'Without, all', kind: 'percent' },
      { id: 'apart', label: 'Apart', kind: 'ratio' },
      { id: 'matched_treated', label: 'With it, matched', kind: 'percent' },
      { id: 'matched_untreated', label: 'Without, matched', kind: 'percent' },
      { id: 'matched_apart', label: 'Apart', kind: 'ratio' },
    ],
    rows: matchedOn.flatMap(({ column, label, levels }) => {
      const own = balance.filter(({ covariate }) => covariate === column);
      const people = own.map((row) => fewestOf(row, { treated, untreated, matchedTreated }));
      return own.map((row, index): FindingsRow => {
        const { level, beforeMatching, afterMatching } = row;
        return {
          cells: {
            covariate: label,
            level: level === null ? 'Groups of few people' : (levels[level] ?? level),
            treated: beforeMatching.treated,
            untreated: beforeMatching.untreated,
            apart: beforeMatching.standardised,
            matched_treated: afterMatching.treated,
            matched_untreated: afterMatching.untreated,
            matched_apart: plain(afterMatching.standardised),
          },
          people: withTheNext(people, index),
        };
      });
    }),
    note: 'Apart: the difference of the two shares in standard deviations; 0.1 is commonly taken as small.',
  };
}

interface Totals {
  readonly treated: number;
  readonly untreated: number;
  readonly matchedTreated: number;
}

/** The fewest of a level that the shares could be counted back to: with it, matched, and not matched. */
function fewestOf(
  { beforeMatching, afterMatching }: BalanceRow,
  { treated, untreated, matchedTreated }: Totals,
): number {
  const all = Math.round(beforeMatching.treated * treated);
  const matched = Math.round(afterMatching.treated * matchedTreated);
  const without = Math.ceil(beforeMatching.untreated * untreated);
  const counts = [all, matched, all - matched, without].filter((count) => count > 0);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** One hidden level alone is what the others leave of the whole, so the next smallest is hidden with it. */
function withTheNext(people: readonly number[], index: number): number {
  const own = people[index] ?? 0;
  const small = people.filter((each) => each < FEWEST_SHOWN);
  const next = Math.min(...people.filter((each) => each >= FEWEST_SHOWN));
  return small.length === 1 && own === next ? Math.min(...small) : own;
}

/** What is matched exactly differs by no more than the last place of the arithmetic. */
function plain(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}
