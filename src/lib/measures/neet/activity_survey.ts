import type { Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import { neetScope } from './scope';

const scope = {
  ...neetScope,
  source: 'NCCIS management information requirement, annual activity survey',
  denominator: 'people tracked in Year 12, the leavers of Year 11, less those in custody',
  periodBases: ['academic_year'],
  dimensions: [...neetScope.dimensions.filter((id) => id !== 'year_group'), 'school'],
  dimensionNotes: {
    ...neetScope.dimensionNotes,
    district: 'district where the young person lived at the end of October',
    school: 'the school left at 16',
  },
  columns: { school: 'last_school', activity_group: 'destination' },
  populationColumns: { school: 'last_school' },
} as const satisfies Partial<Measure>;

const caveats = [
  'The survey is taken on 1 November; this is the position at the end of October of everybody tracked who was in Year 11 the year before by age.',
  'Some records of education are still lapsed in October, and count as not known.',
  'The return to the Department for Education may differ, because it is corrected until it is sent.',
] as const;

const surveyed = {
  from: 'activity_months',
  where: [
    'month = make_date($academic_year::integer, 10, 1)',
    'year_group = 12',
    "status <> 'not_counted'",
  ],
} as const;

export const activitySurvey: Measure = {
  ...scope,
  id: 'activity_survey',
  label: 'Activity survey: in education or training',
  definition:
    'People who left Year 11 in the summer and are in education or training on 1 November, as a share of all of them.',
  polarity: 'higher_is_better',
  numerator: 'leavers of Year 11 in education or training',
  caveats,
  sql: inOnePass({
    numerator: 'count(*) filter (where participating)',
    denominator: 'count(*)',
    ...surveyed,
  }),
};

export const activitySurveyDestinations: Measure = {
  ...scope,
  id: 'activity_survey_destinations',
  label: 'Activity survey by destination',
  definition:
    'People who left Year 11 in the summer by what they do on 1 November, as a share of all of them.',
  polarity: 'neutral',
  numerator: 'leavers of Year 11',
  dimensions: [...scope.dimensions, 'activity_group', 'activity'],
  kinds: { activity_group: 'activities_seen', activity: 'activities_seen' },
  caveats: ['Everybody is in one kind, so without a split the share is 100 %.', ...caveats],
  sql: overPopulation({
    population: { count: 'count(*)', ...surveyed },
    counted: { count: 'count(*)', ...surveyed },
  }),
};
