import type { DuckDBConnection } from '@duckdb/node-api';
import { nativeRows } from '../native';
import {
  absentCodes,
  codesSince2024,
  codesUntil2024,
  knownCodes,
  possibleCodes,
} from './register_codes';
import { kentDistricts, listOf } from './reference_county';
import { countsByKey, type CountsByKey } from './counts_by_key';

/**
 * Sessions by enrolment, year and term, from the registers: rules 1.1 and 1.2. The calendar must be there.
 * `persons` must stand (`openReference`).
 */
export async function countSessions(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create table sessions as
    with
    accepted as (
      select * from raw_attendance
      where code in (${listOf(knownCodes)})
        and not (code in (${listOf(codesSince2024)}) and date < date '2024-08-19')
        and not (code in (${listOf(codesUntil2024)}) and date > date '2024-08-18')
    ),
    repeated as (
      select person_id, school_id, date, session, min(file * 1e9 + place) as first_place
      from accepted
      group by all
      having count(*) > 1
    ),
    once as (
      select accepted.*
      from accepted
      left join repeated using (person_id, school_id, date, session)
      where first_place is null or file * 1e9 + place = first_place
    )
    select
      person_id,
      school_id,
      year(date) - (month(date) < 8)::integer as academic_year,
      coalesce(max(raw_calendar.term), 0) as term,
      date,
      count(*) filter (where code in (${listOf(possibleCodes)})) as possible,
      count(*) filter (where code in (${listOf(absentCodes)})) as absent
    from once
    left join raw_calendar on date between raw_calendar.start_date and raw_calendar.end_date
    group by all`);
  await connection.run(`
    create table enrolment_terms as
    select person_id, school_id, academic_year, term, sum(possible) as possible, sum(absent) as absent
    from sessions group by all`);
}

export interface AbsenceQuestion {
  readonly academicYear: number;
  /** A term; null is the whole year. */
  readonly term: number | null;
  /** Columns of the answer: see `columns` below. */
  readonly by: readonly string[];
  /** Alternative provision is in no total; it has a row of its own when split by phase. */
  readonly phases?: readonly string[];
  /** Leaves later sessions out, for the year to date. */
  readonly lastDay?: string;
}

const columns: Readonly<Record<string, string>> = {
  district: 'schools.district',
  home_district: 'persons.home',
  year_group: 'age - 4',
  sex: "coalesce(persons.sex, 'unknown')",
  ethnic_group: 'persons.ethnic_group',
  sen: "coalesce(persons.sen, 'unknown')",
  free_school_meals: "coalesce(persons.free_school_meals::varchar, 'unknown')",
  phase: 'schools.phase',
};

export interface AbsenceCounts {
  readonly overall_absence: CountsByKey;
  readonly persistent_absence: CountsByKey;
  readonly severe_absence: CountsByKey;
}

/** The three absence measures for one period, by group. */
export async function absence(
  connection: DuckDBConnection,
  {
    academicYear,
    term,
    by,
    lastDay,
    phases = ['primary', 'secondary', 'special'],
  }: AbsenceQuestion,
): Promise<AbsenceCounts> {
  const keys = by.map((dimension) => `(${columns[dimension]})::varchar as ${dimension}`);
  const rows = await nativeRows<Record<string, string | number>>(
    connection,
    `with
    aged as (
      -- completed years on 31 August before the year starts
      select *, datesub('year', birth_month, make_date(${academicYear}, 8, 31)) as age from persons
    ),
    term_6 as (select start_date from raw_calendar where academic_year = ${academicYear} and term = 6),
    rolls as (
      select
        person_id,
        school_id,
        min(start_date) as first_day,
        bool_or(boarder) as boarder,
        bool_and(registration = 'guest') as guest
      from raw_enrolments
      where start_date < make_date(${academicYear + 1}, 8, 1)
        and (end_date is null or end_date >= make_date(${academicYear}, 8, 1))
      group by all
    ),
    enrolments as (
      select person_id, school_id, sum(possible) as possible, sum(absent) as absent, min(term) as first_term
      from ${lastDay === undefined ? 'enrolment_terms as sessions' : 'sessions'}
      join aged using (person_id)
      where academic_year = ${academicYear}
        and ${term === null ? 'true' : `term = ${term}`}
        and not (age = 15 and term = 6)
        ${lastDay === undefined ? '' : `and date <= date '${lastDay}'`}
      group by all
    )
    select
      ${[...keys, ''].join(', ')}
      sum(absent)::double as absent,
      sum(possible)::double as possible,
      (count(*) filter (where 10 * absent >= possible))::double as persistent,
      (count(*) filter (where 2 * absent >= possible))::double as severe,
      count(*)::double as enrolments
    from enrolments
    join aged as persons using (person_id)
    join raw_schools as schools using (school_id)
    left join rolls using (person_id, school_id)
    where age between 5 and 15
      and possible > 0
      and schools.district in (${listOf(kentDistricts)})
      and schools.phase in (${listOf(phases)})
      and coalesce(boarder, false) = false
      and coalesce(guest, false) = false
      and not (${term === null} and first_term = 6 and coalesce(first_day >= (select start_date from term_6), true))
    ${by.length === 0 ? 'having count(*) > 0' : 'group by all'}`,
  );
  return {
    overall_absence: countsByKey(rows, by, 'absent', 'possible'),
    persistent_absence: countsByKey(rows, by, 'persistent', 'enrolments'),
    severe_absence: countsByKey(rows, by, 'severe', 'enrolments'),
  };
}
