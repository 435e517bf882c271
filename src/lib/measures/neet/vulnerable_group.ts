import type { Measure } from '../measure';
import { cohortCaveats, countsAmong, neetScope } from './scope';

export const vulnerableGroupNeetOrNotKnown: Measure = {
  ...neetScope,
  id: 'vulnerable_group_neet_or_not_known',
  needsColumns: ['activities.characteristics'],
  label: 'NEET or not known, vulnerable group',
  definition:
    'Young people of academic age 16 and 17 in a vulnerable group, as the Department for Education has it, who are NEET or whose activity is not known, as a share of that group.',
  numerator: 'young people of the vulnerable group who are NEET or not known',
  denominator: '16-17 year olds in the vulnerable group, less those in custody',
  dimensions: neetScope.dimensions.filter((id) => id !== 'vulnerable_group'),
  needs: ['people', 'activities'],
  caveats: [
    'The group is small, about 1,000 in Kent, so the rate moves a good deal by chance.',
    'A characteristic that was not recorded leaves a young person out, so a better record can raise or lower the rate.',
    'The group has the NCCIS characteristics 110, 130, 140, 150, 160, 170, 190, 200 and 210. It leaves out 120, a parent caring for their own child, and 180, pregnant.',
    ...cohortCaveats,
  ],
  sql: countsAmong("status in ('neet', 'not_known')", ['vulnerable_group']),
};
