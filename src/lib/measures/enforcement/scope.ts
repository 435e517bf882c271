import type { DimensionId, Measure } from '../measure';

/** What every measure of enforcement shares: whose district it is, and by what it can be split. */
export const enforcementScope = {
  chapter: 'Enforcement and licences',
  polarity: 'neutral',
  source: 'Department for Education, Parental responsibility measures: methodology',
  dimensions: [
    'district',
    'home_district',
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
    district:
      'district of the school the pupil was at on the day, or had left last; for education supervision orders and school attendance orders the district where the pupil lives',
    home_district: 'district where the pupil lives',
    phase: 'of the school the pupil was at on the day, or had left last',
    year_group: 'by age on 31 August: age 15 is Year 11',
    social_care: 'on 31 March of the academic year, or on the extract date where that is earlier',
    enforcement_action: 'a prosecution is under the section it was charged with',
    enforcement_outcome: 'as it stands in the extract',
  },
  needs: ['people', 'schools', 'enrolments', 'enforcements'],
  coveredBy: 'enforcements',
  columns: {},
} as const satisfies Partial<Measure>;

export const theFramework = [
  {
    from: '2024-08-19',
    what: 'The national framework for penalty notices began: one threshold for all (10 unauthorised sessions in 10 school weeks), notices of £160 (£80 within 21 days), a second notice to the same parent for the same child within three years at a flat £160, no third. Earlier notices followed local codes of conduct and do not count towards it.',
  },
] as const;

export const frameworkSource =
  'Department for Education, Working together to improve school attendance: the national framework for penalty notices, from 19 August 2024';

export const scopeCaveats = [
  'More enforcement is neither good nor bad in itself: it can mean more absence, or more follow-up of it.',
  'Counts the actions in the extract for pupils of the county’s schools, and for orders pupils who live in the county. A pupil whose school is not known counts under "not known".',
] as const;

export const yearGoingOnCaveat =
  'A year that is going on counts what has happened so far. Compare whole years.';

export const outcomeCaveat =
  'The outcome is the one in the extract. Of recent actions many are still to come, so compare years that are long over.';

/** Where a measure counts actions of a year or of months. */
export const inThePeriod = 'month between $first_month::date and $last_month::date';

/** The pupils behind actions. */
export const peopleBehind = 'count(distinct person_no)';
