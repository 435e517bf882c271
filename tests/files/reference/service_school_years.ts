import type { DuckDBConnection } from '@duckdb/node-api';
import { countSessions } from './absence';
import { kentDistricts, listOf } from './reference_county';

/**
 * People of Reception to Year 11 in the county in 2024/25: whether any enrolment that counts was
 * persistently absent (null without one), their suspensions, and the services open at the end of July.
 * `spells` and `raw_attendance` must stand.
 */
export async function countSchoolYears(connection: DuckDBConnection): Promise<void> {
  const [{ sessions } = { sessions: 0 }] = (
    await connection.runAndReadAll(
      "select count(*)::double as sessions from duckdb_tables() where table_name = 'enrolment_terms'",
    )
  ).getRowObjectsJS() as { sessions: number }[];
  if (sessions === 0) await countSessions(connection);
  await connection.run(`
    create table school_people as
    with
    aged as (
      select *, datesub('year', birth_month, date '2024-08-31') as age from persons where in_county
    ),
    rolls as (
      select
        person_id,
        school_id,
        min(start_date) as first_day,
        bool_or(boarder) as boarder,
        bool_and(registration = 'guest') as guest
      from raw_enrolments
      where start_date < date '2025-09-01' and coalesce(end_date >= date '2024-08-01', true)
      group by all
    ),
    enrolments as (
      select person_id, school_id, sum(possible) as possible, sum(absent) as absent, min(term) as first_term
      from enrolment_terms
      join aged using (person_id)
      where academic_year = 2024 and not (age = 15 and term = 6)
      group by all
    ),
    counted as (
      select person_id, bool_or(absent * 10 >= possible) as persistent
      from enrolments
      join aged using (person_id)
      join raw_schools as schools using (school_id)
      left join rolls using (person_id, school_id)
      where age between 5 and 15
        and possible > 0
        and schools.district in (${listOf(kentDistricts)})
        and schools.phase <> 'alternative'
        and not coalesce(boarder, false)
        and not coalesce(guest, false)
        and not (
          first_term = 6
          and coalesce(
            first_day >= (select start_date from raw_calendar where academic_year = 2024 and term = 6),
            true
          )
        )
      group by all
    ),
    suspended as (
      select person_id, count(*) as times
      from (select distinct person_id, school_id, start_date from raw_exclusions where kind = 'suspension')
      where start_date between date '2024-09-01' and date '2025-08-31'
      group by all
    ),
    open_now as (
      select person_id, list(distinct service) as services from open_on(date '2025-07-31') group by all
    )
    select
      aged.*,
      age - 4 as year_group,
      persistent,
      coalesce(times, 0) as times,
      coalesce(services, []) as services
    from aged
    left join counted using (person_id)
    left join suspended using (person_id)
    left join open_now using (person_id)
    where age between 4 and 15`);
}
