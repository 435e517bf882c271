import type { FindingsRow, FindingsTable } from '../../disclosure/findings';
import type { Unit } from '../../measures/measure';
import type { Estimate } from '../../statistics/confidence';
import type { Outcome } from '../../statistics/outcome';
import type { ComparedOutcome } from '../definitions/effectiveness_outcomes';
import type { Effectiveness, MatchRow } from '../effectiveness';
import { balanceTable } from './effectiveness_balance';
import { periodsOf } from './effectiveness_periods';

export function effectivenessTables(
  found: Effectiveness,
  rows: readonly MatchRow[],
  asked: ComparedOutcome,
  doses: Readonly<Record<number, string>>,
): readonly FindingsTable[] {
  const kind = asked.words.unit === 'per 100 pupils' ? 'per_100' : 'percent';
  return [
    differenceOf(found, kind, fewestMatched(found, rows), doses),
    matchingOf(found),
    balanceTable(found, rows, asked.matchedOn),
  ];
}

/**
 * The fewest people there can be on either side: somebody without is compared at most once in every
 * period in which it began with anybody.
 */
export function fewestMatched(
  { matchedTreated, matchedUntreated }: Effectiveness,
  rows: readonly MatchRow[],
): number {
  return Math.min(matchedTreated, Math.floor(matchedUntreated / periodsOf(rows)));
}

function differenceOf(
  { difference, placebo, dose }: Effectiveness,
  kind: Unit,
  matched: number,
  names: Readonly<Record<number, string>>,
): FindingsTable {
  const row = (name: string, { value, lower, upper }: Estimate, people: number): FindingsRow => ({
    cells: { name, value, lower, upper },
    people,
  });
  const missing = (name: string, outcome: Outcome<unknown>): readonly FindingsRow[] =>
    outcome.status === 'ok' ? [] : [{ cells: { name }, people: null, status: outcome.status }];
  return {
    id: 'difference',
    title: 'Change among people with it, less the change among like people without',
    columns: [
      { id: 'name', label: 'Compared', kind: 'text', names: true },
      { id: 'value', label: 'Difference', kind },
      { id: 'lower', label: '95 % from', kind },
      { id: 'upper', label: 'to', kind },
    ],
    rows: [
      row('After against before', difference, matched),
      ...(placebo.status === 'ok'
        ? [row('Before against earlier, when there should be none', placebo.result, matched)]
        : missing('Before against earlier, when there should be none', placebo)),
      ...(dose.status === 'ok'
        ? [
            ...dose.result.doses.map((each) =>
              row(
                `After against before: ${names[each.dose] ?? each.dose}`,
                each.difference,
                each.people,
              ),
            ),
            row(
              'More of it against less',
              dose.result.trend,
              Math.min(...dose.result.doses.map(({ people }) => people)),
            ),
          ]
        : missing('By how much of it there was', dose)),
    ],
    note:
      difference.limitsFrom === 'clusters'
        ? 'A minus sign says that it fell more, or rose less, than among like people. Intervals let pupils of one school be alike.'
        : 'A minus sign says that it fell more, or rose less, than among like people. Intervals take people as independent, for want of schools.',
  };
}

function matchingOf({
  treated,
  matchedTreated,
  matchedUntreated,
  imbalance,
  outcomeBefore,
}: Effectiveness): FindingsTable {
  const columns = [
    { id: 'name', label: 'Figure', kind: 'text', names: true },
    { id: 'value', label: 'Value', kind: 'count' },
  ] as const;
  const row = (name: string, value: number | null): FindingsRow => ({
    cells: { name, value },
    people: value,
    ...(value === null ? { status: 'x' as const } : {}),
  });
  return {
    id: 'matching',
    title: 'Who was compared',
    columns,
    rows: [
      row('People with it', treated),
      row('of them, with like people without', matchedTreated),
      row('Comparisons with people without', matchedUntreated),
    ],
    note: `Before matching the two lay apart by ${imbalance.toFixed(2)} (0 alike, 1 nobody in common). Their outcome before differed by ${outcomeBefore.beforeMatching.toFixed(2)} standard deviations, and after matching by ${outcomeBefore.afterMatching.toFixed(2)}; beyond 0.25 nothing could be said.`,
  };
}
