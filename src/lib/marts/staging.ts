import { activityCodes } from '../contract/activity_codes';
import { createEngineTable, createEngineTypes, engineTableName } from '../contract/engine_form';
import { ethnicGroupOf } from '../contract/ethnic_groups';
import { registerCodes } from '../contract/register_codes';
import type { Table } from '../contract/table';
import { tables } from '../contract/tables';
import type { Engine } from '../engine/engine';

/** A file as it stands in the engine. */
export interface LoadedFile {
  readonly fileNo: number;
  readonly table: string;
}

/** Makes the engine ready for files: the code tables, the enum types, an empty table of each kind. */
export async function prepareStaging(engine: Engine): Promise<void> {
  const codes = rowsOf(
    registerCodes.map((each) => [
      each.code_no,
      text(each.code),
      text(each.label),
      text(each.class),
      each.possible,
      each.attending,
    ]),
  );
  const activities = rowsOf(
    activityCodes.map((each) => [
      each.code,
      text(each.label),
      text(each.group),
      text(each.neet_status),
      each.participating,
      text(each.duty_status),
    ]),
  );
  const groups = rowsOf([...ethnicGroupOf].map(([code, group]) => [text(code), text(group)]));
  // One trip to the engine's worker for many small statements.
  await engine.run(`
    ${createEngineTypes()}
    create table register_codes (code_no utinyint, code varchar, label varchar, class varchar, possible boolean, attending boolean);
    insert into register_codes values ${codes};
    create table activity_codes (activity_code smallint, label varchar, activity_group varchar, neet_status varchar, participating boolean, duty varchar);
    insert into activity_codes values ${activities};
    create table ethnic_groups (ethnicity varchar, ethnic_group varchar);
    insert into ethnic_groups values ${groups};
    create table repeated_rows (table_name varchar, file_no integer, position bigint);
    -- File number 0 is the empty file of each table, so that every view has its columns.
    ${tables.map((table) => createEngineTable(table, 0)).join('\n')}`);
  await pointViews(engine, []);
}

/**
 * Points the views `loaded_<table>` at the files, with `file_no` and `position` (the row's place in
 * the engine's table), less the rows in `repeated_rows`.
 *
 * @param withRepeats the files that have rows in `repeated_rows`
 * @param changed the views to point anew; all if left out
 */
export async function pointViews(
  engine: Engine,
  files: readonly LoadedFile[],
  withRepeats: ReadonlySet<number> = new Set(),
  changed?: ReadonlySet<string>,
): Promise<void> {
  const stale = tables.filter((table) => changed === undefined || changed.has(viewName(table)));
  if (stale.length === 0) return;
  const views = stale.map((table) => {
    const loaded = [
      0,
      ...files.filter((file) => file.table === table.name).map((file) => file.fileNo),
    ];
    const parts = loaded.map((fileNo) => {
      const rows = `select ${fileNo} as file_no, rowid as position, * from ${engineTableName(table, fileNo)}`;
      // Only a file that repeats another's rows pays for looking each row up.
      return withRepeats.has(fileNo)
        ? `${rows}\nwhere rowid not in (select position from repeated_rows where file_no = ${fileNo})`
        : rows;
    });
    return `create or replace view ${viewName(table)} as\n${parts.join('\nunion all\n')};`;
  });
  await engine.run(views.join('\n'));
}

/** The day the extracts stand at and the county's districts, which marts read as tables. */
export async function writeSettings(
  engine: Engine,
  extractDate: string,
  districtCodes: readonly string[],
): Promise<void> {
  await engine.run(
    `create or replace table settings as select date ${text(extractDate)} as extract_date`,
  );
  await engine.run(
    `create or replace table county_districts as select unnest([${districtCodes.map(text).join(', ')}]) as district_code`,
  );
}

export function viewName(table: Table): string {
  return `loaded_${table.name}`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function rowsOf(rows: readonly (readonly (string | number | boolean)[])[]): string {
  return rows.map((cells) => `(${cells.join(', ')})`).join(', ');
}
