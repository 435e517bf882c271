import type { DimensionId, Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';

/** What the measures of the guarantees extract share. */
export const guaranteeScope = {
  chapter: 'NEET and participation',
  kind: 'proportion',
  unit: 'percent',
  source:
    'Education Act 1996, section 507B, and statutory guidance on participation: the September Guarantee; NCCIS management information requirement',
  denominator: 'people of Years 11 and 12 in the guarantees extract who live in the county',
  periodBases: ['academic_year'],
  dimensions: [
    'district',
    'year_group',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
    'deprivation',
    'prior_attainment',
    'uasc',
    'intended_destination',
  ] satisfies DimensionId[],
  dimensionNotes: {
    district: 'district where the young person lives now',
    year_group: 'year group in the academic year: the leavers of Years 11 and 12',
    intended_destination:
      'NCCIS code, recorded in Year 11; the labels of these codes are not public and are to be confirmed',
  },
  needs: ['people', 'guarantees'],
  coveredBy: 'guarantees',
  columns: {},
} as const satisfies Partial<Measure>;

const inTheYear = {
  from: 'guarantee_years',
  where: ['academic_year = $academic_year'],
} as const;

const caveats = [
  'The academic year is that of Year 11 or 12: 2024/25 is about places for September 2025. Published figures carry the year in which it ends.',
  'An offer is not a place taken up: see the activity survey for where leavers are on 1 November.',
] as const;

export const septemberGuarantee: Measure = {
  ...guaranteeScope,
  id: 'september_guarantee',
  label: 'September Guarantee: offer made',
  definition:
    'People of Years 11 and 12 with a suitable offer of a place in education or training by the end of September, as a share of all of them.',
  polarity: 'higher_is_better',
  numerator: 'young people with a suitable offer',
  caveats,
  published: 'september_guarantee',
  sql: inOnePass({
    numerator: "count(*) filter (where offer = 'made')",
    denominator: 'count(*)',
    ...inTheYear,
  }),
};

export const guaranteeOffers: Measure = {
  ...guaranteeScope,
  id: 'guarantee_offers',
  label: 'September Guarantee by offer',
  definition:
    'People of Years 11 and 12 by what came of the September Guarantee, as a share of all of them: a suitable offer, an offer that was not suitable, no offer, or not recorded.',
  polarity: 'neutral',
  numerator: 'young people',
  dimensions: [...guaranteeScope.dimensions, 'offer'],
  kinds: { offer: 'guarantee_years' },
  caveats: ['Everybody has one answer, so without a split the share is 100 %.', ...caveats],
  sql: overPopulation({
    population: { count: 'count(*)', ...inTheYear },
    counted: { count: 'count(*)', ...inTheYear },
  }),
};
