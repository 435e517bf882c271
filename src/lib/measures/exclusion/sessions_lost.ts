import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { headcountCaveats, ofEvents, overHeadcount, scopeCaveats } from './scope';

const lengthCaveat =
  'A session is half a school day. The sessions are those the suspension was for, whether or not the pupil was taught elsewhere in them; a suspension without its sessions recorded adds none.';

export const sessionsLost: Measure = {
  ...overHeadcount,
  id: 'sessions_lost_to_suspension',
  needsColumns: ['exclusions.sessions'],
  label: 'Sessions lost to suspension',
  definition:
    'Sessions for which pupils were suspended in the academic year, per 100 pupils on the roll at the January census.',
  kind: 'mean',
  unit: 'per_100',
  whyNoInterval:
    'Sessions come many at a time with each suspension, so limits for independent events would be far too narrow.',
  numerator: 'sessions for which pupils were suspended',
  caveats: [lengthCaveat, ...headcountCaveats],
  sql: inOnePass({
    numerator: 'sum(suspended_sessions)::bigint',
    denominator: 'sum(on_january_roll)::bigint',
    people: {
      numerator: 'count(*) filter (where suspended_sessions > 0)',
      denominator: 'sum(on_january_roll)::bigint',
    },
    from: 'exclusion_years',
    where: ['academic_year = $academic_year', 'phase in ({phases})'],
  }),
};

const suspensionsWithSessions = {
  from: 'exclusion_events',
  where: [
    'month between $first_month::date and $last_month::date',
    "exclusion_kind = 'suspension'",
    'sessions is not null',
    'phase in ({phases})',
  ],
} as const;

export const sessionsPerSuspension: Measure = {
  ...ofEvents,
  id: 'sessions_per_suspension',
  needsColumns: ['exclusions.sessions'],
  label: 'Sessions per suspension',
  definition: 'The mean number of sessions of a suspension, of those with their sessions recorded.',
  kind: 'mean',
  unit: 'sessions',
  whyNoInterval:
    'The mean of all suspensions there were is no estimate from a sample, and their lengths are far from a normal distribution.',
  numerator: 'sessions for which pupils were suspended',
  denominator: 'suspensions with their sessions recorded',
  periodBases: ['academic_year', 'twelve_months'],
  caveats: [
    lengthCaveat,
    'A few long suspensions raise the mean; see the share of long suspensions beside it.',
    ...scopeCaveats,
  ],
  sql: inOnePass({
    numerator: 'sum(sessions)::bigint',
    denominator: 'count(*)',
    people: {
      numerator: 'count(distinct person_no)',
      denominator: 'count(distinct person_no)',
    },
    ...suspensionsWithSessions,
  }),
};

export const longSuspensions: Measure = {
  ...ofEvents,
  id: 'long_suspensions',
  needsColumns: ['exclusions.sessions'],
  label: 'Long suspensions',
  definition:
    'Suspensions of more than 5 school days (more than 10 sessions), as a share of the suspensions with their sessions recorded.',
  source: `${ofEvents.source}; Education and Inspections Act 2006, section 100 (to be confirmed)`,
  kind: 'proportion',
  unit: 'percent',
  numerator: 'suspensions of more than 10 sessions',
  denominator: 'suspensions with their sessions recorded',
  periodBases: ['academic_year', 'twelve_months'],
  caveats: [
    'From the sixth school day the school has to arrange full-time education. Exactly 5 days is not long.',
    lengthCaveat,
    ...scopeCaveats,
  ],
  sql: inOnePass({
    numerator: 'count(*) filter (where sessions > 10)',
    denominator: 'count(*)',
    people: {
      numerator: 'count(distinct person_no) filter (where sessions > 10)',
      denominator: 'count(distinct person_no)',
    },
    ...suspensionsWithSessions,
  }),
};
