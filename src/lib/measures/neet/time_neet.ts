import type { Measure } from '../measure';
import { lengths } from '../shapes';
import { cohortCaveats, cohortRows, meanOfMonths, neetScope } from './scope';

const spellCaveats = [
  'A spell starts on the day the record gives as NEET since, else on the first day of the first month that shows it. It ends when a month end shows the young person in education, employment, training or custody: on the day that activity started as far as it lies between the two month ends, else at the later of them.',
  'Not known ends no spell: who is lost sight of counts as still NEET up to the last month end that showed it, and no further.',
] as const;

const quantileOfSpells = (
  quantile: NonNullable<Measure['quantile']>,
  label: string,
  share: string,
): Measure => ({
  ...neetScope,
  id: `time_neet_${quantile === 'median' ? 'median' : quantile === 'lowerQuartile' ? 'lower_quartile' : 'upper_quartile'}`,
  label,
  definition: `${share} of the spells of being NEET that began in the period, at academic age 16 or 17, were over after this many days.`,
  source: 'Waymark; Kaplan and Meier (1958)',
  kind: 'length',
  unit: 'days',
  quantile,
  numerator: 'days NEET',
  denominator: 'spells of being NEET that began in the period',
  periodBases: ['academic_year', 'twelve_months'],
  dimensionNotes: {
    ...neetScope.dimensionNotes,
    district: 'district at the first month end that shows the spell; likewise for all others',
  },
  caveats: [
    ...spellCaveats,
    'A young person can have several spells. Spells that fall between two month ends are never seen, so short ones are missing.',
    'Most people leave tracking at 18, which cuts their spell short; the estimate allows for it.',
  ],
  sql: lengths({
    days: 'days',
    ended: 'ended',
    from: 'neet_spells',
    where: [
      'neet_from >= $first_month::date',
      'neet_from < $last_month::date + interval 1 month',
      'year_group in (12, 13)',
    ],
  }),
});

const neetForLong = (months: 3 | 6): Measure => ({
  ...neetScope,
  id: `neet_over_${months}_months`,
  label: `NEET for over ${months} months`,
  definition: `Young people of academic age 16 and 17 who have been NEET for ${months} months or more at the month end, as a share of those who are NEET.`,
  source: 'Waymark, from the NCCIS start of being NEET',
  numerator: `young people who have been NEET for ${months} months or more`,
  denominator: '16-17 year olds who are NEET',
  caveats: [
    ...spellCaveats,
    'The share can rise because few become NEET as well as because few leave it.',
    ...cohortCaveats,
  ],
  sql: meanOfMonths(`neet_from < month - interval ${months - 1} month`, {
    from: 'neet_months',
    where: cohortRows.where.slice(0, 2),
  }),
});

export const timeNeet: readonly Measure[] = [
  quantileOfSpells('lowerQuartile', 'Time NEET, lower quartile', 'A quarter'),
  quantileOfSpells('median', 'Time NEET, median', 'Half'),
  quantileOfSpells('upperQuartile', 'Time NEET, upper quartile', 'Three quarters'),
  neetForLong(3),
  neetForLong(6),
];
