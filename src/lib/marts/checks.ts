import type { RuleCode } from '../contract/rules';
import type { Table } from '../contract/table';
import { tables } from '../contract/tables';
import { engineColumn } from '../contract/engine_form';
import type { Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql, type Sql } from '../engine/sql';
import { viewName, type LoadedFile } from './staging';

/** What a rule that looks across files found in one file. */
export interface CrossFileFinding {
  readonly rule: RuleCode;
  readonly table: string;
  readonly fileNo: number;
  readonly count: number;
  /** The places of the first rows in the engine's table; none where only the count may be shown. */
  readonly positions: readonly number[];
}

interface FoundRows {
  readonly rule: RuleCode;
  readonly file_no: number;
  readonly found: number;
  readonly positions: string;
}

/**
 * Runs the rules that need more than one file: people who are not in `people`, restricted or past
 * retention, repeated keys, activities that the year group does not allow, schools that are not in
 * `schools`. The marts must stand; they leave the same rows out.
 */
export async function findAcrossFiles(
  engine: Engine,
  files: readonly LoadedFile[],
): Promise<CrossFileFinding[]> {
  const loaded = new Set(files.map((file) => file.table));
  const findings: CrossFileFinding[] = [];
  for (const table of tables.filter(({ name }) => loaded.has(name))) {
    const collect = async (query: ReturnType<Sql>): Promise<void> => {
      const rows = openRows<FoundRows & Record<string, string | number>>(await engine.ask(query));
      findings.push(
        ...rows.map((row) => ({
          rule: row.rule,
          table: table.name,
          fileNo: row.file_no,
          count: row.found,
          // who is restricted must not be findable: only the count is shown
          positions: row.rule === 'restricted' ? [] : row.positions.split(' ').map(Number),
        })),
      );
    };
    const columns = table.columns.map((column) => engineColumn(table, column).name);
    if (columns.includes('person_no') && table.name !== 'restrictions') {
      await collect(peopleLeftOut(table, loaded.has('people')));
    }
    if (columns.includes('school_id') && table.name !== 'schools' && loaded.has('schools')) {
      await collect(schoolsNotListed(table));
    }
    await collect(repeatedRows(table));
    if (table.name === 'activities') await collect(activitiesNotAllowed);
  }
  return findings;
}

const firstPositions = sql`array_to_string(min(position, 20), ' ')`;

function peopleLeftOut(table: Table, peopleLoaded: boolean): ReturnType<Sql> {
  const view = sql.name(viewName(table));
  return sql`
    with
    people_left_out as (
      select
        person_no,
        case
          when person_no in (select person_no from loaded_restrictions) then 'restricted'
          when not ${peopleLoaded} then null
          when person_no not in (select person_no from loaded_people) then 'person_not_in_people'
          when person_no not in (select person_no from people_kept) then 'past_retention'
        end as rule
      from (select distinct person_no from ${summaryOf(table)} where person_no is not null) as people_seen
    )
    select rule, file_no, count(*)::double as found, ${firstPositions} as positions
    from ${view}
    join people_left_out using (person_no)
    where rule is not null
    group by rule, file_no
    order by rule, file_no`;
}

function schoolsNotListed(table: Table): ReturnType<Sql> {
  return sql`
    with
    schools_not_listed as (
      select distinct school_id
      from ${summaryOf(table)}
      where school_id not in (select school_id from loaded_schools)
    )
    select 'school_not_in_schools' as rule, file_no, count(*)::double as found, ${firstPositions} as positions
    from ${sql.name(viewName(table))}
    join schools_not_listed using (school_id)
    group by file_no
    order by file_no`;
}

/** Where the people and schools of a table can be looked up: for the one big table, in the mart that sums it up. */
function summaryOf(table: Table): ReturnType<Sql> {
  return sql.name(table.name === 'attendance' ? 'register_sessions' : viewName(table));
}

/** Three files may hand over one session, so a row can stand in the list twice. */
function repeatedRows(table: Table): ReturnType<Sql> {
  return sql`
    select 'duplicate_key' as rule, file_no, count(*)::double as found, ${firstPositions} as positions
    from (select distinct file_no, position from repeated_rows where table_name = ${table.name}) as repeated
    group by file_no
    order by file_no`;
}

const activitiesNotAllowed = sql`
  select 'activity_not_allowed' as rule, file_no, count(*)::double as found, ${firstPositions} as positions
  from loaded_activities
  join people_kept using (person_no)
  join activity_codes using (activity_code)
  where (activity_group = 'compulsory')
    <> (year(month) - case when month(month) >= 9 then 0 else 1 end - turns_0_by_august_of - 4 <= 11)
  group by file_no
  order by file_no`;
