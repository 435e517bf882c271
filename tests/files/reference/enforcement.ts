import type { DuckDBConnection } from '@duckdb/node-api';
import { countJanuaryRoll } from './january_roll';
import { kentDistricts, listOf } from './reference_county';
import {
  absentCodes,
  codesSince2024,
  codesUntil2024,
  knownCodes,
  possibleCodes,
} from './register_codes';

/**
 * Sections 2.1 to 2.3 of the domain rules over raw rows: `acted` (actions that may be counted, each with
 * the place it counts in), `framework_notices` (penalty notices under the national framework in the order
 * of a parent and child) and `register_of_acted` (sessions of those pupils). `persons` must stand.
 */
export async function acceptEnforcement(native: DuckDBConnection): Promise<void> {
  await countJanuaryRoll(native);
  await native.run(`
    create table acted as
    with
    rows_kept as (
      select * from raw_enforcements
      where date between date '2000-01-01' and date '2100-12-31'
      qualify row_number() over (partition by person_id, date, action, parent order by file, place) = 1
    ),
    at_school as (
      select
        rows_kept.*,
        (
          select school_id
          from raw_enrolments as spell
          where spell.person_id = rows_kept.person_id and spell.start_date <= rows_kept.date
          order by
            -- on the roll that day, at the main school before others; else the last one left
            coalesce(end_date, date '2100-01-01') >= rows_kept.date desc,
            case when end_date < rows_kept.date then 0 else list_position(['sole', 'main', 'dual', 'guest'], coalesce(registration, 'sole')) // 2 end,
            case when end_date < rows_kept.date then end_date end desc,
            start_date desc,
            school_id
          limit 1
        ) as school_id
      from rows_kept
    )
    select
      at_school.* exclude (file, place),
      pupils.* exclude (person_id, file, place, occurrence),
      coalesce(phase, 'unknown') as phase,
      case
        when action in ('education_supervision_order', 'school_attendance_order') then home
        else coalesce(schools.district, 'unknown')
      end as acts
    from at_school
    join pupils using (person_id)
    left join raw_schools as schools using (school_id)
    where acts in ('unknown', ${listOf(kentDistricts)})`);
  // Going through the notices of a parent and child in order, one at a time.
  await native.run(`
    create table framework_notices as
    with
    lists as (
      select person_id, parent, list(date order by date) as dates
      from acted
      where action = 'penalty_notice'
        and date > date '2024-08-18'
        and coalesce(outcome, 'none') <> 'withdrawn'
        and coalesce(reason, 'none') <> 'excluded_in_public'
        and parent is not null
      group by all
    ),
    each_notice as (select *, unnest(dates) as date from lists)
    select
      each_notice.person_id,
      each_notice.parent,
      each_notice.date,
      acted.offence_number,
      acted.acts,
      acted.sex,
      1 + len(list_filter(dates, other -> other < each_notice.date and datesub('year', other, each_notice.date) < 3)) as nth
    from each_notice
    join acted on acted.person_id = each_notice.person_id
      and acted.parent = each_notice.parent
      and acted.date = each_notice.date
      and acted.action = 'penalty_notice'`);
  await native.run(`
    create table register_of_acted as
    select person_id, date, code in (${listOf(absentCodes)}) as absent, code in (${listOf(possibleCodes)}) as possible
    from raw_attendance
    where person_id in (select person_id from acted)
      and code in (${listOf(knownCodes)})
      and not (code in (${listOf(codesSince2024)}) and date < date '2024-08-19')
      and not (code in (${listOf(codesUntil2024)}) and date > date '2024-08-18')
    qualify row_number() over (partition by person_id, school_id, date, session order by file, place) = 1`);
}
