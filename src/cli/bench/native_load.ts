import { createEngineTable, engineColumn, engineTableName } from '$lib/contract/engine_form';
import type { Column, Table } from '$lib/contract/table';
import { tableNamed } from '$lib/contract/tables';
import { pointViews, prepareStaging, writeSettings, type LoadedFile } from '$lib/marts/staging';
import type { NativeEngine } from './native_engine';

/**
 * Loads the same files with native DuckDB's own Parquet reader into the same tables: pseudonyms to
 * numbers and codes to code numbers by joins, no other check. What intake does beside it is thereby
 * counted against Waymark.
 */
export async function loadNatively(
  engine: NativeEngine,
  paths: readonly string[],
  districtCodes: readonly string[],
  extractDate: string,
): Promise<void> {
  await prepareStaging(engine);
  const files: (LoadedFile & { path: string; contract: Table })[] = [];
  for (const [index, path] of paths.entries()) {
    const name = /([^/\\]+)$/.exec(path)?.[1] ?? '';
    const contract = tableNamed(/^[^.-]+/.exec(name)?.[0] ?? '');
    if (contract) files.push({ fileNo: index + 1, table: contract.name, path, contract });
  }
  const people = files.find((file) => file.table === 'people');
  if (!people) throw new Error('The benchmark needs a people file.');
  await engine.run(
    `create table person_numbers as
     select person_id, (row_number() over ())::integer as person_no from (select distinct person_id from ${reader(people.path)})`,
  );
  for (const { fileNo, path, contract } of files) {
    await engine.run(createEngineTable(contract, fileNo));
    const present = await columnsOf(engine, path);
    const cells = contract.columns.map((column) => cell(contract, column, present));
    const joins = contract.columns.some((column) => column.type === 'person')
      ? 'left join person_numbers using (person_id)'
      : '';
    const codes =
      contract.name === 'attendance'
        ? 'join register_codes on register_codes.code = extract.code'
        : '';
    await engine.run(
      `insert into ${engineTableName(contract, fileNo)}
       select ${cells.join(', ')} from ${reader(path)} as extract ${joins} ${codes}`,
    );
  }
  await pointViews(engine, files);
  await writeSettings(engine, extractDate, districtCodes);
}

function reader(path: string): string {
  const quoted = `'${path.replaceAll("'", "''")}'`;
  return path.endsWith('.csv')
    ? `read_csv(${quoted}, all_varchar = true)`
    : `read_parquet(${quoted})`;
}

async function columnsOf(engine: NativeEngine, path: string): Promise<ReadonlySet<string>> {
  const answer = await engine.connection.runAndReadAll(`describe select * from ${reader(path)}`);
  return new Set(answer.getRowsJson().map((row) => String(row[0])));
}

function cell(table: Table, column: Column, present: ReadonlySet<string>): string {
  const { type } = engineColumn(table, column);
  if (!present.has(column.name)) return 'null';
  if (table.name === 'attendance' && column.name === 'session') {
    return "(extract.session = 'PM')::utinyint";
  }
  if (table.name === 'attendance' && column.name === 'code') return 'code_no';
  if (column.type === 'person') return 'person_no';
  return `try_cast(extract."${column.name}" as ${type})`;
}
