import type { DimensionId, Measure } from '../measure';

/** What the measures of the 16-17 cohort share. */
export const neetScope = {
  chapter: 'NEET and participation',
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  denominator: '16-17 year olds (Years 12 and 13), less those in custody',
  periodBases: ['month_end', 'december_to_february'],
  dimensions: [
    'district',
    'year_group',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
  ] satisfies DimensionId[],
  dimensionNotes: {
    district: 'district where the young person lived at the month end',
    year_group: 'by age on 31 August: Years 12 and 13',
  },
  needs: ['people', 'activities'],
  coveredBy: 'activities',
  columns: {},
  source:
    'Department for Education, Participation in education, training and NEET age 16 to 17 by local authority: methodology; NCCIS management information requirement',
} as const satisfies Partial<Measure>;

export const cohortCaveats = [
  'The cohort is academic age 16-17: people aged 16 or 17 on 31 August, wherever they are taught, with primary cohort status.',
  'Education records lapse on 31 August until they are checked again, so not known rises every September: compare with the same month of last year.',
  'The headline is the mean of the month ends of December, January and February; counts of a mean can be fractions.',
] as const;

/** Counts of one status over the months asked for; a headline is the mean of its three month ends. */
export function countsOfStatus(condition: string): string {
  return `select
  {month}
  {dimensions}
  count(*) filter (where ${condition})::double / $months as numerator,
  count(*)::double / $months as denominator
from activity_months
where month between $first_month::date and $last_month::date
  and year_group in (12, 13)
  and status <> 'not_counted'{filters}
group by all
order by all`;
}
