import { RequestError } from '$lib/measures/request';
import type { Workspace } from '$lib/workspace/workspace';
import { loadReportText } from './figures/load_report_text';
import { extractsIn } from './workspace_in_node';

/**
 * Loads the extracts of a folder and says on standard error what became of them; false when one was refused. Throws a
 * `RequestError` for a folder that cannot be read or holds none.
 *
 * @param then what does not happen when a file is refused: "no figure is printed"
 */
export async function loadFolder(
  workspace: Workspace,
  folder: string,
  then: string,
): Promise<boolean> {
  const files = await extractsIn(folder).catch((error: unknown) => {
    throw new RequestError(`The folder ${folder} cannot be read: ${(error as Error).message}`);
  });
  if (files.length === 0) throw new RequestError(`There is no .parquet or .csv file in ${folder}.`);
  await workspace.load(files);
  process.stderr.write(loadReportText(workspace.reports));
  if (workspace.reports.some((report) => (report.metadata.sample ?? '') !== '')) {
    process.stderr.write('SAMPLE DATA: everyone in these figures is invented.\n');
  }
  if (workspace.reports.every((report) => report.refused === null)) return true;
  process.stderr.write(`A file was refused, so ${then}. Correct it and try again.\n`);
  return false;
}
