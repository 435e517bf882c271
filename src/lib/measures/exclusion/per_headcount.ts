import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { headcountCaveats, overHeadcount } from './scope';

const thisYear = ['academic_year = $academic_year', 'phase in ({phases})'];

/** A year's events over the January headcount. */
export function eventsPerHeadcount({
  column,
  ...words
}: Pick<Measure, 'id' | 'label' | 'definition' | 'unit' | 'numerator' | 'caveats' | 'published'> & {
  /** The column of `exclusion_years` that is added up. */
  readonly column: 'suspensions' | 'permanent_exclusions';
}): Measure {
  return {
    ...overHeadcount,
    ...words,
    caveats: [...words.caveats, ...headcountCaveats],
    sql: inOnePass({
      numerator: `sum(${column})::bigint`,
      denominator: 'sum(on_january_roll)::bigint',
      people: {
        numerator: `count(*) filter (where ${column} > 0)`,
        denominator: 'sum(on_january_roll)::bigint',
      },
      from: 'exclusion_years',
      where: thisYear,
    }),
  };
}

/**
 * The pupils of whom something is true over the January headcount. A rate and not a proportion: a pupil
 * who left before January is above the line and not below it.
 */
export function pupilsPerHeadcount({
  condition,
  ...words
}: Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'caveats' | 'published'> & {
  /** A condition on a row of `exclusion_years`. */
  readonly condition: string;
}): Measure {
  const pupils = `count(*) filter (where ${condition})`;
  const headcount = 'sum(on_january_roll)::bigint';
  return {
    ...overHeadcount,
    ...words,
    unit: 'percent',
    caveats: [...words.caveats, onePupilAtTwoSchools, ...headcountCaveats],
    sql: inOnePass({
      numerator: pupils,
      denominator: headcount,
      // of pupils too, so that the few who were not suspended are hidden as well
      people: { numerator: pupils, denominator: headcount },
      from: 'exclusion_years',
      where: thisYear,
    }),
  };
}

export const onePupilAtTwoSchools =
  'Counts pupils at a school, as the Department for Education does: a pupil whom two schools suspended in the year is counted at each, by what happened there.';
