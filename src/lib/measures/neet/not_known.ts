import type { Measure } from '../measure';
import { cohortCaveats, countsOfStatus, inDestinations, neetAndNotKnown, neetScope } from './scope';

export const notKnown: Measure = {
  ...neetScope,
  id: 'not_known',
  label: 'Not known',
  definition:
    'Young people of academic age 16 and 17 whose activity is not known, or whose record of education, employment or training has lapsed, as a share of the cohort.',
  numerator: 'young people whose activity is not known',
  published: 'not_known',
  caveats: cohortCaveats,
  numeratorOf: inDestinations('NOT_KNOWN'),
  partsOf: neetAndNotKnown,
  sql: countsOfStatus("status = 'not_known'"),
};
