import type { Measure } from '../measure';
import { bandCaveat, cohortCaveats, countsOfStatus, inDestinations, neetScope } from './scope';

export const neetOrNotKnown: Measure = {
  ...neetScope,
  id: 'neet_or_not_known',
  label: 'NEET or not known',
  definition:
    'Young people of academic age 16 and 17 who are not in education, employment or training, or whose activity is not known, as a share of the cohort.',
  numerator: 'young people who are NEET or whose activity is not known',
  caveats: [
    bandCaveat,
    'Worked out in one division: the rounded NEET and not-known rates may not add up to it.',
    ...cohortCaveats,
  ],
  published: 'neet_or_not_known',
  numeratorOf: inDestinations('NEET', 'NOT_KNOWN'),
  sql: countsOfStatus("status in ('neet', 'not_known')"),
};
