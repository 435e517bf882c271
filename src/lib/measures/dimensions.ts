import type { DimensionId } from './measure';

/** A characteristic as people read it: its name and the words for its codes. */
export interface Dimension {
  readonly id: DimensionId;
  readonly label: string;
  /** Words for each code, in the order in which groups are shown; codes not listed here are shown as they are. */
  readonly values: Readonly<Record<string, string>>;
}

const yearGroups = Object.fromEntries(
  Array.from({ length: 16 }, (_, index): [string, string] => {
    const yearGroup = index - 1;
    if (yearGroup === -1) return ['-1', 'Nursery'];
    if (yearGroup === 0) return ['0', 'Reception'];
    return [String(yearGroup), `Year ${yearGroup}`];
  }),
);

/** Every dimension. Districts are named by the county module, services by the contract's codes. */
export const dimensions: Readonly<Record<DimensionId, Dimension>> = {
  district: { id: 'district', label: 'District', values: { unknown: 'Not known' } },
  home_district: { id: 'home_district', label: 'Home district', values: { unknown: 'Not known' } },
  year_group: { id: 'year_group', label: 'Year group', values: yearGroups },
  sex: {
    id: 'sex',
    label: 'Sex',
    values: { F: 'Female', M: 'Male', U: 'Unknown', W: 'Not specified', unknown: 'Not recorded' },
  },
  ethnic_group: {
    id: 'ethnic_group',
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
    id: 'sen',
    label: 'Special educational needs',
    values: {
      N: 'No identified need',
      K: 'SEN support',
      E: 'Education, health and care plan',
      unknown: 'Not known',
    },
  },
  free_school_meals: {
    id: 'free_school_meals',
    label: 'Free school meals in the last six years',
    values: { true: 'Eligible', false: 'Not eligible', unknown: 'Not known' },
  },
  phase: {
    id: 'phase',
    label: 'School phase',
    values: {
      primary: 'Primary',
      secondary: 'Secondary',
      special: 'Special',
      alternative: 'Alternative provision',
      unknown: 'Not known',
    },
  },
  service: {
    id: 'service',
    label: 'Service',
    values: {
      contact: 'Contact',
      referral: 'Referral',
      assessment: 'Assessment',
      section_47: 'Section 47 enquiry',
      early_help: 'Early Help',
      child_in_need: 'Child in need',
      child_protection: 'Protection plan',
      looked_after: 'Looked after',
      care_leaver: 'Care leaver',
      youth_justice: 'Youth justice',
      send_plan: 'EHC plan',
      attendance_casework: 'Attendance casework',
      neet_support: 'NEET support',
      virtual_school: 'Virtual School',
      specialist_teaching: 'Specialist teaching',
      education_safeguarding: 'Education safeguarding',
      mental_health: 'Mental health',
      youth_service: 'Youth service',
      health: 'Health',
      housing: 'Housing',
      police: 'Police',
      other: 'Other service',
    },
  },
};
