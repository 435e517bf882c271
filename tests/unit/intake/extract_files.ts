import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import type { Decoder, NamedBlob } from '$lib/intake/decoder';
import { decoderHere } from '$lib/intake/decoder_here';
import { FileRefused, type FileReport } from '$lib/intake/file_report';

const connection: DuckDBConnection = await (await DuckDBInstance.create(':memory:')).connect();

/** The bytes that native DuckDB writes for a select; nothing stays on disk. @param options of its COPY */
async function written(select: string, options: string): Promise<Buffer<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-intake-'));
  try {
    const path = join(folder, 'extract');
    await connection.run(`copy (${select}) to '${path}' (${options})`);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A Blob with a name, as a file picker gives it. */
export function named(parts: BlobPart[], name: string): NamedBlob {
  return Object.defineProperty(new Blob(parts), 'name', { value: name }) as NamedBlob;
}

/** A Parquet file written by native DuckDB from a select. @param options of DuckDB's COPY */
export async function parquet(name: string, select: string, options = ''): Promise<NamedBlob> {
  return named([await written(select, `format parquet${options ? `, ${options}` : ''}`)], name);
}

/** A CSV file written by native DuckDB from a select. */
export async function csv(name: string, select: string): Promise<NamedBlob> {
  return named([await written(select, 'format csv, header')], name);
}

/** A fresh decoder under Node. */
export async function newDecoder(): Promise<Decoder> {
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  return decoderHere(await readFile(wasm));
}

export type Row = Record<string, unknown>;

export interface Decoded {
  readonly rows: Row[];
  readonly report: FileReport;
}

/** Decodes a whole file; a refused one has no rows. */
export async function decode(file: NamedBlob, decoder?: Decoder, fileNo = 1): Promise<Decoded> {
  const using = decoder ?? (await newDecoder());
  const rows: Row[] = [];
  try {
    await using.open(file, fileNo);
    for await (const batch of using.batches(fileNo)) {
      for (const row of tableFromIPC(batch.ipc)) rows.push(row.toJSON());
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { rows: [], report: await using.report(fileNo) };
  }
  return { rows, report: await using.report(fileNo) };
}

/** The finding of a rule; throws when the rule was not met. */
export function findingOf(report: FileReport, rule: string) {
  const found = report.findings.find((finding) => finding.rule === rule);
  if (!found) {
    throw new Error(`${rule} was not met; met: ${report.findings.map((f) => f.rule).join(', ')}`);
  }
  return found;
}

/** Rules of a report that drop rows or refuse the file, and warnings about values and plausibility. */
export function rulesMet(report: FileReport): string[] {
  return report.findings
    .map((finding) => finding.rule)
    .filter((rule) => rule !== 'missing_optional_column' && rule !== 'unknown_column');
}

/** Select of one attendance row; a column can be given another expression. */
export function attendanceRow(columns: Partial<Record<string, string>> = {}): string {
  const all = {
    person_id: '1',
    school_id: '118001',
    date: "date '2024-09-09'",
    session: "'AM'",
    code: "'/'",
    ...columns,
  };
  return `select ${Object.entries(all)
    .map(([name, expression]) => `${expression} as "${name}"`)
    .join(', ')}`;
}

/** Select of one people row. */
export function peopleRow(columns: Partial<Record<string, string>> = {}): string {
  const all = {
    person_id: '1',
    birth_month: "date '2010-05-01'",
    sex: "'F'",
    home_district: "'E07000105'",
    ...columns,
  };
  return `select ${Object.entries(all)
    .map(([name, expression]) => `${expression} as "${name}"`)
    .join(', ')}`;
}

/** Select of one activities row. */
export function activityRow(columns: Partial<Record<string, string>> = {}): string {
  const all = {
    person_id: '1',
    month: "date '2024-12-01'",
    activity_code: '210::smallint',
    currency_lapsed: 'false',
    ...columns,
  };
  return `select ${Object.entries(all)
    .map(([name, expression]) => `${expression} as "${name}"`)
    .join(', ')}`;
}
