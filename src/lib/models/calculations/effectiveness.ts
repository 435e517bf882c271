import type { FindingsContent } from '../../disclosure/findings';
import { effectiveness, type MatchRow } from '../effectiveness';
import { actionInWords, isEnforcement } from '../definitions/effectiveness_actions';
import { comparedOutcomes, type ComparedOutcome } from '../definitions/effectiveness_outcomes';
import { findingsOf } from '../findings_of';
import type { Calculate, InputRow } from '../model';
import { notAvailable, type Outcome } from '../../statistics/outcome';
import { labelInWords } from './label_in_words';
import { effectivenessTables, fewestMatched } from './effectiveness_tables';

/** Of groups that hold nobody with whom it began. */
export const NO_START = 'no start';

export const calculateEffectiveness: Calculate = (inputs, settings, run): FindingsContent => {
  const asked = comparedOutcomes[String(settings['outcome'])] ?? comparedOutcomes['absence']!;
  const action = settings['action'];
  const rows = (inputs['groups'] ?? []).map((row) => matchRowOf(row, asked));
  const words = {
    ...asked.words,
    treatment: actionInWords(action),
    times: 100,
  };
  const outcome = why(rows, asked, words.treatment) ?? effectiveness({ rows, words }, run);
  const assumptions = assumptionsOf(asked, action);
  const cautions = outcome.status === 'ok' ? outcome.result.cautions : [];
  return findingsOf(outcome, [...assumptions, ...cautions], (found) => ({
    sentences: [{ text: found.conclusion, people: fewestMatched(found, rows) }],
    tables: effectivenessTables(found, rows, asked, doseNames(action)),
  }));
};

type Action = string | number | undefined;

/** Why nothing can be compared, where the model would find no difference in what is not there. */
function why(
  rows: readonly MatchRow[],
  { label }: ComparedOutcome,
  treatment: string,
): Outcome<never> | null {
  if (rows.length === 0)
    return notAvailable(
      `Nobody in the extracts had ${treatment} and is known for long enough before and after.`,
    );
  const isNothing = rows.every(
    ({ before, change }) => before.sumOfSquares === 0 && change.sumOfSquares === 0,
  );
  return isNothing
    ? notAvailable(`The extracts hold nothing of this: ${labelInWords(label)}.`)
    : null;
}

function matchRowOf(row: InputRow, { matchedOn }: ComparedOutcome): MatchRow {
  const number = (name: string): number => Number(row[name] ?? 0);
  const sums = (name: string) => ({ sum: number(name), sumOfSquares: number(`${name}_squares`) });
  const covariates = matchedOn.map(({ column }) => [column, String(row[column] ?? 'unknown')]);
  return {
    covariates: {
      ...(Object.fromEntries(covariates) as Record<string, string>),
      period: String(row['period'] ?? NO_START),
    },
    treated: String(row['treated']) === 'true',
    dose: row['dose'] === null || row['dose'] === undefined ? null : Number(row['dose']),
    cluster: String(row['cluster'] ?? 'not known'),
    people: number('people'),
    before: sums('before'),
    change: sums('change'),
    earlierChange: sums('earlier_change'),
  };
}

function doseNames(action: Action): Readonly<Record<number, string>> {
  return isEnforcement(action)
    ? { 1: 'once', 2: 'twice or more' }
    : { 1: 'for under 12 weeks', 2: 'for 12 weeks or more' };
}

function assumptionsOf({ when }: ComparedOutcome, action: Action): readonly string[] {
  return [
    when,
    'People with whom it began would have changed as like people did, had it not begun.',
    'People without had none of it from the first day looked at to the last. They are compared in every period in which it began with somebody like them, so that one person can stand in several.',
    'Special educational needs, free school meals and home district are as the extracts have them now; school, stage and the time before are as they were then.',
    isEnforcement(action)
      ? 'How much of it there was: actions of this kind within the period and the windows after.'
      : 'How much of it there was: under 12 weeks, or 12 weeks and more.',
  ];
}
