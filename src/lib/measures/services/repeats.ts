import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { childrenInNeedMethodology, partYearCaveat, serviceScope, spellDimensions } from './scope';

const repeatScope = {
  ...serviceScope,
  source: childrenInNeedMethodology,
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  periodBases: ['twelve_months', 'academic_year', 'month'],
  dimensions: spellDimensions,
  dimensionNotes: {
    ...serviceScope.dimensionNotes,
    year_group: 'by age on 31 August before it started',
  },
} as const satisfies Partial<Measure>;

/** Starts of one service that follow an earlier start of it with the same person. */
function repeatsOf(service: string, repeated: string): string {
  return inOnePass({
    numerator: `count(*) filter (where ${repeated})`,
    denominator: 'count(*)',
    people: {
      numerator: `count(distinct person_no) filter (where ${repeated})`,
      denominator: 'count(distinct person_no)',
    },
    from: 'spells_in_county',
    where: [
      `service = '${service}'`,
      'month between $first_month::date and $last_month::date',
      'age_at_start between 0 and 17',
    ],
  });
}

export const reReferrals: Measure = {
  ...repeatScope,
  id: 're_referrals',
  label: 'Re-referrals within 12 months',
  definition:
    'Referrals in the period that came within 12 months of an earlier referral of the same child, as a share of all referrals in the period. Each later referral counts.',
  dimensions: [...spellDimensions, 'referral_source'],
  numerator: 'referrals within 12 months of an earlier one',
  denominator: 'referrals',
  published: 're_referrals',
  caveats: [
    'The 12 months are counted back from each referral, not from today. A child referred three times within a year is two re-referrals.',
    'Referrals of the first 12 months of the extract have less to look back on, so their share is too low.',
    'Published shares are of years to 31 March: compare the twelve months to March with them.',
    partYearCaveat,
  ],
  sql: repeatsOf('referral', 'previous_start >= start_date - interval 12 month'),
};

export const repeatProtectionPlans: Measure = {
  ...repeatScope,
  id: 'repeat_protection_plans',
  label: 'Second or later protection plans',
  definition:
    'Child protection plans that started in the period for a child who had had a plan before, however long ago, as a share of all plans that started in the period.',
  numerator: 'plans of children who had had a plan before',
  denominator: 'protection plans that started',
  caveats: [
    'An earlier plan is known only as far back as the extract reaches, or where another authority held it not at all.',
    'A child with two plans in the period is in it twice.',
    'Plans of unborn children are not counted, because they have no age yet.',
    partYearCaveat,
  ],
  sql: repeatsOf('child_protection', 'previous_start is not null'),
};
