import type { DuckDBConnection } from '@duckdb/node-api';
import { countJanuaryRoll } from './january_roll';

/**
 * Section 2.4 of the domain rules over raw rows: `suspended` (events that may be counted, each with its
 * pupil and school) and `january_care` (social care of the pupils of `january_pupils`). `persons` must
 * stand (`openReference`).
 */
export async function acceptExclusions(native: DuckDBConnection): Promise<void> {
  await countJanuaryRoll(native);
  await native.run(`
    create table suspended as
    select
      raw.*,
      pupils.* exclude (person_id, file, place, occurrence),
      phase,
      county_schools.district as school_district
    from raw_exclusions as raw
    join pupils using (person_id)
    join county_schools using (school_id)
    -- dates from 2000 to 2100 are read; the first row of a key stands
    where raw.start_date between date '2000-01-01' and date '2100-12-31'
    qualify row_number() over (
      partition by person_id, school_id, start_date, kind order by raw.file, raw.place
    ) = 1`);
  // Social care on 31 March: the first that is true of the pupil.
  const open = (service: string, more = 'true'): string => `exists (
    select 1 from raw_involvements as spell
    where spell.person_id = roll.person_id
      and service = '${service}'
      and ${more}
      and spell.start_date <= make_date(roll.year + 1, 3, 31)
      and (end_date is null or (end_date > make_date(roll.year + 1, 3, 31) and end_date >= start_date)))`;
  await native.run(`
    create table january_care as
    select
      year,
      person_id,
      case
        when ${open('looked_after', "coalesce(legal_status, '') not in ('V1', 'V3', 'V4')")} then 'looked_after'
        when ${open('child_protection')} then 'child_protection'
        when ${open('child_in_need')} then 'child_in_need'
        when ${open('care_leaver')} then 'care_leaver'
        else 'none'
      end as social_care
    from (
      select year, person_id from january_pupils
      union
      select year(start_date) - (month(start_date) < 9)::integer, person_id from suspended
    ) as roll`);
}

/** Events of an academic year, which starts on 1 September. */
export function eventsOf(academicYear: number, kind: 'suspension' | 'permanent'): string {
  return `(select * from suspended
    where kind = '${kind}'
      and start_date >= date '${academicYear}-09-01'
      and start_date < date '${academicYear + 1}-09-01')`;
}

export const inTheTotal = "phase <> 'alternative'";
