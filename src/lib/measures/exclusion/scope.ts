import type { DimensionId, Measure } from '../measure';

/** What every measure of exclusion shares: where its schools and pupils are, and by what they can be split. */
export const exclusionScope = {
  chapter: 'Exclusion',
  polarity: 'higher_is_worse',
  source: 'Department for Education, Suspensions and permanent exclusions in England: methodology',
  dimensions: [
    'district',
    'home_district',
    'school',
    'phase',
    'year_group',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
    'english_additional',
    'deprivation',
    'prior_attainment',
    'social_care',
  ] satisfies DimensionId[],
  dimensionNotes: {
    district: 'district of the school',
    home_district: 'district where the pupil lives',
    school: 'the school that excluded the pupil',
    phase: 'alternative provision has a row of its own and is in no total',
    year_group: 'by age on 31 August: age 15 is Year 11',
    social_care: 'on 31 March of the academic year, or on the extract date where that is earlier',
  },
  coveredBy: 'exclusions',
  columns: { district: 'school_district', school: 'school_id' },
} as const satisfies Partial<Measure>;

/** Measures over the events alone need no roll of the schools. */
export const ofEvents = {
  ...exclusionScope,
  needs: ['people', 'schools', 'exclusions'],
} as const satisfies Partial<Measure>;

/** Measures over the January headcount, for whole academic years. */
export const overHeadcount = {
  ...exclusionScope,
  kind: 'rate',
  denominator: 'pupils on the January roll',
  periodBases: ['academic_year'],
  needs: ['people', 'schools', 'enrolments', 'exclusions'],
} as const satisfies Partial<Measure>;

export const schoolsCovered =
  'Covers state-funded primary, secondary and special schools of the county. Alternative provision is out of the total and has a row of its own by phase.';

export const scopeCaveats = [
  schoolsCovered,
  'A year that is going on counts what has happened so far. Compare whole years.',
] as const;

export const headcountCaveats = [
  'The base is the pupils on the roll on the January census day, the third Thursday of January, with a sole or main registration; in alternative provision also those whose main registration is elsewhere. A year without a January yet takes the roll of the extract date.',
  'Who left before that day or came after it can be excluded and is not in the base, so the rate of a small school can pass 100 per 100.',
  'Where the extract of enrolments leaves out pupils who have left, earlier years have too small a base and too high a rate.',
  ...scopeCaveats,
] as const;

export const reasonsCaveat =
  'Up to three reasons are recorded for one event, so reasons add up to more than the events.';
