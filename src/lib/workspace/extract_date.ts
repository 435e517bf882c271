import type { Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql } from '../engine/sql';
import type { FileReport } from '../intake/file_report';

/**
 * The day the extracts stand at, as an ISO date: the latest `extracted_on` of the files. Where no file
 * says, the end of the latest month with a fair share of rows, so that one mistyped date decides nothing.
 * The views `loaded_<table>` must stand.
 */
export async function extractDateOf(
  engine: Engine,
  reports: readonly FileReport[],
): Promise<string> {
  const stated = reports
    .map((report) => report.metadata.extracted_on)
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  if (stated !== undefined) return stated;
  const answer = await engine.ask(sql`
    with
    rows_by_month as (
      select 'attendance' as source, date_trunc('month', date)::date as month, count(*) as found
      from loaded_attendance
      group by all
      union all
      select 'activities', month, count(*)
      from loaded_activities
      group by all
      union all
      select 'involvements', date_trunc('month', start_date)::date, count(*)
      from loaded_involvements
      group by all
      union all
      select 'attendance_totals', make_date(academic_year + 1, 7, 1), count(*)
      from loaded_attendance_totals
      group by all
    )
    select last_day(max(month))::date as extract_date
    from (
      select month, found, max(found) over (partition by source) as most
      from rows_by_month
    ) as rows_by_month_and_most
    where 20 * found >= most`);
  const [row] = openRows<{ extract_date: string | null }>(answer);
  return row?.extract_date ?? '2000-01-01';
}
