import type { Measure, Unit } from '../measure';
import { overPopulation } from '../shapes';
import { neitherCaveat, openCaveat, serviceScope } from './scope';

/** People aged 0 to 17 with an open service over the population estimate, which knows districts and no characteristics. */
function demand(id: string, base: string, unit: Unit): Measure {
  return {
    ...serviceScope,
    id,
    label: `Demand per ${base} of the population`,
    definition: `Children and young people aged 0 to 17 with at least one open spell of a service at the month end, per ${base} of the estimated population of that age.`,
    source:
      'Waymark; base as in the Department for Education, Children in need: methodology; Office for National Statistics, mid-year population estimates',
    kind: 'rate',
    unit,
    numerator: 'people with an open spell',
    denominator: 'estimated population aged 0 to 17',
    periodBases: ['month_end'],
    dimensions: ['district', 'service'],
    overlapping: ['service'],
    dimensionNotes: {
      district: 'district where the person lives; no population is estimated for a home not known',
      service: 'a person with two services is in both, so services do not add up to the total',
    },
    needs: [...serviceScope.needs, 'populations'],
    kinds: { service: 'services_seen' },
    caveats: [
      neitherCaveat,
      'The base is the latest estimate of a 30 June that is past, as published rates at 31 March take it.',
      'The estimate and the people extract do not hold the same people, so this rate and that over the extract differ.',
      openCaveat,
    ],
    sql: overPopulation({
      population: {
        count: 'sum(children)::bigint',
        from: 'children_estimated',
        where: ['month = $last_month::date'],
      },
      counted: {
        count: '{people_once}',
        from: 'service_months',
        where: ['month = $last_month::date', 'age between 0 and 17'],
      },
    }),
  };
}

export const demandPer1000 = demand('demand_per_1000', '1,000', 'per_1000');
export const demandPer10000 = demand('demand_per_10000', '10,000', 'per_10000');
