import type { DimensionId, Measure } from '../../measure';

/** What the measures of licences share. Nothing national is returned, so nothing can be held against them. */
export const licenceScope = {
  chapter: 'Enforcement and licences',
  polarity: 'neutral',
  periodBases: ['academic_year', 'month', 'twelve_months'],
  dimensions: ['district', 'licence_decision'] satisfies DimensionId[],
  dimensionNotes: { district: 'district recorded with the decision' },
  coveredBy: 'licences',
  columns: {},
} as const satisfies Partial<Measure>;

/** Permits and licences of children: their pseudonyms are looked up, so that the restricted are left out. */
export const needsOfChildren = ['people', 'licences'] as const;

export const childEmploymentLaw =
  'Local count; Children and Young Persons Act 1933, section 18, and the byelaws under it (to be confirmed)';
export const performanceLaw =
  'Local count; Children and Young Persons Act 1963, section 37; Children (Performances and Activities) (England) Regulations 2014';

export const noReturnCaveat =
  'A local count: there is no national return of licences, so no other area can be compared.';

export const adultsCaveat =
  'Most are about adults who can be known locally. A refusal or revocation is disclosive: never show it with the district and month outside the service.';

export const inThePeriod = 'month between $first_month::date and $last_month::date';

/** Children by pseudonym; a row without one is an adult, or a child not told apart, and counts as one. */
export const peopleBehind = 'count(distinct person_no) + count(*) filter (where person_no is null)';
