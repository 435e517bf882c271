import { defaultPolicy, profiles } from '$lib/disclosure/policy';
import { RequestError } from '$lib/measures/request';
import type { ReportDefinition } from '$lib/reports/definition';
import { drawReport } from '$lib/reports/draw_report';
import { figuresOf, gapsOf } from '$lib/reports/report';
import { reportFolder } from '$lib/reports/report_folder';
import { runReport } from '$lib/reports/run_report';
import { KeptFigures } from '$lib/workspace/figures';
import { loadFolder } from './load_folder';
import { parseArguments, usage, type ReportArguments } from './report/arguments';
import { definitionFor } from './report/definition_for';
import { withDocument } from './report/document';
import { reportSource } from './report/workspace_source';
import { mayReplace, writeFolder } from './report/write_folder';
import { openWorkspaceInNode } from './workspace_in_node';

/** Makes a report from a folder of extracts. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = parseArguments(args);
    if (asked !== null) return await makeReport(asked);
    process.stdout.write(`${usage}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function makeReport(asked: ReportArguments): Promise<number> {
  const definition = await reportDefinition(asked);
  const policy = profiles.find(({ id }) => id === definition.profile) ?? defaultPolicy;
  await mayReplace(asked.out);
  // Kept, so that a profile that judges figures by those before them sees all of the report.
  const workspace = await openWorkspaceInNode(policy, {
    figures: (standing) => new KeptFigures(standing),
  });
  try {
    if (!(await loadFolder(workspace, asked.data, 'no report is made'))) return 1;
    const made = asked.made ?? `${workspace.extractDate ?? '1970-01-01'}T00:00:00Z`;
    const report = await runReport(definition, reportSource(workspace), { made });
    await withDocument(async () => {
      await writeFolder(asked.out, await reportFolder(report, await drawReport(report)));
    });
    for (const { number, name, why } of gapsOf(report))
      process.stderr.write(`Figure ${number}, ${name}, is not in the report: ${why}\n`);
    process.stderr.write(`${figuresOf(report).length} figures are in ${asked.out}/report.html.\n`);
    return 0;
  } finally {
    await workspace.close();
  }
}

/** The definition that is asked for, under the profile that the command line names. */
async function reportDefinition({
  from,
  district,
  profile,
}: ReportArguments): Promise<ReportDefinition> {
  const definition = await definitionFor(from, district);
  if (profile === null) return definition;
  if (!profiles.some(({ id }) => id === profile)) {
    const all = profiles.map(({ id }) => id).join(', ');
    throw new RequestError(`There is no disclosure profile "${profile}". There are: ${all}.`);
  }
  return { ...definition, profile };
}
