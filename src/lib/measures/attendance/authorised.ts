import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import {
  absenceMethodology,
  attendanceScope,
  enrolmentsInScope,
  scopeCaveats,
  sessionsCaveat,
} from './scope';

/** The two parts of overall absence. */
function partOfAbsence(
  column: 'authorised' | 'unauthorised',
  words: Pick<Measure, 'definition' | 'caveats'> & Partial<Pick<Measure, 'breaks'>>,
): Measure {
  return {
    ...attendanceScope,
    ...words,
    id: `${column}_absence`,
    label: column === 'authorised' ? 'Authorised absence' : 'Unauthorised absence',
    source: absenceMethodology,
    published: `absence_${column}`,
    numerator: `sessions missed, ${column}`,
    denominator: 'possible sessions',
    sql: inOnePass({
      ...enrolmentsInScope,
      numerator: `sum(${column})::bigint`,
      denominator: 'sum(possible)::bigint',
      people: { numerator: `count(*) filter (where ${column} > 0)`, denominator: 'count(*)' },
    }),
  };
}

export const authorisedAbsence = partOfAbsence('authorised', {
  definition:
    'Sessions missed for a reason the school has accepted, such as illness, an appointment, granted leave or a suspension, as a share of all possible sessions.',
  caveats: [...scopeCaveats, sessionsCaveat],
});

export const unauthorisedAbsence = partOfAbsence('unauthorised', {
  breaks: [],
  definition:
    'Sessions missed without a reason the school has accepted, as a share of all possible sessions: a holiday not granted (G), no reason yet (N), another or no reason (O), arrival after the register closed (U).',
  caveats: [
    ...scopeCaveats,
    sessionsCaveat,
    'Whether an absence is authorised is for the school to decide, and schools differ.',
  ],
});
