import type { Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql } from '../engine/sql';

/** Which periods the loaded extracts cover, in the order of time. */
export interface Coverage {
  /** Academic years with registers or census returns; 2024 means 2024/25. */
  readonly absenceYears: readonly number[];
  /** Academic years with a year to date that can be compared; census returns cannot be cut at a day. */
  readonly absenceYearsToDate: readonly number[];
  readonly absenceTerms: readonly { readonly academicYear: number; readonly term: number }[];
  /** First days of the months with positions of the 16-17 cohort. */
  readonly activityMonths: readonly string[];
  /** First days of the months at whose end service spells can be counted. */
  readonly serviceMonths: readonly string[];
  /** The last day with a session, per academic year. */
  readonly lastSession: Readonly<Record<number, string>>;
}

/** Reads from the marts which periods they hold. */
export async function readCoverage(engine: Engine): Promise<Coverage> {
  const periods = openRows<{ academic_year: number; period: string }>(
    await engine.ask(sql`
      select academic_year, period::varchar as period
      from enrolment_periods
      where possible > 0
      group by academic_year, period
      order by academic_year, period`),
  );
  const months = async (query: ReturnType<typeof sql>): Promise<string[]> =>
    openRows<{ month: string }>(await engine.ask(query)).map((row) => row.month);
  return {
    absenceYears: periods.filter((row) => row.period === 'year').map((row) => row.academic_year),
    absenceYearsToDate: periods
      .filter((row) => row.period === 'year_to_date')
      .map((row) => row.academic_year),
    absenceTerms: periods
      .filter((row) => row.period.startsWith('term_'))
      .map((row) => ({ academicYear: row.academic_year, term: Number(row.period.slice(5)) })),
    activityMonths: await months(
      sql`select distinct month::date as month from activity_months where year_group in (12, 13) order by month`,
    ),
    serviceMonths: await months(sql`select month::date as month from month_ends order by month`),
    lastSession: Object.fromEntries(
      openRows<{ academic_year: number; last_date: string }>(
        await engine.ask(
          sql`select academic_year, max(date) as last_date from session_days group by academic_year`,
        ),
      ).map((row) => [row.academic_year, row.last_date]),
    ),
  };
}
