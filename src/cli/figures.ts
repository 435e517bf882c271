import { rawPolicy, defaultPolicy } from '$lib/disclosure/policy';
import type { SafeTable } from '$lib/disclosure/safe_table';
import { safeTableCsv } from '$lib/disclosure/safe_table_csv';
import { measureNamed } from '$lib/measures/catalogue';
import { RequestError } from '$lib/measures/request';
import { parseArguments, usage, type FigureArguments } from './figures/arguments';
import { catalogueText, modelsText } from './figures/catalogue_text';
import { loadReportText } from './figures/load_report_text';
import { periodsAsked } from './figures/periods_asked';
import { safeTableRecords } from './figures/records';
import { extractsIn, openWorkspaceInNode } from './workspace_in_node';

/** Prints figures, or the catalogue of measures. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = parseArguments(args);
    if (asked.help) process.stdout.write(`${usage}\n`);
    else if (asked.listModels) process.stdout.write(modelsText());
    else if (asked.list) process.stdout.write(catalogueText(asked.format));
    else return await printFigures(asked);
    return 0;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function printFigures(asked: FigureArguments): Promise<number> {
  if (asked.data === null || asked.measures.length + asked.models.length === 0) {
    throw new RequestError(`Name a folder and a measure or a model.\n\n${usage}`);
  }
  const measures = asked.measures.map((id) => {
    const measure = measureNamed(id);
    if (!measure) throw new RequestError(`There is no measure "${id}"; --list names them all.`);
    return measure;
  });
  if (asked.raw) {
    process.stderr.write(
      'Disclosure control is OFF (--raw): small counts are shown. For the data team only; do not pass these figures on.\n',
    );
  }

  const workspace = await openWorkspaceInNode(asked.raw ? rawPolicy : defaultPolicy);
  try {
    const files = await extractsIn(asked.data).catch((error: unknown) => {
      throw new RequestError(
        `The folder ${asked.data} cannot be read: ${(error as Error).message}`,
      );
    });
    if (files.length === 0) {
      throw new RequestError(`There is no .parquet or .csv file in ${asked.data}.`);
    }
    await workspace.load(files);
    process.stderr.write(loadReportText(workspace.reports));
    if (workspace.reports.some((report) => (report.metadata.sample ?? '') !== '')) {
      process.stderr.write('SAMPLE DATA: everyone in these figures is invented.\n');
    }
    if (workspace.reports.some((report) => report.refused !== null)) {
      process.stderr.write(
        'A file was refused, so no figure is printed. Correct it and try again.\n',
      );
      return 1;
    }

    const tables: SafeTable[] = [];
    for (const measure of measures) {
      const missing = workspace.missingFor(measure);
      if (missing) throw new RequestError(missing);
      tables.push(
        await workspace.figures({
          measure: measure.id,
          periods: periodsAsked(measure, workspace.coverage, asked.periods),
          by: asked.by,
          where: asked.where,
        }),
      );
    }
    if (tables.length > 0) {
      process.stdout.write(
        asked.format === 'json'
          ? `${JSON.stringify(safeTableRecords(tables), null, 2)}\n`
          : safeTableCsv(tables),
      );
    }
    for (const model of asked.models) {
      const { policy, ...found } = await workspace.findings(model, asked.settings);
      const record = { model, disclosure: policy.name, ...found };
      process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
    }
    return 0;
  } finally {
    await workspace.close();
  }
}
