import type { Engine, Query } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql } from '../engine/sql';

/** Tables whose rows are dated and make no month-end position. */
const yearlyTables = {
  exclusions: 'start_date',
  enforcements: 'date',
  licences: 'date',
} as const;

export type YearlyTable = keyof typeof yearlyTables | 'guarantees' | 'registers';

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
  /** First day of the last month that is over at the extract date; null with nothing loaded. */
  readonly lastMonth: string | null;
  /** Academic years with rows, by table. */
  readonly years: Readonly<Record<YearlyTable, readonly number[]>>;
  /** The last day with a session, per academic year. */
  readonly lastSession: Readonly<Record<number, string>>;
}

/** The marts that coverage is read from, as far as their extracts are loaded. */
export function martsOfCoverage(loaded: ReadonlySet<string>): string[] {
  const registers = loaded.has('attendance');
  return [
    ...(registers ? ['session_days'] : []),
    ...(registers || loaded.has('attendance_totals') ? ['enrolment_periods'] : []),
    ...(loaded.has('activities') ? ['activity_months'] : []),
    ...(loaded.has('involvements') ? ['month_ends'] : []),
  ];
}

/** Nothing is loaded yet. */
export const nothingCovered: Coverage = {
  absenceYears: [],
  absenceYearsToDate: [],
  absenceTerms: [],
  activityMonths: [],
  serviceMonths: [],
  lastMonth: null,
  years: { exclusions: [], enforcements: [], licences: [], guarantees: [], registers: [] },
  lastSession: {},
};

/** Reads which periods the loaded extracts cover. The marts of `martsOfCoverage` must stand. */
export async function readCoverage(engine: Engine, loaded: ReadonlySet<string>): Promise<Coverage> {
  const read = martsOfCoverage(loaded);
  const ask = async <Row extends Record<string, string | number>>(
    mart: string,
    query: Query,
  ): Promise<Row[]> => (read.includes(mart) ? openRows<Row>(await engine.ask(query)) : []);
  const periods = await ask<{ academic_year: number; period: string }>(
    'enrolment_periods',
    sql`
      select academic_year, period::varchar as period
      from enrolment_periods
      where possible > 0
      group by academic_year, period
      order by academic_year, period`,
  );
  const activityMonths = await ask<{ month: string }>(
    'activity_months',
    sql`select distinct month::date as month from activity_months where year_group in (12, 13) order by month`,
  );
  const serviceMonths = await ask<{ month: string }>(
    'month_ends',
    sql`select month::date as month from month_ends order by month`,
  );
  const lastSessions = await ask<{ academic_year: number; last_date: string }>(
    'session_days',
    sql`select academic_year, max(date) as last_date from session_days group by academic_year order by academic_year`,
  );
  return {
    absenceYears: periods.filter((row) => row.period === 'year').map((row) => row.academic_year),
    absenceYearsToDate: periods
      .filter((row) => row.period === 'year_to_date')
      .map((row) => row.academic_year),
    absenceTerms: periods
      .filter((row) => row.period.startsWith('term_'))
      .map((row) => ({ academicYear: row.academic_year, term: Number(row.period.slice(5)) })),
    activityMonths: activityMonths.map(({ month }) => month),
    serviceMonths: serviceMonths.map(({ month }) => month),
    lastMonth: loaded.size === 0 ? null : await readLastMonth(engine),
    years: {
      ...(await readYears(engine, loaded)),
      registers: lastSessions.map((row) => row.academic_year),
    },
    lastSession: Object.fromEntries(lastSessions.map((row) => [row.academic_year, row.last_date])),
  };
}

async function readLastMonth(engine: Engine): Promise<string | null> {
  const answer = await engine.ask(sql`
    select (date_trunc('month', extract_date + interval 1 day)::date - interval 1 month)::date as month
    from settings`);
  return openRows<{ month: string }>(answer)[0]?.month ?? null;
}

async function readYears(
  engine: Engine,
  loaded: ReadonlySet<string>,
): Promise<Omit<Coverage['years'], 'registers'>> {
  const years = async (table: string, query: Query): Promise<number[]> =>
    loaded.has(table)
      ? openRows<{ academic_year: number }>(await engine.ask(query)).map((row) => row.academic_year)
      : [];
  const dated = (table: keyof typeof yearlyTables): Promise<number[]> => {
    const date = sql.name(yearlyTables[table]);
    return years(
      table,
      sql`
        select distinct (year(${date}) - case when month(${date}) >= 9 then 0 else 1 end)::integer as academic_year
        from ${sql.name(`loaded_${table}`)}
        order by academic_year`,
    );
  };
  return {
    exclusions: await dated('exclusions'),
    enforcements: await dated('enforcements'),
    licences: await dated('licences'),
    guarantees: await years(
      'guarantees',
      sql`select distinct academic_year::integer as academic_year from loaded_guarantees order by academic_year`,
    ),
  };
}
