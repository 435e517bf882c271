import type { DimensionId, Measure, SomeKinds } from '../measure';
import { activityCodes } from '../../contract/activity_codes';
import { inOnePass } from '../shapes';

/** The characteristics that every mart of the 16-17 cohort carries. */
export const cohortDimensions = [
  'district',
  'year_group',
  'sex',
  'ethnic_group',
  'sen',
  'free_school_meals',
  'deprivation',
  'prior_attainment',
  'social_care',
  'level_of_need',
  'vulnerable_group',
  'uasc',
] as const satisfies readonly DimensionId[];

export const cohortDimensionNotes = {
  district: 'district where the young person lived at the month end',
  year_group: 'by age on 31 August: Years 12 and 13',
  sen: 'as the people extract has it now, not at the month end',
  social_care:
    'spells open at the month end; who has several counts under the first of looked after, protection plan, child in need, care leaver. Short breaks are no period of care, and nobody is looked after from the 18th birthday',
  level_of_need: 'as recorded at the month end',
  vulnerable_group:
    'by characteristics recorded at the month end: looked after, refugee or asylum seeker, carer, substance misuse, care leaver, supervised by youth justice, parent not caring for own child, alternative provision, mental health. Pregnant young people and parents who care for their child are not in it',
} as const;

export const nccisSource =
  'Department for Education, Participation in education, training and NEET age 16 to 17 by local authority: methodology; NCCIS management information requirement';

/**
 * The groups of activities that count as a status, by which `destinations` splits the same people.
 *
 * @param statuses of the NCCIS activity codes
 */
export function inDestinations(...statuses: readonly string[]): SomeKinds {
  const groups = activityCodes
    .filter(({ neet_status }) => statuses.includes(neet_status))
    .map(({ group }) => group);
  return { measure: 'destinations', kind: 'activity_group', codes: [...new Set(groups)] };
}

/** Whoever is NEET or not known is one of the two. */
export const neetAndNotKnown = {
  whole: 'neet_or_not_known',
  parts: ['neet', 'not_known'],
} as const;

/** What the measures of the 16-17 cohort share. */
export const neetScope = {
  chapter: 'NEET and participation',
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  denominator: '16-17 year olds (Years 12 and 13), less those in custody',
  periodBases: ['month_end', 'december_to_february'],
  dimensions: cohortDimensions,
  dimensionNotes: cohortDimensionNotes,
  needs: ['people', 'activities'],
  coveredBy: 'activities',
  columns: {},
  source: nccisSource,
} as const satisfies Partial<Measure>;

const cohortIs =
  'The cohort is academic age 16-17: people aged 16 or 17 on 31 August, wherever they are taught, with primary cohort status.';

export const lapseCaveat =
  'Education records lapse on 31 August until they are checked again, so not known rises every September: compare with the same month of last year.';

/** What must be said of any position at a month end, and of one that has no winter headline. */
export const monthEndCaveats = [cohortIs, lapseCaveat] as const;

export const cohortCaveats = [
  ...monthEndCaveats,
  'The headline is the mean of the month ends of December, January and February; counts of a mean can be fractions.',
] as const;

/** What the three readings of the same month end say together. */
export const bandCaveat =
  'Nobody can say what the not-known do. NEET counts none of them as NEET and is the lowest the rate can be; NEET of the known takes them to be like the others; NEET or not known counts them all and is the highest.';

/** The rows of the 16-17 cohort over the months asked for. */
export const cohortRows = {
  from: 'activity_months',
  where: [
    'month between $first_month::date and $last_month::date',
    'year_group in (12, 13)',
    "status <> 'not_counted'",
  ],
} as const;

/** Counts of one status over the months asked for; a headline is the mean of its three month ends. */
export function countsOfStatus(condition: string): string {
  return countsAmong(condition, []);
}

/** The same among those of the cohort who meet further conditions. */
export function countsAmong(
  condition: string,
  among: readonly string[],
  from: string = cohortRows.from,
): string {
  return meanOfMonths(condition, { from, where: [...cohortRows.where, ...among] });
}

/** The mean over the months asked for of those who meet a condition and of all. */
export function meanOfMonths(
  condition: string,
  rows: { readonly from: string; readonly where: readonly string[] },
): string {
  return inOnePass({
    numerator: `count(*) filter (where ${condition})::double / $months`,
    denominator: 'count(*)::double / $months',
    ...rows,
  });
}
