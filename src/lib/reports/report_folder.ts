import { zipped } from '../spreadsheets/zip';
import { figuresOf, type Report } from './report';
import type { DrawnReport } from './draw_report';
import { csvName, reportFiles } from './report_files';
import { reportCsvw } from './report_csvw';
import { reportOds, reportXlsx } from './spreadsheet_files';

/** A file of a report's folder. */
export interface FolderFile {
  /** Its path within the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/**
 * Everything that a report is handed on as: the page, its definition, two spreadsheets, and a CSV and a picture a
 * figure. The same report is the same bytes, in the tab and on the command line.
 */
export async function reportFolder(
  report: Report,
  drawn: DrawnReport,
): Promise<readonly FolderFile[]> {
  const figures = figuresOf(report);
  const hasRows = figures.some(({ download }) => download.rows.length > 0);
  const csv = figures.map((figure) => ({ figure, name: csvName(figure) }));
  return [
    ...reportFiles(report, drawn),
    ...(csv.length > 0
      ? [{ path: 'figures/csv-metadata.json', content: reportCsvw(report, csv) }]
      : []),
    ...(hasRows
      ? [
          { path: 'report.xlsx', content: await reportXlsx(report) },
          { path: 'report.ods', content: await reportOds(report) },
        ]
      : []),
  ];
}

/** The folder as one zip archive, under a name of its own. */
export async function reportZip(
  report: Report,
  drawn: DrawnReport,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = await reportFolder(report, drawn);
  return zipped(files.map(({ path, content }) => ({ path: `report/${path}`, content })));
}
