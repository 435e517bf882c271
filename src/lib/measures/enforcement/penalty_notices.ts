import type { Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import {
  enforcementScope,
  inThePeriod,
  peopleBehind,
  scopeCaveats,
  theFramework,
  yearGoingOnCaveat,
} from './scope';

const perParentCaveat =
  'Each notice is to one parent for one child: two parents and two children make four notices.';
const publicPlaceCaveat =
  'Includes notices for an excluded pupil in a public place, a separate scheme; split by reason to leave them out.';

export const penaltyNotices: Measure = {
  ...enforcementScope,
  id: 'penalty_notices',
  label: 'Penalty notices',
  definition:
    'Penalty notices issued in the academic year, per 100 pupils aged 5 to 15 on the roll of the county’s schools at the January census.',
  kind: 'rate',
  unit: 'per_100',
  numerator: 'penalty notices issued',
  denominator: 'pupils aged 5 to 15 on the January roll',
  periodBases: ['academic_year'],
  dimensions: [...enforcementScope.dimensions, 'enforcement_reason', 'enforcement_outcome'],
  kinds: { enforcement_reason: 'penalty_notices', enforcement_outcome: 'penalty_notices' },
  caveats: [
    perParentCaveat,
    publicPlaceCaveat,
    'The base is one a pupil: sole or main registrations on the third Thursday of January, alternative provision included. The Department for Education divides by enrolments of the same age, about 4 % more than pupils, so its rate is a little lower.',
    ...scopeCaveats,
    yearGoingOnCaveat,
  ],
  breaks: theFramework,
  sql: overPopulation({
    population: {
      count: 'sum(pupils)::bigint',
      from: 'enforcement_roll',
      where: ['academic_year = $academic_year'],
    },
    counted: {
      count: 'count(*)',
      people: peopleBehind,
      from: 'penalty_notices',
      where: ['academic_year = $academic_year'],
    },
  }),
};

export const penaltyNoticesInMonths: Measure = {
  ...enforcementScope,
  id: 'penalty_notices_in_months',
  label: 'Penalty notices, number',
  definition: 'Penalty notices issued in the month, or in the twelve months up to its end.',
  kind: 'count',
  unit: 'count',
  numerator: 'penalty notices issued',
  denominator: '',
  periodBases: ['month', 'twelve_months', 'academic_year'],
  dimensions: [...enforcementScope.dimensions, 'enforcement_reason'],
  caveats: [perParentCaveat, publicPlaceCaveat, ...scopeCaveats],
  breaks: theFramework,
  sql: inOnePass({
    numerator: 'count(*)',
    people: { numerator: peopleBehind, denominator: peopleBehind },
    from: 'penalty_notices',
    where: [inThePeriod],
  }),
};
