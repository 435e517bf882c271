import { engineColumn } from '../contract/engine_form';
import { columnNamed, type Table } from '../contract/table';
import { tables } from '../contract/tables';
import type { Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql } from '../engine/sql';
import { viewName, type LoadedFile } from './staging';

interface Overlap {
  readonly earlier: number;
  readonly later: number;
  readonly first_month: string;
  readonly last_month: string;
}

/**
 * Fills `repeated_rows` with the rows that repeat the key of an earlier row, in the same file or an
 * earlier one, and answers the files that have some. The views `loaded_<table>` must stand.
 *
 * @param changed the views whose rows differ from the last time; all if left out
 */
export async function findRepeatedRows(
  engine: Engine,
  files: readonly LoadedFile[],
  changed?: ReadonlySet<string>,
): Promise<ReadonlySet<number>> {
  const loaded = new Set(files.map((file) => file.table));
  for (const table of tables) {
    if (changed !== undefined && !changed.has(viewName(table))) continue;
    await engine.run(`delete from repeated_rows where table_name = '${table.name}'`);
    if (!loaded.has(table.name)) continue;
    if (table.name === 'attendance') await findRepeatedSessions(engine, files);
    else await engine.run(repeatedKeys(table));
  }
  const answer = await engine.ask(sql`select distinct file_no from repeated_rows`);
  return new Set(openRows<{ file_no: number }>(answer).map((row) => row.file_no));
}

function repeatedKeys(table: Table): string {
  const names = table.key.length > 0 ? table.key : table.columns.map((column) => column.name);
  const key = names
    .map((name) => `"${engineColumn(table, columnNamed(table, name)).name}"`)
    .join(', ');
  // Keys that occur once are set aside first: putting every row in order would cost far more.
  return `
    insert into repeated_rows
    with
    keys_that_repeat as (
      select ${key}
      from ${viewName(table)}
      group by ${key}
      having count(*) > 1
    ),
    rows_in_order as (
      select file_no, position, row_number() over (partition by ${key} order by file_no, position) as occurrence
      from ${viewName(table)}
      where exists (
        select 1
        from keys_that_repeat
        where ${names
          .map((name) => engineColumn(table, columnNamed(table, name)).name)
          .map(
            (name) =>
              `keys_that_repeat."${name}" is not distinct from ${viewName(table)}."${name}"`,
          )
          .join(' and ')}
      )
    )
    select '${table.name}', file_no, position
    from rows_in_order
    where occurrence > 1`;
}

/**
 * The sessions that a later attendance file hands over again (the same person, school, date and session).
 * Two files can share sessions only where the same school has dates in both, so only those stretches
 * are compared, a month at a time to bound the memory. Within one file the decoder has dropped repeats.
 */
async function findRepeatedSessions(engine: Engine, files: readonly LoadedFile[]): Promise<void> {
  const numbers = files
    .filter((file) => file.table === 'attendance')
    .map((file) => file.fileNo)
    .sort((a, b) => a - b);
  if (numbers.length < 2) return;

  for (const { earlier, later, first_month, last_month } of await overlaps(engine, numbers)) {
    for (let month = first_month; month <= last_month; month = nextMonth(month)) {
      await engine.run(`
        insert into repeated_rows
        select 'attendance', ${later}, repeated.rowid
        from attendance_f${later} as repeated
        where repeated.date between date '${month}' and last_day(date '${month}')
          and exists (
            select 1
            from attendance_f${earlier} as kept
            where kept.date between date '${month}' and last_day(date '${month}')
              and kept.person_no = repeated.person_no
              and kept.school_id = repeated.school_id
              and kept.date = repeated.date
              and kept.session_no = repeated.session_no
          )`);
    }
  }
}

async function overlaps(engine: Engine, numbers: readonly number[]): Promise<Overlap[]> {
  const extents = numbers.map(
    (fileNo) => `
      select
        ${fileNo} as file_no,
        school_id,
        min(date) as first_date,
        max(date) as last_date
      from attendance_f${fileNo}
      group by school_id`,
  );
  await engine.run(
    `create or replace temporary table attendance_extents as ${extents.join('\nunion all\n')}`,
  );
  const answer = await engine.ask(sql`
    select
      a.file_no as earlier,
      b.file_no as later,
      date_trunc('month', min(greatest(a.first_date, b.first_date)))::date as first_month,
      date_trunc('month', max(least(a.last_date, b.last_date)))::date as last_month
    from attendance_extents as a
    join attendance_extents as b
      on b.school_id = a.school_id
      and b.file_no > a.file_no
      and b.first_date <= a.last_date
      and a.first_date <= b.last_date
    group by a.file_no, b.file_no
    order by later, earlier`);
  return openRows<Overlap & Record<string, string | number>>(answer);
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const next = Number(month.slice(5, 7)) + 1;
  return next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`;
}
