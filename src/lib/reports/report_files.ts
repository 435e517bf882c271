import { standaloneSvg } from '../charts/export_picture';
import { tableCsv } from '../ui/table';
import { sourceLine } from '../ui/provenance';
import { definitionText } from './definition';
import type { DrawnReport } from './draw_report';
import { figuresOf, type Report, type ReportFigure } from './report';
import { reportHtml } from './report_html';

/** A file of a report. */
export interface ReportFile {
  /** Its path within the report's folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** A figure's table as CSV, with the profile, and what to take care of, in every row. */
export function figureCsv({ download, notes }: ReportFigure, { provenance }: Report): string {
  return tableCsv(download, { ...provenance, notes });
}

/**
 * The report as files: the HTML, its definition for the next run, and a CSV and a picture a figure. The same report is
 * the same files.
 */
export function reportFiles(report: Report, drawn: DrawnReport): readonly ReportFile[] {
  const figures = figuresOf(report);
  return [
    { path: 'report.html', content: reportHtml(report, drawn) },
    { path: 'definition.json', content: definitionText(report.definition) },
    ...figures.map((figure) => ({
      path: `figures/${csvName(figure)}`,
      content: figureCsv(figure, report),
    })),
    ...figures.flatMap((figure) => {
      const picture = drawn.get(figure.number);
      return typeof picture === 'object'
        ? [
            {
              path: `pictures/${stem(figure)}.svg`,
              content: `${pictureText(figure, picture, report)}\n`,
            },
          ]
        : [];
    }),
  ];
}

/** The picture of a figure as a file of its own. */
export function pictureText(
  { title, subtitle, notes, tables }: ReportFigure,
  picture: Parameters<typeof standaloneSvg>[0],
  { provenance }: Report,
): string {
  const restsOn = tables.flatMap(({ measure }) => measure.needs.flat());
  const footer = [...notes, sourceLine(provenance, restsOn)];
  return standaloneSvg(picture, { title, subtitle, footer, sample: provenance.sample }).text;
}

/** The name of a figure's CSV file. */
export const csvName = (figure: ReportFigure): string => `${stem(figure)}.csv`;

/** "figure-03-neet-by-district": names sort as the figures stand, and hold nothing that a file system minds. */
function stem({ number, table }: ReportFigure): string {
  const words = table.caption
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return `figure-${String(number).padStart(2, '0')}-${words}`;
}
