import { rawPolicy, defaultPolicy } from '$lib/disclosure/policy';
import { disclosureNotes } from '$lib/disclosure/warnings';
import { safeTableCsv } from '$lib/disclosure/safe_table_csv';
import { RequestError } from '$lib/measures/request';
import { parseArguments, usage, type FigureArguments } from './figures/arguments';
import { catalogueText, modelsText } from './figures/catalogue_text';
import { answerQuestions } from './figures/questions';
import { safeTableRecords } from './figures/records';
import { measureOf, tablesOf } from './figures/tables';
import { loadFolder } from './load_folder';
import { openWorkspaceInNode } from './workspace_in_node';

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
  const { data } = asked;
  if (data === null || (asksNothing(asked) && !asked.questions)) {
    throw new RequestError(`Name a folder and a measure or a model.\n\n${usage}`);
  }
  asked.measures.map(measureOf);
  if (asked.raw) {
    process.stderr.write(
      'Disclosure control is OFF (--raw): small counts are shown. For the data team only; do not pass these figures on.\n',
    );
  }

  const workspace = await openWorkspaceInNode(asked.raw ? rawPolicy : defaultPolicy);
  try {
    if (!(await loadFolder(workspace, data, 'no figure is printed'))) return 1;
    if (asked.questions) {
      if (!asksNothing(asked))
        throw new RequestError('With --questions each question comes from standard input.');
      await answerQuestions(workspace, process.stdin, process.stdout);
      return 0;
    }
    const tables = await tablesOf(workspace, asked);
    if (tables.length > 0) {
      process.stdout.write(
        asked.format === 'json'
          ? `${JSON.stringify(safeTableRecords(tables), null, 2)}\n`
          : safeTableCsv(tables),
      );
    }
    for (const note of disclosureNotes(tables)) process.stderr.write(`${note}\n`);
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

const asksNothing = ({ measures, models }: FigureArguments): boolean =>
  measures.length + models.length === 0;
