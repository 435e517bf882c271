import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { neetScope } from './scope';

const scope = {
  ...neetScope,
  unit: 'per_1000',
  polarity: 'neutral',
  periodBases: ['month'],
  source: 'Waymark, from the NCCIS cohort status and the district at each month end',
} as const satisfies Partial<Measure>;

const caveats = [
  'Counts people of academic age 16 or 17 at both month ends; who enters or leaves the cohort by age has not moved.',
  'A move is seen only where the records show it, and late records move people late.',
] as const;

const ofAgeAtBoth = 'month between $first_month::date and $last_month::date';

export const moversIn: Measure = {
  ...scope,
  id: 'movers_in',
  label: 'Moved into the county',
  definition:
    'Young people of academic age 16 and 17 who joined the county’s cohort since the month end before from elsewhere, per 1,000 of the cohort at the month end.',
  numerator: 'young people who moved in',
  denominator: '16-17 year olds in the cohort at the month end',
  caveats: [
    'Somebody has moved in who lived in a district outside the county, or was transferred or emigrated, at the month end before, or whose first record of all is this one. A first record can also mean that nobody had tracked the person until then.',
    ...caveats,
  ],
  sql: inOnePass({
    numerator: "count(*) filter (where move = 'moved_in')",
    denominator: 'count(*)',
    from: 'activity_moves',
    where: [ofAgeAtBoth, "move in ('stayed', 'moved_in', 'entered')"],
  }),
};

export const moversOut: Measure = {
  ...scope,
  id: 'movers_out',
  label: 'Moved out of the county',
  definition:
    'Young people of academic age 16 and 17 who were in the county’s cohort at the month end before and have moved away, per 1,000 of that cohort.',
  numerator: 'young people who moved out',
  denominator: '16-17 year olds in the cohort at the month end before',
  dimensionNotes: {
    ...scope.dimensionNotes,
    district: 'district where they live at the month end, or lived before they moved out',
  },
  caveats: [
    'Somebody has moved out whose cohort status is T (transferred to another authority) or E (emigrated), or whose district is outside the county. Who merely has no record any more has not.',
    ...caveats,
  ],
  sql: inOnePass({
    numerator: "count(*) filter (where move = 'moved_out')",
    denominator: 'count(*)',
    from: 'activity_moves',
    where: [ofAgeAtBoth, "move in ('stayed', 'moved_out', 'gone')"],
  }),
};
