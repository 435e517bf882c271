import type { Measure } from '../measure';
import { monthEndCaveats, neetScope } from './scope';
import { shareByKind } from './share_by_kind';

const scope = {
  ...neetScope,
  denominator: '16-17 year olds in the cohort at both month ends, less those in custody',
  periodBases: ['month'],
  source: 'Waymark; after NEET joiners and leavers in the NCCIS management information requirement',
} as const satisfies Partial<Measure>;

const caveats = [
  'Compares the month end with the one before, and counts only people who are in the cohort at both. Who enters or leaves it by age, moves, or has no record at one of them is neither a joiner nor a leaver, so joiners less leavers is not the whole change of the rate.',
  'Who becomes NEET and finds a place within the month is in neither.',
  ...monthEndCaveats,
] as const;

const atBothMonthEnds = {
  from: 'activity_moves',
  where: [
    'month between $first_month::date and $last_month::date',
    "move = 'stayed'",
    "status <> 'not_counted'",
    "status_before <> 'not_counted'",
  ],
} as const;

export const neetJoiners: Measure = {
  ...scope,
  id: 'neet_joiners',
  label: 'Became NEET in the month',
  definition:
    'Young people of academic age 16 and 17 who are NEET at the month end and were not a month before, as a share of the cohort.',
  numerator: 'young people who became NEET',
  dimensions: [...scope.dimensions, 'activity_group'],
  dimensionNotes: {
    ...scope.dimensionNotes,
    activity_group: 'what they did at the month end before',
  },
  kinds: { activity_group: 'activities_seen' },
  columns: { activity_group: 'destination_before' },
  caveats,
  sql: shareByKind("status = 'neet' and status_before <> 'neet'", atBothMonthEnds),
};

export const neetLeavers: Measure = {
  ...scope,
  id: 'neet_leavers',
  label: 'No longer NEET in the month',
  definition:
    'Young people of academic age 16 and 17 who were NEET a month before and are not at the month end, as a share of the cohort.',
  polarity: 'neutral',
  numerator: 'young people who are no longer NEET',
  dimensions: [...scope.dimensions, 'destination'],
  dimensionNotes: { ...scope.dimensionNotes, destination: 'what they do at the month end' },
  kinds: { destination: 'activities_seen' },
  caveats: [
    'Not all of them found a place: split by destination to see who became not known.',
    ...caveats,
  ],
  sql: shareByKind("status <> 'neet' and status_before = 'neet'", atBothMonthEnds),
};
