import type { Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import { openCaveat, serviceScope, spellDimensions } from './scope';

const openTogether = {
  from: 'involvement_months\n  join service_combinations using (services_open, only_short_breaks)',
  where: ['month = $last_month::date', 'age between 0 and 17'],
} as const;

const inMonths = ['month between $first_month::date and $last_month::date', 'age between 0 and 17'];

const togetherScope = {
  ...serviceScope,
  periodBases: ['month_end'],
  dimensions: spellDimensions,
} as const satisfies Partial<Measure>;

const withAnyHighest = [...openTogether.where, "highest_involvement <> 'none'"] as const;

export const highestInvolvement: Measure = {
  ...togetherScope,
  id: 'highest_involvement',
  label: 'Highest involvement',
  definition:
    'People aged 0 to 17 with an open spell of social care or Early Help at the month end, each counted once under the highest: looked after, protection plan, child in need (or care leaver), assessment (or section 47 enquiry), Early Help.',
  source:
    "Ofsted, Inspecting local authority children's services: child-level data (Annex A), in its order of status; Early Help added below",
  kind: 'proportion',
  unit: 'percent',
  numerator: 'people whose highest involvement it is',
  denominator: 'people with an open spell of social care or Early Help',
  dimensions: [...spellDimensions, 'highest_involvement'],
  kinds: { highest_involvement: 'highest_involvements' },
  caveats: [
    'Each person is under one involvement only, so the shares add up to 100 %. Without the split the share is always 100 %.',
    'Looked after leaves out short breaks (legal status V1, V3 or V4) and people aged 18 and over, as Annex A does.',
    'Annex A does not place a section 47 enquiry without an assessment; it is with assessments here.',
    openCaveat,
  ],
  sql: overPopulation({
    population: { count: 'count(*)', ...openTogether, where: withAnyHighest },
    counted: { count: 'count(*)', ...openTogether, where: withAnyHighest },
  }),
};

export const servicesAtOnce: Measure = {
  ...togetherScope,
  id: 'services_at_once',
  label: 'Services at once',
  definition:
    'People aged 0 to 17 by how many services are open with them at the month end, as a share of those with any.',
  source: 'Waymark',
  kind: 'proportion',
  unit: 'percent',
  numerator: 'people with so many services',
  denominator: 'people with an open spell of any service',
  dimensions: [...spellDimensions, 'services_at_once'],
  kinds: { services_at_once: 'service_combinations' },
  caveats: ['Without the split the share is always 100 %.', openCaveat],
  sql: overPopulation({
    population: { count: 'count(*)', ...openTogether },
    counted: { count: 'count(*)', ...openTogether },
  }),
};

export const meanServices: Measure = {
  ...togetherScope,
  id: 'mean_services',
  label: 'Services per person',
  definition:
    'The mean number of services open at the month end with people aged 0 to 17 who have any.',
  source: 'Waymark',
  kind: 'mean',
  unit: 'services',
  whyNoInterval:
    'Everybody with a service is in it, and the services of one person are not independent of each other.',
  numerator: 'services open',
  denominator: 'people with an open spell of any service',
  caveats: [
    'The EHC plan counts as a service here, and an assessment that is going on too.',
    openCaveat,
  ],
  sql: inOnePass({
    numerator: 'sum(services)::bigint',
    denominator: 'count(*)',
    people: { numerator: 'count(*)', denominator: 'count(*)' },
    from: openTogether.from,
    where: inMonths,
  }),
};

export const servicesTogether: Measure = {
  ...togetherScope,
  id: 'services_together',
  label: 'Services open together',
  definition:
    'People aged 0 to 17 by the exact combination of services that are open with them at the month end.',
  source: 'Waymark',
  kind: 'count',
  unit: 'count',
  numerator: 'people with the combination',
  denominator: 'nothing: it is a number',
  dimensions: [...spellDimensions, 'service_combination'],
  dimensionNotes: {
    ...serviceScope.dimensionNotes,
    service_combination: 'all services that are open at once, joined by “and”',
  },
  caveats: [
    'Each person is in one combination only, so combinations add up to everybody with a service.',
    'A combination that nobody has at that month end has no row.',
    openCaveat,
  ],
  sql: inOnePass({ numerator: 'count(*)', from: openTogether.from, where: inMonths }),
};
