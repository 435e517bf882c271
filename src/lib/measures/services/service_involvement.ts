import type { Measure } from '../measure';
import { overPopulation } from '../shapes';
import {
  childrenInCounty,
  columnsOfChildren,
  extractRateCaveat,
  neitherCaveat,
  openCaveat,
  serviceScope,
} from './scope';

export const serviceInvolvement: Measure = {
  ...serviceScope,
  id: 'service_involvement',
  label: 'Service involvement',
  definition:
    'Children and young people aged 0 to 17 with at least one open spell of a service at the month end, per 1,000 people of that age who live in the county.',
  source: 'Waymark; after the rates of the Department for Education, Children in need: methodology',
  kind: 'proportion',
  unit: 'per_1000',
  numerator: 'people with an open spell',
  denominator: 'people aged 0 to 17 in the people extract',
  periodBases: ['month_end'],
  dimensions: [...serviceScope.dimensions, 'service'],
  overlapping: ['service'],
  dimensionNotes: {
    ...serviceScope.dimensionNotes,
    service: 'a person with two services is in both, so services do not add up to the total',
  },
  caveats: [
    neitherCaveat,
    extractRateCaveat,
    openCaveat,
    'Care leavers aged 18 and over are outside the age group.',
    'Kent looks after many unaccompanied asylum-seeking young people, which raises its looked-after rates.',
  ],
  populationColumns: columnsOfChildren,
  kinds: { service: 'services_seen' },
  sql: overPopulation({
    population: childrenInCounty,
    counted: {
      count: '{people_once}',
      from: 'service_months',
      where: ['month = $last_month::date', 'age between 0 and 17'],
    },
  }),
};
