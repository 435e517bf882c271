import Papa from 'papaparse';
import { formula } from '../spreadsheets/formula';
import { formatCell, reasonFor, symbolFor } from './cell';
import { statusesIn, type TableModel } from './table';

/** A table for the clipboard: text for any program, and the same as a table for those that take one. */
export interface CopiedTable {
  readonly text: string;
  readonly html: string;
}

/**
 * A table as it stands on the screen, under its caption and above what each symbol means and the lines that go with
 * it wherever it goes.
 */
export function copiedTable(model: TableModel, lines: readonly string[]): CopiedTable {
  const fields = model.columns.map(({ label }) => label);
  const data = model.rows.map(({ cells }) =>
    cells.map((cell, i) => {
      const kind = model.columns[i]?.kind ?? 'text';
      return typeof cell === 'string' || kind === 'text' ? String(cell) : formatCell(cell, kind);
    }),
  );
  const symbols = statusesIn(model).map((status) => `${symbolFor(status)}: ${reasonFor(status)}.`);
  const below = [...symbols, ...lines];
  const tabbed = Papa.unparse(
    { fields, data },
    { delimiter: '\t', newline: '\n', escapeFormulae: formula },
  );
  return {
    text: [model.caption, '', tabbed, '', ...below, ''].join('\n'),
    html: [
      `<table><caption>${escaped(model.caption)}</caption>`,
      row('th', fields),
      ...data.map((cells) => row('td', cells)),
      '</table>',
      ...below.map((line) => `<p>${escaped(line)}</p>`),
    ].join('\n'),
  };
}

const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
