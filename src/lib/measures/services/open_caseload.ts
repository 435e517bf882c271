import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { neitherCaveat, openCaveat, serviceScope, spellDimensions } from './scope';

export const openCaseload: Measure = {
  ...serviceScope,
  id: 'open_caseload',
  label: 'Open caseload',
  definition:
    'Cases open at the month end: people of any age up to 24 who live in the county, once for each service that is open with them.',
  source: 'Waymark',
  kind: 'count',
  unit: 'count',
  numerator: 'open cases',
  denominator: 'nothing: it is a number',
  periodBases: ['month_end'],
  dimensions: [...spellDimensions, 'service'],
  dimensionNotes: {
    ...serviceScope.dimensionNotes,
    service: 'a person with two services is two cases, so services add up to the total',
  },
  caveats: [
    neitherCaveat,
    'Care leavers and others aged 18 and over are in it, unlike in the rates.',
    'A service that has nobody open in a group has no row there.',
    openCaveat,
  ],
  sql: inOnePass({
    numerator: 'count(*)',
    people: { numerator: 'count(distinct person_no)', denominator: 'count(distinct person_no)' },
    from: 'service_months',
    where: ['month between $first_month::date and $last_month::date'],
  }),
};
