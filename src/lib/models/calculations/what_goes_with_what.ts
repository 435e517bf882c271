import type { FindingsContent, FindingsSentence } from '../../disclosure/findings';
import { parsePeriod, periodInWords, academicYearText } from '../../measures/period';
import { notAvailable } from '../../statistics/outcome';
import { sum } from '../../statistics/sum';
import { regressedOutcomes, type RegressedOutcome } from '../definitions/what_goes_with_what';
import { percent } from '../figures_in_words';
import { findingsOf, plainSentences } from '../findings_of';
import type { Calculate, InputRow } from '../model';
import { whatGoesWithWhat, type WhatGoesWithWhat } from '../what_goes_with_what';
import { asManyAsCarried, codePatterns } from './covariate_factors';
import { fewestOf, linkTables, roundsSizes } from './what_goes_with_what_tables';

export const calculateWhatGoesWithWhat: Calculate = (inputs, settings, run): FindingsContent => {
  const rows = inputs['patterns'] ?? [];
  const asked = regressedOutcomes[String(settings['outcome'])] ?? regressedOutcomes['neet']!;
  const assumptions = [
    'On the log odds the characteristics add up: each makes the same difference whatever the others are.',
    ...asked.assumptions,
  ];
  if (rows.length === 0) return findingsOf(notAvailable(asked.nobody), assumptions, () => nothing);
  const { factors, patterns, leftOut } = asManyAsCarried(codePatterns(asked.covariates, rows));
  const outcome = whatGoesWithWhat({ factors, patterns, outcomeLabel: asked.likelyTo }, run);
  const everybody = {
    people: sum(patterns.map(({ people }) => people)),
    events: sum(patterns.map(({ events }) => events)),
  };
  return findingsOf(outcome, assumptions, (found) => ({
    sentences: [
      sizeSentence(asked, everybody, rows[0]!),
      ...found.factors.map(({ levels, sentence }) => ({
        text: sentence,
        people: Math.min(...levels.map(fewestOf)),
      })),
      ...plainSentences([...found.notes, ...leftOut, ...trustIn(found)]),
    ],
    tables: linkTables(found, roundsSizes(found, everybody)),
  }));
};

const nothing = { sentences: [], tables: [] };

interface Counted {
  readonly people: number;
  readonly events: number;
}

function sizeSentence(
  { counted, had }: RegressedOutcome,
  everybody: Counted,
  row: InputRow,
): FindingsSentence {
  const { people, events } = everybody;
  return {
    text: `Of ${people.toLocaleString('en-GB')} ${counted} ${periodOf(row)}, ${events.toLocaleString('en-GB')} (${percent(events / people)}) ${had}.`,
    people: fewestOf(everybody),
  };
}

function periodOf(row: InputRow): string {
  const atMonthEnd = row['month'] !== undefined;
  const period = parsePeriod(
    atMonthEnd ? String(row['month']).slice(0, 7) : academicYearText(Number(row['academic_year'])),
  );
  const words = period === null ? '' : periodInWords(period);
  return atMonthEnd ? `at the end of ${words}` : `in ${words}`;
}

/** How far the answer may be trusted, from people the model had not seen. */
function trustIn({ validation }: WhatGoesWithWhat): readonly string[] {
  const { areaUnderCurve: area } = validation;
  if (area.status !== 'ok') return [area.because];
  const share = percent(area.result.area, 0);
  return [
    `Of one person with the outcome and one without, chosen at random, these characteristics tell which is which in ${share} of cases (half would be guessing), on people the model had not seen.`,
  ];
}
