import type { DimensionId, Measure } from '../measure';
import { overPopulation } from '../shapes';
import {
  childrenInNeedMethodology,
  childrenOverPeriod,
  eventScope,
  extractRateCaveat,
  neitherCaveat,
  partYearCaveat,
} from './scope';

const ageCaveat =
  'Counted are people aged 0 to 17 at the end of the month in which it happened; the base is the mean number of that age at the month ends of the period.';

const eventCaveats = [extractRateCaveat, ageCaveat, partYearCaveat] as const;

/** Spells over the children of the county: each counts, so a person may be in the numerator more than once. */
function spellsOverChildren(where: readonly string[]): string {
  return overPopulation({
    population: childrenOverPeriod,
    counted: {
      count: 'count(*)',
      people: 'count(distinct person_no)',
      from: 'spells_in_county',
      where,
    },
  });
}

const startedInPeriod = [
  'month between $first_month::date and $last_month::date',
  'age_at_start between 0 and 17',
] as const;

const byService = {
  dimensions: [...eventScope.dimensions, 'service'] as const satisfies DimensionId[],
  kinds: { service: 'service_bits' },
};

export const servicesStarted: Measure = {
  ...eventScope,
  ...byService,
  id: 'services_started',
  label: 'Services started',
  definition:
    'Spells of a service and point events, such as referrals, that started in the period, per 1,000 people aged 0 to 17 who live in the county.',
  source: 'Waymark',
  unit: 'per_1000',
  numerator: 'spells and point events that started',
  caveats: [
    neitherCaveat,
    'Each start counts: a person with three contacts is in it three times.',
    ...eventCaveats,
  ],
  sql: spellsOverChildren(startedInPeriod),
};

export const servicesEnded: Measure = {
  ...eventScope,
  ...byService,
  id: 'services_ended',
  label: 'Services ended',
  definition:
    'Spells of a service that ended in the period, per 1,000 people aged 0 to 17 who live in the county. Point events do not end and are left out.',
  source: 'Waymark',
  unit: 'per_1000',
  numerator: 'spells that ended',
  caveats: [neitherCaveat, ...eventCaveats],
  sql: spellsOverChildren([
    'end_month between $first_month::date and $last_month::date',
    'age_at_end between 0 and 17',
    'not point_event',
  ]),
};

type Named = Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'unit'> & {
  readonly service: string;
  readonly more?: Partial<Measure>;
};

/** Starts of one service of social care. */
function startsOf({ service, more, ...named }: Named): Measure {
  return {
    ...eventScope,
    source: childrenInNeedMethodology,
    ...named,
    caveats: [
      'Published rates are of years to 31 March and over the population estimate.',
      ...eventCaveats,
    ],
    sql: spellsOverChildren([`service = '${service}'`, ...startedInPeriod]),
    ...more,
  };
}

const referral = {
  service: 'referral',
  numerator: 'referrals',
  more: {
    dimensions: [...eventScope.dimensions, 'referral_source'] satisfies DimensionId[],
    kinds: { referral_source: 'referral_sources' },
  },
} as const;

export const referralsPer10000 = startsOf({
  ...referral,
  id: 'referrals_per_10000',
  label: 'Referrals per 10,000',
  definition:
    'Referrals to social care in the period, per 10,000 people aged 0 to 17 who live in the county. Each referral counts.',
  unit: 'per_10000',
});

export const referralsPer1000 = startsOf({
  ...referral,
  id: 'referrals_per_1000',
  label: 'Referrals per 1,000',
  definition:
    'Referrals to social care in the period, per 1,000 people aged 0 to 17 who live in the county. Each referral counts.',
  unit: 'per_1000',
});

export const assessmentsStarted = startsOf({
  service: 'assessment',
  id: 'assessments_started',
  label: 'Assessments started',
  definition:
    'Assessments by social care that started in the period, per 10,000 people aged 0 to 17 who live in the county.',
  numerator: 'assessments that started',
  unit: 'per_10000',
});

export const section47Enquiries = startsOf({
  service: 'section_47',
  id: 'section_47_enquiries',
  label: 'Section 47 enquiries',
  definition:
    'Enquiries under section 47 of the Children Act 1989 that started in the period, per 10,000 people aged 0 to 17 who live in the county.',
  numerator: 'section 47 enquiries that started',
  unit: 'per_10000',
});
