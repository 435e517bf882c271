import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import {
  enforcementScope,
  frameworkSource,
  inThePeriod,
  peopleBehind,
  scopeCaveats,
  theFramework,
} from './scope';

const underTheFramework = {
  ...enforcementScope,
  source: frameworkSource,
  breaks: theFramework,
} as const satisfies Partial<Measure>;

const countedFromDates = [
  'Counted from the dates of the notices to the same parent for the same child, not from the offence number in the extract. Notices before 19 August 2024, withdrawn ones and those for an excluded pupil in a public place do not count; on the third anniversary of a notice its three years are over.',
  'Rows without a parent are left out. Where the extract has 1 and 2 for the parents, they must mean the same two people in all rows of a child.',
] as const;

export const secondNotices: Measure = {
  ...underTheFramework,
  id: 'second_notices',
  needsColumns: ['enforcements.parent'],
  label: 'Second penalty notices',
  definition:
    'Of the penalty notices since 19 August 2024 that count under the national framework, the share that was the second to the same parent for the same child within three years.',
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  numerator: 'second penalty notices within three years',
  denominator: 'penalty notices that count under the national framework',
  periodBases: ['academic_year', 'twelve_months'],
  dimensions: [...enforcementScope.dimensions, 'enforcement_reason'],
  caveats: [
    ...countedFromDates,
    'The three years have only begun: the share rises until August 2027 for that reason alone.',
    ...scopeCaveats,
  ],
  sql: inOnePass({
    numerator: 'count(*) filter (where notice_number = 2)',
    denominator: 'count(*)',
    people: {
      numerator: 'count(distinct person_no) filter (where notice_number = 2)',
      denominator: peopleBehind,
    },
    from: 'penalty_notices',
    where: [inThePeriod, 'notice_number is not null'],
  }),
};

export const thirdNotices: Measure = {
  ...underTheFramework,
  id: 'third_notices',
  needsColumns: ['enforcements.parent'],
  label: 'Third penalty notices',
  definition:
    'Penalty notices that were the third or a later one to the same parent for the same child within three years. The national framework does not allow them: it should be 0.',
  kind: 'count',
  unit: 'count',
  polarity: 'higher_is_worse',
  numerator: 'third or later penalty notices within three years',
  denominator: '',
  periodBases: ['academic_year', 'month', 'twelve_months'],
  caveats: [
    ...countedFromDates,
    'A figure above 0 is a notice to withdraw, or an error in the records.',
  ],
  sql: inOnePass({
    numerator: 'count(*)',
    people: { numerator: peopleBehind, denominator: peopleBehind },
    from: 'penalty_notices',
    where: [inThePeriod, 'notice_number >= 3'],
  }),
};

export const offenceNumbersAgree: Measure = {
  ...underTheFramework,
  id: 'offence_numbers_agree',
  needsColumns: ['enforcements.offence_number'],
  label: 'Offence numbers that agree with the dates',
  definition:
    'Of the penalty notices that count under the national framework and have an offence number, the share whose number is the one that the dates of the notices say.',
  source: `Waymark, a check of the records; ${frameworkSource}`,
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_better',
  numerator: 'penalty notices whose offence number agrees with the dates',
  denominator: 'penalty notices under the framework with an offence number',
  periodBases: ['academic_year', 'twelve_months'],
  caveats: [
    ...countedFromDates,
    'A number that does not agree is not always wrong: another authority may have issued the first notice, which is in no extract of this one.',
  ],
  sql: inOnePass({
    numerator: 'count(*) filter (where offence_number = notice_number::varchar)',
    denominator: 'count(*)',
    people: {
      numerator: 'count(distinct person_no) filter (where offence_number = notice_number::varchar)',
      denominator: peopleBehind,
    },
    from: 'penalty_notices',
    where: [inThePeriod, 'notice_number is not null', "offence_number <> 'unknown'"],
  }),
};
