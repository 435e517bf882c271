import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { actions } from './actions';
import { enforcementScope, inThePeriod, outcomeCaveat, peopleBehind, scopeCaveats } from './scope';

const charges = ['prosecution_444_1', 'prosecution_444_1A'] as const;

const chargesCaveat =
  'Section 444(1) is strict liability, with a fine up to level 3. Section 444(1A) needs a parent who knew and had no reasonable justification: a fine up to level 4, up to three months in prison, or both.';

export const prosecutions = actions({
  id: 'prosecutions',
  label: 'Prosecutions',
  definition:
    'Prosecutions of a parent for a child’s irregular attendance that began in the period, by charge and outcome.',
  source: 'Education Act 1996, section 444(1) and 444(1A)',
  numerator: 'prosecutions',
  kinds: charges,
  caveats: [
    chargesCaveat,
    'Each is of one parent for one child, under the date of the action, not of the hearing.',
  ],
});

export const prosecutionsGuilty: Measure = {
  ...enforcementScope,
  id: 'prosecutions_guilty',
  needsColumns: ['enforcements.outcome'],
  label: 'Prosecutions found guilty',
  definition:
    'Of the prosecutions that began in the period and have a verdict, the share in which the parent was found guilty.',
  source: 'Education Act 1996, section 444(1) and 444(1A)',
  kind: 'proportion',
  unit: 'percent',
  numerator: 'prosecutions with a verdict of guilty',
  denominator: 'prosecutions with a verdict',
  periodBases: ['academic_year', 'twelve_months'],
  dimensions: [...enforcementScope.dimensions, 'enforcement_action', 'enforcement_reason'],
  caveats: [
    chargesCaveat,
    'Those withdrawn or still pending have no verdict and are on neither side of the line.',
    outcomeCaveat,
    ...scopeCaveats,
  ],
  sql: inOnePass({
    numerator: "count(*) filter (where enforcement_outcome = 'guilty')",
    denominator: 'count(*)',
    people: {
      numerator: "count(distinct person_no) filter (where enforcement_outcome = 'guilty')",
      denominator: peopleBehind,
    },
    from: 'enforcement_actions',
    where: [
      inThePeriod,
      `enforcement_action in (${charges.map((charge) => `'${charge}'`).join(', ')})`,
      "enforcement_outcome in ('guilty', 'not_guilty')",
    ],
  }),
};
