import type { DuckDBConnection } from '@duckdb/node-api';
import {
  absentCodes,
  codesSince2024,
  codesUntil2024,
  knownCodes,
  possibleCodes,
} from './register_codes';
import { kentDistricts, listOf } from './reference_county';

/**
 * Makes, from the raw rows, what the questions about attendance read: every mark on a register once
 * (`attendance_marks`), pupils as they were in each academic year (`attendance_pupils`), and sessions by
 * enrolment, term and code (`attendance_counts`) of enrolments that belong in the national statistics.
 */
export async function readRegisters(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create table attendance_marks as
    select
      person_id,
      school_id,
      date,
      session,
      -- contract, rule 3: of repeated rows the first counts
      arg_min(code, file * 1e9 + place) as code
    from raw_attendance
    where code in (${listOf(knownCodes)})
      and not (code in (${listOf(codesSince2024)}) and date < date '2024-08-19')
      and not (code in (${listOf(codesUntil2024)}) and date > date '2024-08-18')
    group by person_id, school_id, date, session`);
  await connection.run(`
    create table attendance_pupils as
    select
      academic_year,
      person_id,
      datesub('year', birth_month, make_date(academic_year, 8, 31)) as age,
      (age - 4)::varchar as year_group,
      home as home_district,
      coalesce(sex, 'unknown') as sex,
      ethnic_group,
      coalesce(sen, 'unknown') as sen,
      coalesce(free_school_meals::varchar, 'unknown') as free_school_meals,
      coalesce(english_additional::varchar, 'unknown') as english_additional,
      coalesce(ceil(idaci_decile / 2)::integer::varchar, 'unknown') as deprivation,
      coalesce(prior_attainment, 'unknown') as prior_attainment,
      coalesce(uasc, false)::varchar as uasc,
      coalesce(
        (
          select arg_min(service, list_position(['looked_after', 'child_protection', 'child_in_need', 'care_leaver'], service))
          from raw_involvements as spell
          where spell.person_id = persons.person_id
            and service in ('looked_after', 'child_protection', 'child_in_need', 'care_leaver')
            and start_date <= make_date(academic_year + 1, 3, 31)
            and (end_date is null or end_date > make_date(academic_year + 1, 3, 31))
            and not (service = 'looked_after' and coalesce(legal_status, '') in ('V1', 'V3', 'V4'))
        ),
        'none'
      ) as social_care
    from persons
    cross join (values (2023), (2024)) as years (academic_year)
    where age between 5 and 15`);
  await connection.run(`
    create table attendance_register as
    with
    marks as (
      select
        marks.*,
        calendar.term,
        year(date) - (month(date) < 8)::integer as academic_year
      from attendance_marks as marks
      left join raw_calendar as calendar on date between calendar.start_date and calendar.end_date
    ),
    rolls as (
      select
        academic_year,
        person_id,
        school_id,
        min(start_date) as first_day,
        bool_or(boarder) as boarder,
        bool_and(registration = 'guest') as guest
      from raw_enrolments
      join (values (2023), (2024)) as years (academic_year)
        on start_date < make_date(academic_year + 1, 8, 1)
        and (end_date is null or end_date >= make_date(academic_year, 8, 1))
      group by all
    )
    select
      academic_year,
      person_id,
      school_id,
      schools.district,
      schools.phase,
      term,
      code,
      date,
      session,
      first_day
    from marks
    join attendance_pupils as pupils using (person_id, academic_year)
    join raw_schools as schools using (school_id)
    left join rolls using (person_id, school_id, academic_year)
    where schools.district in (${listOf(kentDistricts)})
      and coalesce(boarder, false) = false
      and coalesce(guest, false) = false
      and not (age = 15 and coalesce(term, 0) = 6)`);
  await connection.run(`
    create table attendance_counts as
    select
      academic_year,
      person_id,
      school_id,
      district,
      phase,
      coalesce(term, 0) as term,
      code,
      min(first_day) as first_day,
      count(*) as sessions
    from attendance_register
    group by all`);
}

export interface Enrolments {
  readonly year: number;
  /** The whole year if left out. */
  readonly term?: number;
  /** Codes whose sessions are counted in the column `found`. */
  readonly codes?: readonly string[];
  /** Alternative provision is in no total; it has a row of its own when split by phase. */
  readonly withAlternative?: boolean;
}

/**
 * A query of the enrolments of one period, rules 1.2: their possible and missed sessions, the sessions
 * `found` with some codes, and what is known of pupil and school.
 */
export function enrolmentsIn({
  year,
  term,
  codes = absentCodes,
  withAlternative = false,
}: Enrolments): string {
  const wholeYear = term === undefined;
  return `(
    select
      pupils.*,
      school_id,
      school_id::varchar as school,
      district,
      phase,
      possible,
      absent,
      found
    from (
      select
        person_id,
        school_id,
        district,
        phase,
        sum(sessions) filter (where code in (${listOf(possibleCodes)})) as possible,
        coalesce(sum(sessions) filter (where code in (${listOf(absentCodes)})), 0) as absent,
        coalesce(sum(sessions) filter (where code in (${listOf(codes)})), 0) as found,
        min(term) as first_term,
        min(first_day) as first_day
      from attendance_counts
      where academic_year = ${year} ${wholeYear ? '' : `and term = ${term}`}
      group by all
    )
    join attendance_pupils as pupils using (person_id)
    where pupils.academic_year = ${year}
      and possible > 0
      ${withAlternative ? '' : "and phase <> 'alternative'"}
      ${
        wholeYear
          ? `and not (first_term = 6 and coalesce(first_day, date '9999-01-01') >= (
              select start_date from raw_calendar where academic_year = ${year} and term = 6
            ))`
          : ''
      }
  )`;
}
