import type { Measure } from '../../measure';
import { inOnePass } from '../../shapes';
import {
  adultsCaveat,
  childEmploymentLaw,
  inThePeriod,
  licenceScope,
  needsOfChildren,
  noReturnCaveat,
  peopleBehind,
  performanceLaw,
} from './scope';

const ofAllKinds = {
  ...licenceScope,
  source: `${childEmploymentLaw}; ${performanceLaw}`,
  needs: needsOfChildren,
} as const satisfies Partial<Measure>;

export const licenceDecisions: Measure = {
  ...ofAllKinds,
  id: 'licence_decisions',
  label: 'Decisions on licences',
  definition:
    'Decisions of the period on work permits, performance licences, chaperone licences and body of persons approvals, by kind and decision.',
  kind: 'count',
  unit: 'count',
  numerator: 'decisions',
  denominator: '',
  dimensions: [...licenceScope.dimensions, 'licence_kind'],
  caveats: [adultsCaveat, noReturnCaveat],
  sql: inOnePass({
    numerator: 'count(*)',
    people: { numerator: peopleBehind, denominator: peopleBehind },
    from: 'licence_decisions',
    where: [inThePeriod],
  }),
};

export const licencesRefused: Measure = {
  ...ofAllKinds,
  id: 'licences_refused',
  label: 'Licences refused',
  definition:
    'Refusals as a share of the decisions on applications in the period: issued, renewed and refused, not revoked.',
  kind: 'proportion',
  unit: 'percent',
  numerator: 'applications refused',
  denominator: 'applications decided',
  periodBases: ['academic_year', 'twelve_months'],
  dimensions: ['district', 'licence_kind'],
  caveats: [
    adultsCaveat,
    'Very few are refused, so most figures by district and kind are hidden.',
    noReturnCaveat,
  ],
  sql: inOnePass({
    numerator: "count(*) filter (where licence_decision = 'refused')",
    denominator: 'count(*)',
    people: {
      numerator: `count(distinct person_no) filter (where licence_decision = 'refused')
    + count(*) filter (where licence_decision = 'refused' and person_no is null)`,
      denominator: peopleBehind,
    },
    from: 'licence_decisions',
    where: [inThePeriod, "licence_decision <> 'revoked'"],
  }),
};

export const licencesRevoked: Measure = {
  ...ofAllKinds,
  id: 'licences_revoked',
  label: 'Licences revoked',
  definition: 'Permits, licences and approvals revoked in the period, by kind.',
  kind: 'count',
  unit: 'count',
  numerator: 'permits, licences and approvals revoked',
  denominator: '',
  periodBases: ['academic_year', 'twelve_months'],
  dimensions: ['district', 'licence_kind'],
  caveats: [adultsCaveat, noReturnCaveat],
  sql: inOnePass({
    numerator: 'count(*)',
    people: { numerator: peopleBehind, denominator: peopleBehind },
    from: 'licence_decisions',
    where: [inThePeriod, "licence_decision = 'revoked'"],
  }),
};
