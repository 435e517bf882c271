import { inLight } from '../charts/light_tokens';

const style = `
*, *::before, *::after { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif; color: var(--text); background: var(--surface); }
body { max-width: 54rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4 { margin: 0; line-height: 1.25; text-wrap: pretty; }
h1 { font-size: 2rem; }
h2 { margin-top: 2.5rem; padding-bottom: .35rem; border-bottom: 2px solid var(--accent); font-size: 1.4rem; }
h3 { font-size: 1.05rem; }
h4 { font-size: 1rem; }
p, ul, ol, dl, blockquote { margin: .6rem 0; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--focus-halo); background: var(--focus-halo); color: var(--text); }
.sample { display: inline-block; padding: .1rem .5rem; border: 1px solid var(--sample-text); background: var(--sample-surface); color: var(--sample-text); font-size: .8125rem; font-weight: 600; line-height: 1.4; }
h2 .sample { margin-left: .6rem; vertical-align: middle; }
.county { margin: 0 0 .25rem; color: var(--text-muted); font-weight: 600; }
.subtitle { margin: .25rem 0 0; color: var(--text-muted); font-size: 1.125rem; }
.facts, .made dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; font-size: .9rem; }
.facts { margin-top: 1.25rem; padding: .75rem 1rem; background: var(--surface-quiet); }
dt { color: var(--text-muted); }
dd { margin: 0; }
.contents ol { padding-left: 1.25rem; }
.contents ol ol { padding-left: 0; list-style: none; font-size: .875rem; }
.contents li { margin: .2rem 0; }
.commentary { max-width: 44rem; margin: .75rem 0 1.25rem; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid var(--border); }
figure, .gap { margin: 1.75rem 0 0; }
figcaption p, .note, .how { margin: .25rem 0; color: var(--text-muted); font-size: .8125rem; }
.note { color: var(--text); }
.gap { padding: .75rem 1rem; border: 1px solid var(--warning-border); background: var(--warning-surface); }
.gap p { margin-bottom: 0; }
.picture { margin: .75rem 0; }
.picture svg { display: block; max-width: 100%; height: auto; }
.scroll { overflow-x: auto; margin-top: .75rem; }
table { width: 100%; border-collapse: collapse; font-size: .8125rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .35rem; text-align: left; font-weight: 600; }
th, td { padding: .2rem .5rem .2rem 0; border-bottom: 1px solid var(--border); text-align: left; vertical-align: baseline; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 2px solid var(--border-control); vertical-align: bottom; }
tbody th { min-width: 8rem; font-weight: 500; }
td:not(.number) { min-width: 5.5rem; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.none { color: var(--text-muted); }
.made { margin-top: 1.25rem; font-size: .875rem; overflow-wrap: anywhere; }
pre { margin: .5rem 0; padding: .6rem; border: 1px solid var(--border); background: var(--surface-quiet); font: .75rem/1.4 ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  h1, h2, h3, h4, figcaption, caption { break-after: avoid; }
  h2, h3, .facts, .gap, tr, .picture { break-inside: avoid; }
  .picture { break-before: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .annex { break-before: page; }
  .made { break-inside: auto; }
  .made pre { font-size: 6.5pt; }
  .statements { columns: 2; column-gap: 8mm; }
  .statements .made { margin-top: 0; margin-bottom: 4mm; }
  a { color: inherit; }
  .sample { border-width: 1pt; }
}
@page { size: A4; margin: 18mm 15mm; }
`;

/** A text as a CSS string: every sign that is not plain is written by its number, so that none ends the string. */
function cssString(text: string): string {
  const plain = /[\p{L}\p{N} ,.:;()/-]/u;
  return `"${[...text].map((sign) => (plain.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `)).join('')}"`;
}

/**
 * The style sheet of a report, in the colours of the light theme.
 *
 * @param foot stands at the foot of every printed page, beside its number
 * @param sample whether every printed page says that it is of invented people
 */
export function reportStyle(foot: string, sample: boolean): string {
  const box = 'font: 8pt system-ui, sans-serif; color: var(--text-muted);';
  const mark = sample
    ? ` @top-center { content: "Sample data. Everyone in it is invented."; font: bold 8pt system-ui, sans-serif; color: var(--sample-text); }`
    : '';
  const page = `@page { @bottom-left { content: ${cssString(foot)}; ${box} } @bottom-right { content: "Page " counter(page) " of " counter(pages); ${box} }${mark} }\n`;
  return inLight(style + page);
}
