import { drawReport } from '$lib/reports/draw_report';
import type { ReportDefinition } from '$lib/reports/definition';
import type { Report } from '$lib/reports/report';
import { reportFiles, type ReportFile } from '$lib/reports/report_files';
import type { FolderFile } from '$lib/reports/report_folder';
import { runReport } from '$lib/reports/run_report';
import { settings } from '$lib/disclosure/settings';
import type { Workspace } from '$lib/workspace/workspace';
import { withDocument } from '../../../src/cli/report/document';
import { reportSource } from '../../../src/cli/report/workspace_source';

export const made = '2025-09-01T09:00:00Z';

/** A definition run on a workspace, under the profile that it names. */
export function runOn(workspace: Workspace, definition: ReportDefinition): Promise<Report> {
  const { profile } = definition;
  workspace.policy = settings[profile as keyof typeof settings];
  return runReport(definition, reportSource(workspace), { made });
}

/** The files of a report. */
export function filesOf(report: Report): Promise<readonly ReportFile[]> {
  return withDocument(async () => reportFiles(report, await drawReport(report)));
}

/** The text of the file at a path. */
export function textOf(files: readonly FolderFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (!found) throw new Error(`There is no ${path}.`);
  if (typeof found.content !== 'string') throw new Error(`${path} is no text.`);
  return found.content;
}
