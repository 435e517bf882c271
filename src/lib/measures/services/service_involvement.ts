import type { Measure } from '../measure';
import { overPopulation } from '../shapes';

export const serviceInvolvement: Measure = {
  id: 'service_involvement',
  label: 'Service involvement',
  chapter: 'Service involvement',
  definition:
    'Children and young people aged 0 to 17 with at least one open spell of a service at the month end, per 1,000 people of that age who live in the county.',
  source: 'Waymark; after the rates of the Department for Education, Children in need: methodology',
  kind: 'proportion',
  unit: 'per_1000',
  polarity: 'neutral',
  numerator: 'people with an open spell',
  denominator: 'people aged 0 to 17 in the people extract',
  periodBases: ['month_end'],
  dimensions: [
    'district',
    'year_group',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
    'service',
  ],
  dimensionNotes: {
    district: 'district where the person lives',
    year_group: 'by age on 31 August before the month end',
    service: 'a person with two services is in both, so services do not add up to the total',
  },
  needs: ['people', 'involvements'],
  coveredBy: 'involvements',
  caveats: [
    'More involvement is neither good nor bad in itself: it can mean more need, or more help reaching it.',
    'The rate is over the people in the extract, not the population estimate of the Office for National Statistics, so it differs from published rates.',
    'A spell that ends on the last day of the month is not open. A point event, such as a referral, is open on no month end.',
    'Care leavers aged 18 and over are outside the age group.',
    'Kent looks after many unaccompanied asylum-seeking young people, which raises its looked-after rates.',
  ],
  columns: {},
  populationColumns: {
    district: 'home_district',
    year_group: '($academic_year - turns_0_by_august_of - 4)',
  },
  kinds: { service: 'services_seen' },
  sql: overPopulation({
    population: {
      count: 'count(*)',
      from: 'people_kept',
      where: [
        'lives_in_county',
        'birth_month > ($month::date - interval 18 year)::date',
        'birth_month <= $month::date',
      ],
    },
    counted: {
      count: '{people_once}',
      from: 'service_months',
      where: ['month = $month::date', 'age between 0 and 17'],
    },
  }),
};
