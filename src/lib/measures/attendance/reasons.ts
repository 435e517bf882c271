import type { Measure } from '../measure';
import { overPopulation } from '../shapes';
import {
  absenceMethodology,
  attendanceScope,
  enrolmentsInScope,
  scopeCaveats,
  sessionsCaveat,
} from './scope';

/** What the measures over `reason_periods`, which has a row an enrolment, period and code, share. */
export const reasonScope = {
  ...attendanceScope,
  source: absenceMethodology,
  // the register's columns have the same names in both marts
  populationColumns: attendanceScope.columns,
  // most codes mean what they meant before August 2024
  breaks: [],
} as const satisfies Partial<Measure>;

/** The rows of `reason_periods` that a measure of sessions or enrolments looks at. */
export const reasonRows = (condition: string) => ({
  from: 'reason_periods',
  where: ['academic_year = $academic_year', 'period = $period', condition, 'phase in ({phases})'],
});

export interface Reason {
  /** Which rows of `reason_periods` have the reason. */
  readonly condition: string;
  /** Whether an enrolment can have several of those rows: several codes. */
  readonly severalCodes?: boolean;
  /** The first academic year of a code that is new. */
  readonly since?: number;
}

type Words = Pick<Measure, 'id' | 'label' | 'definition' | 'numerator'> &
  Partial<Pick<Measure, 'polarity' | 'breaks'>> & { readonly caveats?: readonly string[] };

/** Sessions with one reason as a share of all possible sessions. */
export function sessionsWithReason(
  { condition, severalCodes = false, since }: Reason,
  { caveats = [], ...words }: Words,
): Measure {
  return {
    ...reasonScope,
    ...words,
    denominator: 'possible sessions',
    caveats: [...caveats, ...scopeCaveats, sessionsCaveat],
    sql: overPopulation({
      population: {
        ...populationSince(since),
        count: 'sum(possible)::bigint',
        people: 'count(*)',
      },
      counted: {
        ...reasonRows(condition),
        count: 'sum(sessions)::bigint',
        // a row an enrolment, unless it has a row for each of several codes
        people: severalCodes ? 'count(distinct person_no)' : 'count(*)',
      },
    }),
  };
}

/** Enrolments with at least one session of one code as a share of all enrolments. */
export function enrolmentsWithCode(
  { condition, since }: Omit<Reason, 'severalCodes'>,
  { caveats = [], ...words }: Words,
): Measure {
  return {
    ...reasonScope,
    ...words,
    denominator: 'enrolments',
    caveats: [...caveats, ...scopeCaveats],
    sql: overPopulation({
      population: { ...populationSince(since), count: 'count(*)' },
      counted: { ...reasonRows(condition), count: 'count(*)' },
    }),
  };
}

/** A code that did not exist yet makes no zero: before its first year there is nothing to divide by. */
function populationSince(since: number | undefined) {
  const { from, where } = enrolmentsInScope;
  return { from, where: since === undefined ? where : [...where, `academic_year >= ${since}`] };
}
