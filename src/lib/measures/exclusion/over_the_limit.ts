import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { overHeadcount, scopeCaveats } from './scope';

export const suspendedOverTheLimit: Measure = {
  ...overHeadcount,
  id: 'suspended_over_45_days',
  needsColumns: ['exclusions.sessions'],
  label: 'Suspended for over 45 days',
  definition:
    'Pupils whom a school suspended for more than 45 school days (90 sessions) in the academic year, the most the law allows. It should be 0.',
  kind: 'count',
  unit: 'count',
  numerator: 'pupils suspended for more than 90 sessions',
  denominator: '',
  needs: ['people', 'schools', 'enrolments', 'exclusions'],
  caveats: [
    'A figure above 0 is more often an error in the records than a breach: check the sessions first.',
    'The limit is for all schools together. Here each school is counted alone, so a pupil who passes it at two schools is missed.',
    ...scopeCaveats,
  ],
  sql: inOnePass({
    numerator: 'count(*)',
    from: 'exclusion_years',
    where: ['academic_year = $academic_year', 'suspended_sessions > 90', 'phase in ({phases})'],
  }),
};
