import type { Described } from './dimension';
import type { CharacteristicId } from './dimension_ids';

const yearGroups = Object.fromEntries(
  Array.from({ length: 16 }, (_, index): [string, string] => {
    const yearGroup = index - 1;
    if (yearGroup === -1) return ['-1', 'Nursery'];
    if (yearGroup === 0) return ['0', 'Reception'];
    return [String(yearGroup), `Year ${yearGroup}`];
  }),
);

const yesOrNo = { true: 'Yes', false: 'No', unknown: 'Not known' } as const;

/** Districts are named by the county module, schools by their extract. */
export const characteristics: Readonly<Record<CharacteristicId, Described>> = {
  district: { label: 'District', values: { unknown: 'Not known' } },
  home_district: { label: 'Home district', values: { unknown: 'Not known' } },
  year_group: { label: 'Year group', values: yearGroups },
  sex: {
    label: 'Sex',
    values: { F: 'Female', M: 'Male', U: 'Unknown', W: 'Not specified', unknown: 'Not recorded' },
  },
  ethnic_group: {
    label: 'Ethnic group',
    values: {
      asian: 'Asian or Asian British',
      black: 'Black or Black British',
      mixed: 'Mixed or multiple',
      white: 'White',
      other: 'Any other',
      unknown: 'Not known',
    },
  },
  sen: {
    label: 'Special educational needs',
    values: {
      N: 'No identified need',
      K: 'SEN support',
      E: 'Education, health and care plan',
      unknown: 'Not known',
    },
  },
  free_school_meals: {
    label: 'Free school meals in the last six years',
    values: { true: 'Eligible', false: 'Not eligible', unknown: 'Not known' },
  },
  school: { label: 'School', values: {} },
  english_additional: { label: 'English as an additional language', values: yesOrNo },
  deprivation: {
    label: 'Deprivation of the home area',
    values: {
      1: 'Most deprived fifth',
      2: 'Second fifth',
      3: 'Middle fifth',
      4: 'Fourth fifth',
      5: 'Least deprived fifth',
      unknown: 'Not known',
    },
  },
  prior_attainment: {
    label: 'Prior attainment',
    values: { low: 'Low', middle: 'Middle', high: 'High', unknown: 'Not known' },
  },
  social_care: {
    label: 'Social care',
    values: {
      looked_after: 'Looked after',
      child_protection: 'Protection plan',
      child_in_need: 'Child in need',
      care_leaver: 'Care leaver',
      none: 'None of these',
    },
  },
  home_educated: { label: 'Electively home educated', values: yesOrNo },
  uasc: { label: 'Unaccompanied asylum-seeking child', values: yesOrNo },
  level_of_need: {
    label: 'Level of need',
    values: { 1: 'Intensive', 2: 'Extra', 3: 'Minimum', unknown: 'Not recorded' },
  },
  vulnerable_group: {
    label: 'Vulnerable group, as the Department for Education has it',
    values: { true: 'In the group', false: 'Not in the group', unknown: 'Not known' },
  },
  phase: {
    label: 'School phase',
    values: {
      primary: 'Primary',
      secondary: 'Secondary',
      special: 'Special',
      alternative: 'Alternative provision',
      unknown: 'Not known',
    },
  },
};
