import { formatDate } from '../ui/format';
import { annexes, type Annex } from './annex_html';
import type { Commentary } from './commentary';
import { commentaryHtml } from './commentary_html';
import { inlineSvg, type DrawnReport } from './draw_report';
import { markup, written, type Html } from './html';
import type { Report, ReportFigure, ReportGap, ReportSection } from './report';
import { reportStyle } from './report_style';
import { tableHtml } from './table_html';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A report as one HTML file that needs nothing else: no script, no request, a table under every picture, and rules for
 * A4 paper. Everything in it that comes from data or from the definition is escaped by the one template.
 *
 * @param about what stands before the other parts at the end
 */
export function reportHtml(report: Report, drawn: DrawnReport, about: Annex | null = null): string {
  const { sample } = report.provenance;
  const mark = sample ? markup` <span class="sample">Sample data</span>` : null;
  const ends = [...(about === null ? [] : [about]), ...annexes(report)];
  const page = markup`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.title}${sample ? ' (sample data)' : ''}</title>
<style>${written(reportStyle(`${report.title}. Made with Waymark`, sample))}</style>
</head>
<body>
${headHtml(report)}
${contentsHtml(report.sections, ends)}
<main>
${report.sections.map((section, index) => sectionHtml(section, index + 1, drawn, mark))}
${ends.map(
  (
    { id, title, body },
    index,
  ) => markup`<section class="${index === 0 ? 'annex' : 'end'}" aria-labelledby="${id}">
<h2 id="${id}">${title}${mark}</h2>
${body}</section>
`,
)}</main>
</body>
</html>
`;
  return page.toString();
}

function headHtml({ title, subtitle, place, made, provenance }: Report): Html {
  const { county, covers, status, profile, sample } = provenance;
  const data = [covers, status === 'mixed' ? 'provisional and final' : status].filter(
    (part) => part !== null,
  );
  return markup`<header>
${sample ? markup`<p class="sample"><strong>Sample data.</strong> Everyone in it is invented.</p>\n` : null}<p class="county">${county}</p>
<h1>${title}</h1>
${subtitle === null ? null : markup`<p class="subtitle">${subtitle}</p>\n`}<dl class="facts">
<dt>About</dt><dd>${place}</dd>
<dt>Made</dt><dd>${formatDate(made)}</dd>
<dt>Data</dt><dd>${data.length === 0 ? 'not said' : data.join(', ')}</dd>
<dt>Disclosure profile</dt><dd>${profile} (<a href="#protection">how people are protected</a>)</dd>
</dl>
</header>`;
}

function contentsHtml(sections: readonly ReportSection[], ends: readonly Annex[]): Html {
  const figure = ({ number, ...entry }: ReportFigure | ReportGap): Html => {
    const words = entry.is === 'figure' ? entry.title : `${entry.name} (not shown)`;
    return markup`<li><a href="#figure-${number}">Figure ${number}</a>: ${words}</li>\n`;
  };
  const section = ({ title, figures }: ReportSection, index: number): Html =>
    markup`<li><a href="#section-${index + 1}">${title}</a>${
      figures.length === 0 ? null : markup`\n<ol>\n${figures.map(figure)}</ol>`
    }</li>\n`;
  return markup`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
${sections.map(section)}${ends.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`)}</ol>
</nav>`;
}

function sectionHtml(
  { title, commentary, figures, evidence }: ReportSection,
  number: number,
  drawn: DrawnReport,
  mark: Html | null,
): Html {
  const words =
    commentary.length === 0
      ? null
      : markup`<div class="commentary">\n${commentaryHtml(commentary)}</div>\n`;
  return markup`<section aria-labelledby="section-${number}">
<h2 id="section-${number}">${title}${mark}</h2>
${evidence && evidenceHtml('What is asked', evidence.question)}${words}${figures.map((entry) =>
    entry.is === 'figure' ? figureHtml(entry, drawn.get(entry.number)) : gapHtml(entry),
  )}${
    evidence && [
      evidenceHtml('How far the data can be relied on', evidence.quality),
      evidenceHtml('What has been done since', evidence.since),
    ]
  }</section>
`;
}

/** A part that is empty says so: an inspector must not wonder whether something was left out. */
function evidenceHtml(heading: string, text: Commentary): Html {
  return markup`<div class="commentary">
<h3>${heading}</h3>
${text.length === 0 ? markup`<p>The authority has written nothing here.</p>\n` : commentaryHtml(text)}</div>
`;
}

function figureHtml(figure: ReportFigure, picture: ReturnType<DrawnReport['get']>): Html {
  const { number, title, subtitle, says, table, notes } = figure;
  const drawing =
    typeof picture === 'object'
      ? markup`<div class="picture">${written(inlineSvg(figure, picture))}</div>\n`
      : picture === undefined
        ? null
        : markup`<p class="note">${picture}</p>\n`;
  return markup`<figure id="figure-${number}" aria-labelledby="figure-${number}-name">
<figcaption>
<h3 id="figure-${number}-name">Figure ${number}. ${title}</h3>
<p>${subtitle}</p>
</figcaption>
${says.length === 0 ? null : markup`<p>${says.join(' ')}</p>\n`}${drawing}${tableHtml(table, `Table of Figure ${number}`)}${notes.map(
    (note) => markup`<p class="note">${note}</p>\n`,
  )}<p class="how"><a href="#made-${number}">How Figure ${number} was made</a></p>
</figure>
`;
}

function gapHtml({ number, name, why }: ReportGap): Html {
  return markup`<div class="gap" id="figure-${number}">
<h3>Figure ${number}. ${name}: not shown</h3>
<p>${why}</p>
</div>
`;
}
