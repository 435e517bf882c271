import { protectionInWords } from '../disclosure/policy';
import type { Measure } from '../measures/measure';
import { uncertainty } from '../methods/notes';
import { reasonFor, symbolFor } from '../ui/cell';
import { formatDate, formatList } from '../ui/format';
import { unitForms } from '../ui/units';
import { periodLabel } from '../view/periods';
import { markup, type Html } from './html';
import { figuresOf, type Report, type ReportFigure } from './report';

/** A part at the end that says how figures came to be, with its place in the contents. */
export interface Annex {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** What a checker of figures needs: definitions, SQL, files, protection and how sure the figures are. */
export function annexes(report: Report): readonly Annex[] {
  const figures = figuresOf(report);
  return [
    { id: 'measures', title: 'What was measured', body: measuresHtml(figures) },
    {
      id: 'made',
      title: 'How each figure was made',
      body: markup`<div class="statements">
${figures.map(madeHtml)}</div>
`,
    },
    { id: 'sources', title: 'Sources', body: sourcesHtml(report) },
    { id: 'protection', title: 'How people are protected', body: protectionHtml(report) },
    {
      id: 'certainty',
      title: 'How sure the figures are',
      body: markup`<dl>${uncertainty.map(({ about, text }) => markup`<dt>${about}</dt><dd>${text}</dd>\n`)}</dl>`,
    },
  ];
}

function measuresHtml(figures: readonly ReportFigure[]): Html {
  const measures = new Map<string, { measure: Measure; counted: string; numbers: number[] }>();
  for (const { number, made } of figures)
    for (const { measure, counted } of made.measures) {
      const known = measures.get(measure.id) ?? { measure, counted, numbers: [] };
      known.numbers.push(number);
      measures.set(measure.id, known);
    }
  const entries = [...measures.values()].map(
    ({ measure, counted, numbers }) => markup`<div class="made" id="measure-${measure.id}">
<h3>${measure.label}</h3>
<dl>
<dt>Definition</dt><dd>${measure.definition}</dd>
<dt>Counted</dt><dd>${counted}; ${unitForms[measure.unit].words}</dd>
<dt>Source of the definition</dt><dd>${measure.source}</dd>
${measure.caveats.length === 0 ? null : markup`<dt>Take care</dt><dd>${measure.caveats.join(' ')}</dd>\n`}<dt>Shown in</dt><dd>${numbers.map((number, index) => markup`${index === 0 ? '' : ', '}<a href="#figure-${number}">Figure ${number}</a>`)}</dd>
</dl>
</div>
`,
  );
  return markup`${entries}`;
}

function madeHtml({ number, title, made }: ReportFigure): Html {
  const measures = made.measures.map(
    ({
      measure,
      statements,
    }) => markup`<p>Measure: <a href="#measure-${measure.id}">${measure.label}</a></p>
${statements.map(
  ({ sql, parameters }) => markup`<pre><code>${sql}</code></pre>
<p>Values: ${parametersText(parameters)}.</p>
`,
)}`,
  );
  const files =
    made.files.length === 0 ? 'No file is recorded for this figure.' : `${formatList(made.files)}.`;
  return markup`<div class="made" id="made-${number}">
<h3><a href="#figure-${number}">Figure ${number}</a>: ${title}</h3>
${measures}<p>Files it rests on: ${files} Then <a href="#protection">protected</a> under the profile of this report.</p>
</div>
`;
}

/** Bound values, such as `$period = "term_6"`, or the same for each of several periods. */
function parametersText(parameters: Readonly<Record<string, unknown>>): string {
  const each = Object.entries(parameters).map(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? `for ${periodLabel(name)}, ${parametersText(value as Readonly<Record<string, unknown>>)}`
      : `$${name} = ${JSON.stringify(value)}`,
  );
  return each.join(each.some((text) => text.startsWith('for ')) ? '; ' : ', ');
}

function sourcesHtml({ provenance }: Report): Html {
  const { files, covers } = provenance;
  const rows = files.map(
    (
      file,
    ) => markup`<tr><th scope="row">${file.name}</th><td>${file.table.replaceAll('_', ' ')}</td><td>${file.source ?? 'not said'}</td><td>${file.extractedOn ? formatDate(file.extractedOn) : 'not said'}</td><td>${file.status ?? 'not said'}</td></tr>
`,
  );
  return markup`<p>${covers === null ? 'The figures rest on these extracts.' : `The figures rest on these extracts, which cover ${covers}.`}</p>
<div class="scroll" role="region" tabindex="0" aria-label="The extracts">
<table>
<caption>The extracts</caption>
<thead><tr><th scope="col">File</th><th scope="col">Table</th><th scope="col">From</th><th scope="col">Extracted</th><th scope="col">Status</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

function protectionHtml({ policy }: Report): Html {
  const statuses = ['c', 'z', 'x', 'low', 'u'] as const;
  return markup`<p>This report was made under the disclosure profile <strong>${policy.name}</strong>. ${policy.use} ${protectionInWords(policy)}</p>
<p>In place of a number, or beside one, stand:</p>
<dl class="facts">${statuses.map((status) => markup`<dt>${symbolFor(status)}</dt><dd>${reasonFor(status)}</dd>\n`)}</dl>
`;
}
