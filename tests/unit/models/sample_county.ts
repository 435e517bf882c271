import { join } from 'node:path';
import type { Engine } from '$lib/engine/engine';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import { openRows } from '$lib/engine/rows';
import { named, sql } from '$lib/engine/sql';
import { marts } from '$lib/marts/marts';
import { martsOfModel, settingsOf } from '$lib/models/find';
import type { InputRow, Model, ModelInputs, ModelSettings } from '$lib/models/model';
import { modelParameters } from '$lib/workspace/model_parameters';
import type { Workspace } from '$lib/workspace/workspace';
import type { CountyFiles } from '../../files/reference/reference_county';
import { loadInto, workspaceOver } from '../workspace/workspace_with_files';

const sample = (file: string): string => join('data-samples', file);

/** The committed sample county, with registers of the last two years. */
export const sampleFiles: CountyFiles = {
  ...Object.fromEntries(
    [
      ...['people', 'schools', 'enrolments', 'activities'],
      ...['involvements', 'exclusions', 'enforcements', 'restrictions'],
    ].map((table) => [table, [sample(`${table}.parquet`)]]),
  ),
  calendar: [sample('calendar.csv')],
  attendance: [sample('attendance-2023-24.parquet'), sample('attendance-2024-25.parquet')],
};

export interface SampleCounty {
  readonly workspace: Workspace;
  /** What the marts answer to a model's questions, before it is worked out. */
  readonly answers: (model: Model, chosen?: ModelSettings) => Promise<ModelInputs>;
}

export async function openSampleCounty(): Promise<SampleCounty> {
  const engine = await startEngineInNode();
  const workspace = await workspaceOver(engine);
  await loadInto(
    workspace,
    Object.values(sampleFiles).flatMap((paths) => paths ?? []),
  );
  return {
    workspace,
    async answers(model, chosen) {
      const settings = settingsOf(model, chosen);
      await buildMissing(engine, martsOfModel(model, settings));
      const parameters = modelParameters(model, workspace.coverage, workspace.extractDate);
      const inputs: Record<string, readonly InputRow[]> = {};
      for (const [name, question] of Object.entries(model.inputs(settings)))
        if ('sql' in question)
          inputs[name] = openRows<InputRow>(
            await engine.ask(named(question.sql, { ...parameters })),
          );
      return inputs;
    },
  };
}

async function buildMissing(engine: Engine, wanted: readonly string[]): Promise<void> {
  const answer = await engine.ask(sql`select table_name as name from duckdb_tables()`);
  const standing = new Set(openRows<{ name: string }>(answer).map(({ name }) => name));
  const needed = new Set(wanted);
  for (const { name, reads } of [...marts].reverse())
    if (needed.has(name)) for (const read of reads) needed.add(read);
  for (const mart of marts)
    if (needed.has(mart.name) && !standing.has(mart.name)) await engine.run(mart.sql);
}

/** The sum of a number over the rows that hold these texts. */
export function total(
  rows: readonly InputRow[] | undefined,
  number: string,
  where: Readonly<Record<string, string | number>> = {},
): number {
  return (rows ?? [])
    .filter((row) => Object.entries(where).every(([name, value]) => row[name] === value))
    .reduce((sum, row) => sum + Number(row[number]), 0);
}
