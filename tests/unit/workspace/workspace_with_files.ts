import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { rawPolicy } from '$lib/disclosure/policy';
import type { Engine } from '$lib/engine/engine';
import { openRows } from '$lib/engine/rows';
import { sql } from '$lib/engine/sql';
import { decoderHere } from '$lib/intake/decoder_here';
import type { FileReport } from '$lib/intake/file_report';
import type { DimensionId } from '$lib/measures/measure';
import { calculatorHere } from '$lib/models/calculator_here';
import { Workspace } from '$lib/workspace/workspace';
import { namedBlob, openWorkspaceInNode } from '../../../src/cli/workspace_in_node';
import { countsOfTable, type CountsByKey } from '../../files/reference/counts_by_key';
import { kentDistricts } from '../../files/reference/reference_county';

type Where = Readonly<Partial<Record<DimensionId, readonly string[]>>>;

/** A workspace with the files at these paths, which shows small counts. */
export async function workspaceWith(paths: readonly string[]): Promise<Workspace> {
  const workspace = await openWorkspaceInNode(rawPolicy);
  await loadInto(workspace, paths);
  return workspace;
}

/** The same over an engine that the test can look into. */
export async function workspaceOver(engine: Engine): Promise<Workspace> {
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  const decoder = await decoderHere(await readFile(wasm));
  return new Workspace({
    engine,
    decoder,
    districtCodes: kentDistricts,
    policy: rawPolicy,
    calculator: calculatorHere,
  });
}

export async function loadInto(workspace: Workspace, paths: readonly string[]): Promise<void> {
  await workspace.load(await Promise.all(paths.map(namedBlob)));
}

/** The product's counts of one measure in one period, by group. */
export async function countsOf(
  workspace: Workspace,
  measure: string,
  period: string,
  by: readonly DimensionId[] = [],
  where: Where = {},
): Promise<CountsByKey> {
  const table = await workspace.figures({ measure, periods: [period], by, where });
  return countsOfTable(table, period);
}

/** Numerator and denominator of the whole county. */
export async function countyCounts(
  workspace: Workspace,
  measure: string,
  period: string,
): Promise<readonly [number, number] | undefined> {
  return (await countsOf(workspace, measure, period))[''];
}

/** The report of the file loaded last under a name. */
export function reportOf(workspace: Workspace, file: string): FileReport {
  const report = workspace.reports.filter((each) => each.file === file).at(-1);
  if (!report) throw new Error(`There is no report of ${file}.`);
  return report;
}

/** What is found in a file by one rule, over all its columns. */
export function findingsOf(report: FileReport, rule: string) {
  return report.findings.filter((finding) => finding.rule === rule);
}

/** The files' tables in the engine that hold rows, and how many. */
export async function rowsInEngine(engine: Engine): Promise<Record<string, number>> {
  const tables = openRows<{ name: string }>(
    await engine.ask(
      sql`select table_name as name from duckdb_tables() where regexp_matches(table_name, '_f[1-9][0-9]*$') order by name`,
    ),
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const answer = await engine.ask(sql`select count(*)::double as rows from ${sql.name(name)}`);
    counts[name] = openRows<{ rows: number }>(answer)[0]?.rows ?? 0;
  }
  return counts;
}
