import type { Measure } from '../measure';
import { cohortCaveats, countsOfStatus, monthEndCaveats, neetScope } from './scope';
import { shareByKind } from './share_by_kind';

export const destinations: Measure = {
  ...neetScope,
  id: 'destinations',
  label: 'Where young people are',
  definition:
    'Young people of academic age 16 and 17 by what they do at the month end, as a share of the cohort: by kind of activity, by NCCIS activity, or by how it stands to the duty to participate.',
  polarity: 'neutral',
  numerator: 'young people',
  dimensions: [...neetScope.dimensions, 'activity_group', 'activity', 'duty'],
  dimensionNotes: {
    ...neetScope.dimensionNotes,
    activity_group: 'a lapsed record of education, employment or training counts as not known',
    activity: 'a lapsed record of education, employment or training has a row of its own',
  },
  kinds: {
    activity_group: 'activities_seen',
    activity: 'activities_seen',
    duty: 'activities_seen',
  },
  columns: { activity_group: 'destination' },
  caveats: [
    'Everybody in the cohort is in one kind, so without a split the share is 100 %.',
    ...cohortCaveats,
  ],
  sql: shareByKind('true'),
};

export const meetingDuty: Measure = {
  ...neetScope,
  id: 'meeting_duty',
  label: 'Meeting the duty to participate',
  definition:
    'Young people of academic age 16 and 17 whose activity meets the duty to participate in education or training, as a share of the cohort.',
  source:
    'Education and Skills Act 2008, section 2; NCCIS management information requirement, meeting the duty to participate',
  polarity: 'higher_is_better',
  numerator: 'young people who meet the duty',
  periodBases: ['month_end'],
  caveats: [
    'Part-time education, jobs with other training, re-engagement and an agreed start date count as working towards the duty; a gap year and most reasons for not being available as a temporary break.',
    'Which activities are a temporary break is taken from the requirement of 2019-20 and is to be confirmed against the current one.',
    'The duty ends at 18, or at level 3 if that is earlier; extracts do not hold attainment at 18, so everybody in Years 12 and 13 is counted.',
    ...monthEndCaveats,
  ],
  sql: countsOfStatus("duty = 'meeting'"),
};
