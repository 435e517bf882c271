import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleOptions } from './arguments';
import { makeCounty, type County } from './county';
import { academicYearLabel, isoOf } from './dates';
import { writeParquet, type Batch } from './parquet';
import { batchesOf, type Row, type Value } from './rows';
import { readme } from './readme';
import { TABLES, type TableName } from './tables';

/** One file of a county. */
export interface SampleFile {
  file: string;
  table: TableName;
  bytes: number;
  rows: number;
}

/** Reference tables that are written as CSV: small, and often kept by hand. */
const AS_CSV: readonly TableName[] = ['calendar', 'populations', 'targets'];

/** Which of the county's two privacy notices a table is collected under. */
const PURPOSE: Partial<Record<TableName, string>> = {
  activities: 'tracking young people',
  guarantees: 'tracking young people',
  attendance: 'attendance service',
  attendance_totals: 'attendance service',
  exclusions: 'attendance service',
  enforcements: 'attendance service',
  licences: 'attendance service',
};

/** Rows held at a time, and in a row group, of an attendance file. */
const ATTENDANCE_BATCH = 1_000_000;

function metadata(table: TableName, extract: number): Record<string, string> {
  return {
    table,
    source: 'Waymark synthetic sample: every person is invented',
    sample: 'true',
    extracted_on: isoOf(extract),
    purpose: PURPOSE[table] ?? 'tracking young people and attendance service',
    status: 'provisional',
  };
}

function csv(table: TableName, rows: readonly Row[]): string {
  const columns = TABLES[table];
  const cell = (type: string, value: Value) =>
    value === null || value === undefined
      ? ''
      : type === 'date'
        ? isoOf(Number(value))
        : String(value);
  const lines = rows.map((row) => columns.map(({ name, type }) => cell(type, row[name])).join(','));
  return [columns.map(({ name }) => name).join(','), ...lines, ''].join('\n');
}

/**
 * Makes a county and writes it to a folder: a file a table, a file a year of attendance, README.md
 * and manifest.json (the list of files, for programs that cannot list a folder).
 */
export async function writeCounty(
  options: SampleOptions,
  report: (line: string) => void,
): Promise<{ files: SampleFile[]; county: County }> {
  const { out, endYear } = options;
  mkdirSync(out, { recursive: true });
  const files: SampleFile[] = [];
  const add = (file: SampleFile) => {
    files.push(file);
    report(`${file.file}: ${file.rows} rows, ${file.bytes} bytes`);
  };
  const extract = Date.UTC(endYear + 1, 6, 31) / 86_400_000;
  const write = async (
    table: TableName,
    file: string,
    batches: Iterable<Batch>,
    storage: Parameters<typeof writeParquet>[4] = {},
  ) => {
    const path = join(out, file);
    const about = metadata(table, extract);
    add({ file, table, ...(await writeParquet(path, TABLES[table], about, batches, storage)) });
  };
  const county = await makeCounty(
    options,
    {
      year: (year, batches) =>
        write('attendance', `attendance-${academicYearLabel(year)}.parquet`, batches, {
          rowGroup: ATTENDANCE_BATCH,
          narrowCodes: true,
        }),
      totals: (rows) =>
        write(
          'attendance_totals',
          'attendance_totals.parquet',
          batchesOf(TABLES.attendance_totals, rows),
        ),
    },
    ATTENDANCE_BATCH,
  );
  for (const table of Object.keys(TABLES) as TableName[]) {
    if (table === 'attendance' || table === 'attendance_totals') continue;
    const rows = county.tables[table];
    if (AS_CSV.includes(table)) {
      const path = join(out, `${table}.csv`);
      writeFileSync(path, csv(table, rows));
      add({ file: `${table}.csv`, table, bytes: statSync(path).size, rows: rows.length });
    } else await write(table, `${table}.parquet`, batchesOf(TABLES[table], rows));
  }
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(files, null, 2)}\n`);
  writeFileSync(join(out, 'README.md'), readme(options, files, county));
  return { files, county };
}
