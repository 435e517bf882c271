import type { Measure } from '../measure';
import {
  bandCaveat,
  cohortCaveats,
  countsOfStatus,
  inDestinations,
  neetAndNotKnown,
  neetScope,
} from './scope';

export const neet: Measure = {
  ...neetScope,
  id: 'neet',
  label: 'NEET',
  definition:
    'Young people of academic age 16 and 17 who are not in education, employment or training, as a share of the cohort.',
  numerator: 'young people who are NEET',
  caveats: [
    bandCaveat,
    'Read together with not known: a falling NEET rate with a rising not-known rate is not good news.',
    ...cohortCaveats,
  ],
  published: 'neet',
  numeratorOf: inDestinations('NEET'),
  partsOf: neetAndNotKnown,
  sql: countsOfStatus("status = 'neet'"),
};
