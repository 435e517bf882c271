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
  const stale = tables.filter((table) => changed === undefined || changed.has(viewName(table)));
  if (stale.length > 0) {
    const names = stale.map(({ name }) => `'${name}'`).join(', ');
    await engine.run(`delete from repeated_rows where table_name in (${names})`);
  }
  const loaded = new Set(files.map((file) => file.table));
  const present = stale.filter(({ name }) => loaded.has(name));
  if (present.some(({ name }) => name === 'attendance')) await findRepeatedSessions(engine, files);
  for (const table of await whereKeysRepeat(engine, present)) await engine.run(repeatedRows(table));
  const answer = await engine.ask(sql`select distinct file_no from repeated_rows`);
  return new Set(openRows<{ file_no: number }>(answer).map((row) => row.file_no));
}

/**
 * The tables in which a key stands more than once. Asked of all at once and apart from which rows they are:
 * as a rule there is none, and putting the rows in order would cost far more.
 */
async function whereKeysRepeat(engine: Engine, among: readonly Table[]): Promise<readonly Table[]> {
  const counted = among.filter(({ name }) => name !== 'attendance');
  if (counted.length === 0) return [];
  const questions = counted.map(
    (table) => `
      select '${table.name}' as table_name
      from (${keysThatRepeat(table)})
      having count(*) > 0`,
  );
  const answer = await engine.ask({ text: questions.join('\nunion all\n'), values: [] });
  const names = openRows<{ table_name: string }>(answer).map((row) => row.table_name);
  return counted.filter(({ name }) => names.includes(name));
}

/** Columns that no two rows may share; all of them where the contract names no key. */
function keyOf(table: Table): string[] {
  const names = table.key.length > 0 ? table.key : table.columns.map((column) => column.name);
  return names.map((name) => engineColumn(table, columnNamed(table, name)).name);
}

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function keysThatRepeat(table: Table): string {
  const key = listed(keyOf(table));
  return `
      select ${key}
      from ${viewName(table)}
      group by ${key}
      having count(*) > 1`;
}

function repeatedRows(table: Table): string {
  const key = keyOf(table);
  const same = key.map((name) => `first_rows."${name}" is not distinct from later."${name}"`);
  // Files in the order in which they were given, and within a file the rows in their order.
  const place = 'file_no * 1000000000000 + position';
  return `
    insert into repeated_rows
    with
    first_rows as (
      select ${listed(key)}, min(${place}) as first_place
      from ${viewName(table)}
      group by ${listed(key)}
      having count(*) > 1
    )
    select '${table.name}', file_no, position
    from ${viewName(table)} as later
    join first_rows on ${same.join(' and ')}
    where ${place} > first_place`;
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
