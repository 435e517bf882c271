import type { DimensionId, Measure } from '../measure';

/** Characteristics that both the people of the county and those with a service can be split by. */
const peopleDimensions = [
  'district',
  'year_group',
  'sex',
  'ethnic_group',
  'sen',
  'free_school_meals',
] as const satisfies DimensionId[];

/** More characteristics, for measures whose numerator and denominator are of one mart. */
export const spellDimensions = [
  ...peopleDimensions,
  'deprivation',
  'uasc',
] as const satisfies DimensionId[];

const dimensionNotes = {
  district: 'district where the person lives',
  year_group: 'by age on 31 August before the month end',
} as const;

/** What every measure of services shares. */
export const serviceScope = {
  chapter: 'Service involvement',
  polarity: 'neutral',
  dimensions: peopleDimensions,
  dimensionNotes,
  needs: ['people', 'involvements'],
  coveredBy: 'involvements',
  columns: {},
} as const satisfies Partial<Measure>;

const yearGroupAtEndOfPeriod = '($academic_year - turns_0_by_august_of - 4)';

/** Everybody aged 0 to 17 at the last month end of the period who lives in the county: the base of rates. */
export const childrenInCounty = {
  count: 'sum(people)::bigint',
  from: 'people_by_birth_month',
  where: [
    'birth_month > ($last_month::date - interval 18 year)::date',
    'birth_month <= $last_month::date',
  ],
} as const;

/**
 * Everybody aged 0 to 17 at a month end of the period, in the mean of its month ends: the base of what happens
 * in it. The number at one month end would leave out of Year 13 whoever has turned 18 since the event.
 */
export const childrenOverPeriod = {
  count: `sum(
      people * (
        1 + date_diff(
          'month',
          greatest(birth_month, $first_month::date),
          least((birth_month + interval 215 month)::date, $last_month::date)
        )
      )
    ) / (1.0 + date_diff('month', $first_month::date, $last_month::date))`,
  people: 'sum(people)::bigint',
  from: 'people_by_birth_month',
  where: [
    'birth_month > ($first_month::date - interval 18 year)::date',
    'birth_month <= $last_month::date',
  ],
} as const;

/** The columns of `people_by_birth_month` that hold a dimension under another name. */
export const columnsOfChildren = {
  district: 'home_district',
  year_group: yearGroupAtEndOfPeriod,
} as const;

/** What rates of spells that started or ended in a period share: events over the children of the county. */
export const eventScope = {
  ...serviceScope,
  kind: 'rate',
  denominator: 'people aged 0 to 17 in the people extract, the mean of the month ends',
  periodBases: ['month', 'twelve_months', 'academic_year'],
  dimensionNotes: {
    ...dimensionNotes,
    year_group: 'by age on 31 August before the end of the period',
  },
  columns: { year_group: yearGroupAtEndOfPeriod },
  populationColumns: columnsOfChildren,
} as const satisfies Partial<Measure>;

export const extractRateCaveat =
  'The rate is over the people in the extract, not the population estimate of the Office for National Statistics, so it differs from published rates.';

export const neitherCaveat =
  'More involvement is neither good nor bad in itself: it can mean more need, or more help reaching it.';

export const openCaveat =
  'A spell that ends on the last day of the month is not open. A point event, such as a referral, is open on no month end.';

export const partYearCaveat =
  'An academic year that is not over yet counts what happened in it so far.';

export const childrenInNeedMethodology =
  'Department for Education, Children in need: methodology and data guidance';
