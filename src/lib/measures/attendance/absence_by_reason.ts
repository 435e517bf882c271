import type { Measure } from '../measure';
import { overPopulation } from '../shapes';
import { reasonRows, reasonScope } from './reasons';
import { enrolmentsInScope, interviewBreak, scopeCaveats, sessionsCaveat } from './scope';

/** Overall absence taken apart by the reason on the register. */
export const absenceByReason: Measure = {
  ...reasonScope,
  id: 'absence_by_reason',
  label: 'Absence by reason',
  definition:
    'Sessions missed for each reason on the register, as a share of all possible sessions. The reasons add up to overall absence.',
  numerator: 'sessions missed',
  denominator: 'possible sessions',
  dimensions: [...reasonScope.dimensions, 'register_code', 'reason_group'],
  dimensionNotes: {
    ...reasonScope.dimensionNotes,
    reason_group:
      'other authorised absence is religious observance, study leave, travelling families and interviews',
  },
  kinds: { register_code: 'absence_reasons_seen', reason_group: 'absence_reasons_seen' },
  breaks: [
    interviewBreak,
    {
      from: '2024-08-19',
      what: 'Leave for a performance (C1) and part-time timetables (C2) left code C; holidays a school agreed to (H) ended.',
    },
  ],
  caveats: [...scopeCaveats, sessionsCaveat],
  sql: overPopulation({
    population: { ...enrolmentsInScope, count: 'sum(possible)::bigint', people: 'count(*)' },
    counted: {
      // lateness before the register closed stands in the mart too and is no absence
      ...reasonRows('reason_group is not null'),
      count: 'sum(sessions)::bigint',
      people: 'count(distinct person_no)',
    },
  }),
};
