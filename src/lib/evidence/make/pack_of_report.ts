import type { SafeTable } from '../../disclosure/safe_table';
import { requestOf } from '../../pins/pin';
import type { DrawnReport } from '../../reports/draw_report';
import { figuresOf, type Report, type ReportFigure } from '../../reports/report';
import { pictureText } from '../../reports/report_files';
import { reportHtml } from '../../reports/report_html';
import { sourceLine } from '../../ui/provenance';
import { tablesBehind } from '../../workspace/purposes';
import type { Json } from '../canonical_json';
import { measureVersion } from '../measure_version';
import type { Extract, Section } from '../pack_file';
import { resultRows } from '../result_rows';
import type { PackFigure, PackInput } from '../write_pack';
import { aboutPack } from './about_pack';
import type { PackFacts } from './facts';
import { figureFile } from './figure_file';

/** What a pack says that it was made from when its definition began with no template of evidence. */
export const ownTemplate = 'own';

/** A figure of the report with one of its tables, under the name that its record has. */
interface Recorded {
  readonly id: string;
  readonly figure: ReportFigure;
  readonly table: SafeTable;
  /** Whether it is the first of the figure, which has the picture. */
  readonly first: boolean;
}

/**
 * A report as what a pack is made of. A record is of one question and one answer, so a figure that rests on several
 * tables has a record for each, in the order of the tables. Nothing in a record depends on when the report was made.
 */
export async function packInputOf(
  report: Report,
  drawn: DrawnReport,
  facts: PackFacts,
): Promise<PackInput> {
  const made = new Date(report.made).toISOString();
  const recorded = figuresOf(report).flatMap(recordedOf);
  const figures: PackFigure[] = [];
  for (const each of recorded) figures.push(await packFigureOf(each, report, drawn, facts, made));
  const idsOf = (number: number): readonly string[] =>
    recorded.filter(({ figure }) => figure.number === number).map(({ id }) => id);
  const records = figuresOf(report).map(({ number }) => ({ number, ids: idsOf(number) }));
  const { title, definition, provenance, policy } = report;
  return {
    details: {
      title,
      template: definition.evidence ?? ownTemplate,
      county: provenance.county,
      made,
      app_version: facts.appVersion,
      profile: policy,
      sample: provenance.sample,
      conditions: facts.conditions,
      extracts: facts.extracts,
      sections: report.sections.map(({ title, figures }, index): Section => {
        const {
          question = '',
          commentary = '',
          quality = '',
          since = '',
        } = definition.sections[index] ?? {};
        const ids = figures.flatMap(({ number }) => idsOf(number));
        return { title, question, figures: ids, commentary, quality, since };
      }),
    },
    figures,
    indexHtml: reportHtml(report, drawn, aboutPack(facts, records)),
  };
}

/** "figure-03-neet", and "figure-03-neet-2" where the figure asks twice of one measure. */
function recordedOf(figure: ReportFigure): readonly Recorded[] {
  const stem = `figure-${String(figure.number).padStart(2, '0')}`;
  const times = new Map<string, number>();
  return figure.tables.map((table, index) => {
    const { id } = table.measure;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    // An id has its limit, which no measure of the catalogue comes near.
    const name = `${stem}-${id}`.slice(0, 70);
    return { id: time === 1 ? name : `${name}-${time}`, figure, table, first: index === 0 };
  });
}

async function packFigureOf(
  { id, figure, table, first }: Recorded,
  report: Report,
  drawn: DrawnReport,
  { engine, extracts, conditions, places }: PackFacts,
  made: string,
): Promise<PackFigure> {
  const { measure } = table;
  const { title, subtitle, notes } = figure;
  const request = requestOf(table);
  const behind = tablesBehind(table.made.sql);
  const restsOn = extracts.filter((extract) => behind.includes(extract.table));
  const picture = first ? drawn.get(figure.number) : undefined;
  const { provenance } = report;
  const source = sourceLine(provenance, behind);
  return {
    id,
    making: {
      title,
      subtitle,
      measure: { id: measure.id, label: measure.label, version: await measureVersion(measure) },
      periods: request.periods,
      request: { ...request, where: { ...(request.where as Record<string, readonly string[]>) } },
      sql: table.made.sql,
      parameters: table.made.parameters as Readonly<Record<string, Json>>,
      engine,
      extracts: restsOn.map(({ sha256 }: Extract) => sha256),
      notes,
    },
    made,
    rows: resultRows(table),
    ...figureFile(table, places, {
      ...{ id, title, subtitle, made, conditions, source },
      sample: provenance.sample,
    }),
    svg: typeof picture === 'object' ? `${pictureText(figure, picture, report)}\n` : null,
  };
}
