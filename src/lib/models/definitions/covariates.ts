import { characteristics } from '../../measures/characteristics';
import type { CharacteristicId } from '../../measures/measure';

export interface CovariateLevel {
  readonly value: string;
  readonly label: string;
  /** The people with it, for sentences. */
  readonly who: string;
}

/** A column by which people are told apart: its name in the answers and the levels it can have. */
export interface Covariate {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly CovariateLevel[];
  /** The level that the others are compared with. */
  readonly reference: string;
}

/** The level of who has no other. */
export const UNKNOWN = 'unknown';

const who: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: { F: 'girls and young women', M: 'boys and young men' },
  ethnic_group: {
    white: 'White young people',
    mixed: 'young people of mixed or multiple ethnic groups',
    asian: 'Asian or Asian British young people',
    black: 'Black or Black British young people',
    other: 'young people of any other ethnic group',
  },
  sen: {
    N: 'young people without special educational needs',
    K: 'young people with SEN support',
    E: 'young people with an education, health and care plan',
  },
  free_school_meals: {
    true: 'young people eligible for free school meals in the last six years',
    false: 'young people not eligible for free school meals in the last six years',
  },
  deprivation: {
    1: 'young people of the most deprived fifth of areas',
    2: 'young people of the second most deprived fifth of areas',
    3: 'young people of the middle fifth of areas',
    4: 'young people of the second least deprived fifth of areas',
    5: 'young people of the least deprived fifth of areas',
  },
  english_additional: {
    true: 'young people with English as an additional language',
    false: 'young people with English as their first language',
  },
  prior_attainment: {
    low: 'young people with low prior attainment',
    middle: 'young people with middle prior attainment',
    high: 'young people with high prior attainment',
  },
  social_care: {
    looked_after: 'looked-after young people',
    child_protection: 'young people with a protection plan',
    child_in_need: 'children in need',
    care_leaver: 'care leavers',
    none: 'young people without social care',
  },
  uasc: {
    true: 'unaccompanied asylum-seeking young people',
    false: 'young people who did not come alone to seek asylum',
  },
};

function ofPeople(id: CharacteristicId, reference: string): Covariate {
  const { label, values } = characteristics[id];
  return {
    id,
    label,
    reference,
    levels: Object.entries(values).map(([value, name]) => ({
      value,
      label: name,
      who: who[id]?.[value] ?? `young people recorded as “${name}” (${label.toLowerCase()})`,
    })),
  };
}

/** The characteristics of people; the first go first where there are too few people for all. */
export const characteristicsOfPeople: readonly Covariate[] = [
  ofPeople('sen', 'N'),
  ofPeople('free_school_meals', 'false'),
  ofPeople('social_care', 'none'),
  ofPeople('sex', 'F'),
  ofPeople('prior_attainment', 'high'),
  ofPeople('deprivation', '5'),
  ofPeople('ethnic_group', 'white'),
  ofPeople('english_additional', 'false'),
  ofPeople('uasc', 'false'),
];

/** For a regression of absence: the age at school, in three stages. */
export const stageOfSchool: Covariate = {
  id: 'stage',
  label: 'Stage of school',
  reference: 'to_year_6',
  levels: [
    { value: 'to_year_6', label: 'Up to Year 6', who: 'pupils up to Year 6' },
    { value: 'years_7_to_9', label: 'Years 7 to 9', who: 'pupils of Years 7 to 9' },
    { value: 'years_10_and_11', label: 'Years 10 and 11', who: 'pupils of Years 10 and 11' },
  ],
};

/** For a regression of NEET: what is known of Year 11. */
export const ofYear11: readonly Covariate[] = [
  {
    id: 'persistently_absent',
    label: 'Persistent absence in Year 11',
    reference: 'false',
    levels: [
      { value: 'false', label: 'No', who: 'young people who were not' },
      { value: 'true', label: 'Yes', who: 'young people persistently absent in Year 11' },
      { value: UNKNOWN, label: 'No register of it', who: 'young people without a register of it' },
    ],
  },
  {
    id: 'suspended',
    label: 'Suspended in Year 11',
    reference: 'false',
    levels: [
      { value: 'false', label: 'No', who: 'young people who were not' },
      { value: 'true', label: 'Yes', who: 'young people suspended in Year 11' },
      { value: UNKNOWN, label: 'Not loaded', who: 'young people whose suspensions are not loaded' },
    ],
  },
];

export const yearGroupOfCohort: Covariate = {
  id: 'year_group',
  label: 'Year group',
  reference: '12',
  levels: [
    { value: '12', label: 'Year 12', who: 'young people of Year 12' },
    { value: '13', label: 'Year 13', who: 'young people of Year 13' },
  ],
};
