import type { Measure } from '../measure';
import { bandCaveat, cohortCaveats, countsAmong, neetScope } from './scope';

export const neetOfKnown: Measure = {
  ...neetScope,
  id: 'neet_of_known',
  label: 'NEET of the known',
  definition:
    'Young people of academic age 16 and 17 who are not in education, employment or training, as a share of those whose activity is known.',
  numerator: 'young people who are NEET',
  denominator: '16-17 year olds whose activity is known, less those in custody',
  caveats: [
    bandCaveat,
    'Those who cannot be found are NEET more often than others, so the true rate is more likely above this one than below.',
    ...cohortCaveats,
  ],
  sql: countsAmong("status = 'neet'", ["status <> 'not_known'"]),
};
