import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { onePupilAtTwoSchools } from './per_headcount';
import { overHeadcount, scopeCaveats } from './scope';

export const suspendedAgain: Measure = {
  ...overHeadcount,
  id: 'suspended_again',
  label: 'Suspended again',
  definition:
    'Of the pupils suspended in the academic year, the share that the same school suspended two or more times in it.',
  kind: 'proportion',
  unit: 'percent',
  numerator: 'pupils with two or more suspensions',
  denominator: 'pupils with one or more suspensions',
  caveats: [
    'A pupil suspended late in the year has had less time to be suspended again.',
    onePupilAtTwoSchools,
    ...scopeCaveats,
  ],
  sql: inOnePass({
    numerator: 'count(*) filter (where suspensions >= 2)',
    denominator: 'count(*)',
    from: 'exclusion_years',
    where: ['academic_year = $academic_year', 'suspensions >= 1', 'phase in ({phases})'],
  }),
};
