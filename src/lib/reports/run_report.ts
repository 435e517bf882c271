import { howMade } from '../charts/how_made';
import type { PublishedFigure } from '../county';
import { troubleInWords } from '../explore/measure_figures';
import { RequestError } from '../measures/request';
import { placeInWords } from '../topics/topic_words';
import { upperFirst } from '../ui/format';
import { defaultView } from '../view/view';
import { readCommentary } from './commentary';
import type { FigureSpec, ReportDefinition, SectionDefinition } from './definition';
import { figuresOfSpec, nameOfSpec, type MadeFigures, type Tools } from './figures_of_spec';
import { refuseIdentifiers } from './names_nobody';
import { notesOfCare } from './notes_of_care';
import type { Report, ReportFigure, ReportGap, ReportSection, SectionEvidence } from './report';
import { scopeFor } from './report_scope';
import type { ReportSource } from './source';

export interface RunOptions {
  /** When the report is made, as an ISO instant. */
  readonly made: string;
  readonly signal?: AbortSignal;
  /** Told before each figure; `done` of `of` entries of the definition are made. */
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly of: number;
    readonly name: string;
  }) => void;
}

/**
 * Runs a definition on extracts. A figure that cannot be made stands in its place as a gap with the reason, and the
 * others are made all the same. Figures are asked for one after the other, so that what a profile decides by what was
 * shown before is the same each time.
 *
 * Throws a `RequestError` when what was written looks as if it named somebody, another disclosure profile is in force than the definition names, or the extracts hold
 * nothing at all; an `AbortError` when it is cancelled.
 */
export async function runReport(
  definition: ReportDefinition,
  source: ReportSource,
  { made, signal, onProgress }: RunOptions,
): Promise<Report> {
  refuseIdentifiers(definition);
  if (source.policy.id !== definition.profile)
    throw new RequestError(
      `The report is to be made under the disclosure profile “${definition.profile}”, and “${source.policy.id}” is in force.`,
    );
  const published = await source.county.loadPublished().catch(() => []);
  const of = definition.sections.reduce((sum, { figures }) => sum + figures.length, 0);
  let done = 0;
  let number = 1;
  const sections: ReportSection[] = [];
  for (const section of definition.sections) {
    const { title, commentary, figures } = section;
    const entries: (ReportFigure | ReportGap)[] = [];
    for (const spec of figures) {
      signal?.throwIfAborted();
      const name = nameOfSpec(spec);
      onProgress?.({ done, of, name });
      const tools = toolsFor(spec, definition, source, published, signal);
      const found = await figuresOfSpec(spec, tools).catch((error: unknown): MadeFigures => {
        signal?.throwIfAborted();
        if (error instanceof RequestError) throw error;
        return troubleInWords(error);
      });
      const numbered = entriesOf(found, name, number, source);
      entries.push(...numbered);
      number += numbered.length;
      done += 1;
    }
    const evidence = definition.evidence === undefined ? null : evidenceOf(section);
    sections.push({ title, commentary: readCommentary(commentary), figures: entries, evidence });
  }
  const { title, subtitle = null, view } = definition;
  const { provenance, policy, county } = source;
  const { districts, groups } = view;
  const place = placeInWords({ county, view: { ...defaultView, districts, groups } });
  return { title, subtitle, made, place, definition, provenance, policy, sections };
}

function evidenceOf({
  question = '',
  quality = '',
  since = '',
}: SectionDefinition): SectionEvidence {
  return {
    question: readCommentary(question),
    quality: readCommentary(quality),
    since: readCommentary(since),
  };
}

function toolsFor(
  spec: FigureSpec,
  definition: ReportDefinition,
  source: ReportSource,
  published: readonly PublishedFigure[],
  signal: AbortSignal | undefined,
): Tools {
  const { purpose } = definition;
  const view = { ...definition.view, ...spec.view };
  return {
    published,
    scopeOf: (measure) => scopeFor(measure, definition, view, source),
    ask: async (request) => {
      const answer = await source
        .figures(request, { purpose, ...(signal ? { signal } : {}) })
        .catch((error: unknown) => {
          signal?.throwIfAborted();
          return troubleInWords(error);
        });
      signal?.throwIfAborted();
      if (typeof answer !== 'string' && answer.policy.id !== definition.profile)
        throw new RequestError('The disclosure profile was changed while the report was made.');
      return answer;
    },
  };
}

function entriesOf(
  found: MadeFigures,
  name: string,
  number: number,
  { provenance }: ReportSource,
): readonly (ReportFigure | ReportGap)[] {
  if (typeof found === 'string') return [{ is: 'gap', number, name, why: upperFirst(found) }];
  return found.contents.map((content, index): ReportFigure => {
    const { title, subtitle, says, table, tables, periods, draw = null, notes } = content;
    return {
      is: 'figure',
      number: number + index,
      title,
      subtitle,
      says,
      table,
      download: table,
      tables,
      periods,
      notes: [...notesOfCare(content), ...notes],
      made: howMade(tables, provenance.files),
      draw,
      alternative: `${title}. ${subtitle} The same figures are in the table below the picture.`,
    };
  });
}
