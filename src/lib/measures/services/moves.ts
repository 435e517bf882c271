import type { Measure } from '../measure';
import { inOnePass, lengths, overPopulation } from '../shapes';
import { partYearCaveat, serviceScope, spellDimensions } from './scope';

const moveScope = {
  ...serviceScope,
  source: 'Waymark; there is no national definition',
  periodBases: ['academic_year', 'twelve_months'],
  dimensionNotes: {
    ...serviceScope.dimensionNotes,
    year_group: 'by age on 31 August before the end of the period',
  },
  columns: { year_group: '($academic_year - turns_0_by_august_of - 4)' },
} as const satisfies Partial<Measure>;

const moveCaveats = [
  'A service that had started before the other ended does not follow it. On one and the same day it is not known which came first, and it counts as following.',
  'A point event, such as a referral, ends on the day it starts, and may be followed like a spell.',
] as const;

const endedInPeriod = [
  'end_month between $first_month::date and $last_month::date',
  'age_at_end between 0 and 17',
  'days_since_end >= 90',
] as const;

const followedCaveats = [
  'Only ends that were followed for the whole 90 days up to the extract date are counted, so the last three months have few or none.',
  'Counts spells, not people, of people aged 0 to 17 at the end of the month in which the spell ended.',
  partYearCaveat,
] as const;

export const followedByService: Measure = {
  ...moveScope,
  id: 'followed_by_service',
  label: 'Followed by another service',
  definition:
    'Spells of a service that ended in the period and were followed by a start of each service, or the same again, within 90 days, as a share of all that ended.',
  kind: 'proportion',
  unit: 'percent',
  numerator: 'spells followed by the service',
  denominator: 'spells and point events that ended',
  dimensions: [...spellDimensions, 'service_before', 'service_after'],
  overlapping: ['service_after'],
  dimensionNotes: {
    ...moveScope.dimensionNotes,
    service_after: 'a spell followed by two services is in both, so they do not add up',
  },
  kinds: { service_after: 'services_after' },
  populationColumns: {
    year_group: '($academic_year - turns_0_by_august_of - 4)',
    service_before: 'service',
  },
  caveats: [...moveCaveats, ...followedCaveats],
  sql: overPopulation({
    population: {
      count: 'count(*)',
      people: 'count(distinct person_no)',
      from: 'spells_in_county',
      where: endedInPeriod,
    },
    counted: {
      count: 'count(distinct spell_no)',
      people: 'count(distinct person_no)',
      from: 'service_moves',
      where: [...endedInPeriod, 'days_between <= 90'],
    },
  }),
};

export const followedByNone: Measure = {
  ...moveScope,
  id: 'followed_by_none',
  label: 'Followed by no service',
  definition:
    'Spells of a service that ended in the period and were followed by no start of any service within 90 days, as a share of all that ended.',
  kind: 'proportion',
  unit: 'percent',
  numerator: 'spells followed by no service',
  denominator: 'spells and point events that ended',
  dimensions: [...spellDimensions, 'service_before'],
  columns: { ...moveScope.columns, service_before: 'service' },
  caveats: [
    'No new start does not mean no service: another may have gone on throughout.',
    ...moveCaveats,
    ...followedCaveats,
  ],
  sql: inOnePass({
    numerator: 'count(*) filter (where days_to_next_start is null or days_to_next_start > 90)',
    denominator: 'count(*)',
    people: {
      numerator:
        'count(distinct person_no) filter (where days_to_next_start is null or days_to_next_start > 90)',
      denominator: 'count(distinct person_no)',
    },
    from: `spells_in_county
left join (
  select spell_no, min(days_between) as days_to_next_start
  from service_moves
  where end_month between $first_month::date and $last_month::date
  group by spell_no
) as next_starts using (spell_no)`,
    where: endedInPeriod,
  }),
};

export const daysBetweenServices: Measure = {
  ...moveScope,
  id: 'days_between_services',
  label: 'Days between services',
  definition:
    'The median number of days from the end of one service to the next start of another, or of the same again, within 365 days, for those that started in the period.',
  kind: 'length',
  unit: 'days',
  quantile: 'median',
  numerator: 'days from the end to the next start',
  denominator: 'pairs of an end and the next start',
  dimensions: [...spellDimensions, 'service_before', 'service_after'],
  dimensionNotes: {
    ...moveScope.dimensionNotes,
    service_before: 'the service that had ended',
    service_after: 'the service that then started',
  },
  caveats: [
    'Looks back from the start, so that long waits of recent ends are not left out. A service that did not follow within 365 days is in no figure.',
    ...moveCaveats,
    'Counts pairs of spells, not people, of people aged 0 to 17 at the end of the month in which the first ended.',
  ],
  sql: lengths({
    days: 'days_between',
    from: 'service_moves',
    where: [
      'next_month between $first_month::date and $last_month::date',
      'age_at_end between 0 and 17',
    ],
  }),
};
