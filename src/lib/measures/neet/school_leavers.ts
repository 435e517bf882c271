import type { DimensionId, Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import { neetScope } from './scope';

const scope = {
  ...neetScope,
  source: 'Waymark, from the NCCIS month-end positions and the school left at 16',
  denominator:
    'people whose record in Year 12 names the school they left at 16, less those in custody',
  periodBases: ['academic_year'],
  dimensions: [
    'school',
    'years_after',
    'district',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
    'deprivation',
    'prior_attainment',
    'uasc',
  ] satisfies DimensionId[],
  dimensionNotes: {
    school: 'the school left at 16, as the record in Year 12 has it',
    years_after: 'the first, second or third academic year after Year 11',
    district: 'district where the young person lived in Year 12',
  },
} as const satisfies Partial<Measure>;

const caveats = [
  'The position is that of the end of March in the academic year asked for. Leavers of three summers are in it together: choose a year after leaving to see one.',
  'In the third year only young people with an education, health and care plan are tracked, so most are no longer tracked.',
  'Who left a school is known from the records in Year 12; people who moved into the county later are not among its leavers.',
  'Schools differ in whom they teach: a share says nothing of what the school adds.',
] as const;

const followed = { from: 'leavers', where: ['academic_year = $academic_year'] } as const;

export const leaversInLearning: Measure = {
  ...scope,
  id: 'leavers_in_learning',
  needsColumns: ['activities.last_school'],
  label: 'School leavers in education or training',
  definition:
    'Leavers of Year 11 who are in education or training in the first, second and third year after, as a share of all leavers, by the school they left.',
  polarity: 'higher_is_better',
  numerator: 'school leavers in education or training',
  caveats,
  sql: inOnePass({
    numerator: 'count(*) filter (where participating)',
    denominator: 'count(*)',
    ...followed,
  }),
};

export const leaverDestinations: Measure = {
  ...scope,
  id: 'leaver_destinations',
  needsColumns: ['activities.last_school'],
  label: 'School leavers by destination',
  definition:
    'Leavers of Year 11 by what they do in the first, second and third year after, as a share of all leavers, by the school they left.',
  polarity: 'neutral',
  numerator: 'school leavers',
  dimensions: [...scope.dimensions, 'destination'],
  kinds: { destination: 'leavers' },
  caveats: ['Everybody is in one kind, so without a split the share is 100 %.', ...caveats],
  sql: overPopulation({
    population: { count: 'count(*)', ...followed },
    counted: { count: 'count(*)', ...followed },
  }),
};
