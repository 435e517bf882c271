import type { Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import {
  enforcementScope,
  inThePeriod,
  outcomeCaveat,
  peopleBehind,
  scopeCaveats,
  theFramework,
} from './scope';

const ofNoticesIssued = {
  ...enforcementScope,
  kind: 'proportion',
  unit: 'percent',
  denominator: 'penalty notices issued',
  periodBases: ['academic_year', 'twelve_months'],
  breaks: theFramework,
  needsColumns: ['enforcements.outcome'],
} as const satisfies Partial<Measure>;

/** The share of the notices issued in a period that have come to one end. */
function outcome({
  outcomes,
  ...words
}: Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'caveats'> & {
  readonly outcomes: readonly string[];
}): Measure {
  const ended = `enforcement_outcome in (${outcomes.map((code) => `'${code}'`).join(', ')})`;
  return {
    ...ofNoticesIssued,
    ...words,
    dimensions: [...enforcementScope.dimensions, 'enforcement_reason'],
    numeratorOf: {
      measure: 'penalty_notice_outcomes',
      kind: 'enforcement_outcome',
      codes: outcomes,
    },
    caveats: [...words.caveats, outcomeCaveat, ...scopeCaveats],
    sql: inOnePass({
      numerator: `count(*) filter (where ${ended})`,
      denominator: 'count(*)',
      people: {
        numerator: `count(distinct person_no) filter (where ${ended})`,
        denominator: peopleBehind,
      },
      from: 'penalty_notices',
      where: [inThePeriod],
    }),
  };
}

const secondNotices =
  'Since 19 August 2024 only a first notice has a lower amount within 21 days; a second is a flat £160 within 28.';

export const paidWithin21 = outcome({
  id: 'penalty_notices_paid_21',
  label: 'Penalty notices paid within 21 days',
  definition: 'Of the penalty notices issued in the period, the share paid within 21 days.',
  numerator: 'penalty notices paid within 21 days',
  outcomes: ['paid_21'],
  caveats: [secondNotices],
});

export const paidWithin28 = outcome({
  id: 'penalty_notices_paid_28',
  label: 'Penalty notices paid within 22 to 28 days',
  definition: 'Of the penalty notices issued in the period, the share paid within 22 to 28 days.',
  numerator: 'penalty notices paid within 22 to 28 days',
  outcomes: ['paid_28'],
  caveats: [
    secondNotices,
    'A second notice that is paid is in this figure whatever the day, where the extract records it so.',
  ],
});

export const withdrawn = outcome({
  id: 'penalty_notices_withdrawn',
  label: 'Penalty notices withdrawn',
  definition: 'Of the penalty notices issued in the period, the share withdrawn.',
  numerator: 'penalty notices withdrawn',
  outcomes: ['withdrawn'],
  caveats: ['A withdrawn notice does not count towards a second one.'],
});

export const prosecuted = outcome({
  id: 'penalty_notices_prosecuted',
  label: 'Penalty notices that led to prosecution',
  definition:
    'Of the penalty notices issued in the period, the share that was not paid and led to a prosecution for the absence, whatever its end.',
  numerator: 'penalty notices that led to a prosecution',
  outcomes: ['prosecuted', 'guilty', 'not_guilty'],
  caveats: [
    'The prosecution is for the original offence, not for the unpaid notice, and has a row of its own among the actions.',
  ],
});

export const unresolved = outcome({
  id: 'penalty_notices_unresolved',
  label: 'Penalty notices unresolved',
  definition:
    'Of the penalty notices issued in the period, the share that is unpaid, pending or without an outcome: neither paid nor withdrawn nor prosecuted.',
  numerator: 'penalty notices that are not resolved',
  outcomes: ['unpaid', 'pending', 'unknown'],
  caveats: ['After 28 days an unpaid notice is either prosecuted for the absence or withdrawn.'],
});

export const penaltyNoticeOutcomes: Measure = {
  ...ofNoticesIssued,
  id: 'penalty_notice_outcomes',
  label: 'How penalty notices ended',
  definition:
    'Penalty notices by their outcome, as a share of those issued in the period. Without a split it is all of them.',
  numerator: 'penalty notices with the outcome',
  dimensions: [...enforcementScope.dimensions, 'enforcement_reason', 'enforcement_outcome'],
  kinds: { enforcement_outcome: 'penalty_notices' },
  caveats: [outcomeCaveat, ...scopeCaveats],
  sql: overPopulation({
    population: {
      count: 'count(*)',
      people: peopleBehind,
      from: 'penalty_notices',
      where: [inThePeriod],
    },
    counted: {
      count: 'count(*)',
      people: peopleBehind,
      from: 'penalty_notices',
      where: [inThePeriod],
    },
  }),
};
