import type { Measure } from '../measure';
import { cohortRows, monthEndCaveats, neetScope } from './scope';
import { shareByKind } from './share_by_kind';

const scope = {
  ...neetScope,
  periodBases: ['month_end'],
  source: 'Waymark, from the NCCIS fields of verification',
} as const satisfies Partial<Measure>;

export const verified: Measure = {
  ...scope,
  id: 'verified',
  needsColumns: ['activities.last_verified'],
  label: 'Records verified',
  definition:
    'Young people of academic age 16 and 17 whose record says when it was last verified, as a share of the cohort; by who confirmed it and by how long ago that was.',
  polarity: 'higher_is_better',
  numerator: 'young people with a day of verification',
  dimensions: [...scope.dimensions, 'confirmed_by', 'time_since_verified'],
  dimensionNotes: {
    ...scope.dimensionNotes,
    confirmed_by: 'who confirmed what the record says at the month end',
    time_since_verified:
      'whole months before the month end: verified in the month itself is under 1 month',
  },
  kinds: { confirmed_by: 'verifications_seen', time_since_verified: 'verifications_seen' },
  caveats: [
    'A record that was verified long ago can still be current: a school place stands until 31 August.',
    'A verification dated after the month end is left out of it.',
    ...monthEndCaveats,
  ],
  sql: shareByKind('last_verified is not null', { ...cohortRows, from: 'verified_months' }),
};

export const daysSinceVerified: Measure = {
  ...scope,
  id: 'days_since_verified',
  needsColumns: ['activities.last_verified'],
  label: 'Median days since last verified',
  definition:
    'Half of the records of young people of academic age 16 and 17 were verified this many days or fewer before the month end.',
  kind: 'length',
  unit: 'days',
  quantile: 'median',
  numerator: 'days since the record was last verified',
  denominator: '16-17 year olds whose record says when it was last verified',
  caveats: [
    'Records without a day of verification are left out; see records verified for how many there are.',
    ...monthEndCaveats,
  ],
  sql: `select
  {month}
  {dimensions}
  (month + interval 1 month - interval 1 day)::date - last_verified as days,
  count(*) as ended
from verified_months
where month between $first_month::date and $last_month::date
  and year_group in (12, 13)
  and status <> 'not_counted'
  and last_verified is not null{filters}
group by all
order by all`,
};
