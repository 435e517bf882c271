import { formatCell, formatInTable, reasonFor, symbolFor } from '../ui/cell';
import { statusesIn, type Column, type TableModel, type TableRow } from '../ui/table';
import { markup, type Html } from './html';

/**
 * A table as its page shows it, with what its symbols mean beneath.
 *
 * @param name what its frame, which can be scrolled, is called
 */
export function tableHtml(model: TableModel, name: string): Html {
  const symbols = statusesIn(model).map((status) => `${symbolFor(status)} ${reasonFor(status)}`);
  const heading = ({ label, kind }: Column): Html =>
    kind === 'text'
      ? markup`<th scope="col">${label}</th>`
      : markup`<th scope="col" class="number">${label}</th>`;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${name}">
<table>
<caption>${model.caption}</caption>
<thead><tr>${model.columns.map(heading)}</tr></thead>
<tbody>
${model.rows.map((row) => rowHtml(row, model.columns))}</tbody>
</table>
</div>
${symbols.length === 0 ? null : markup`<p class="note">${symbols.join('; ')}.</p>\n`}`;
}

function rowHtml({ cells }: TableRow, columns: readonly Column[]): Html {
  const parts = cells.map((cell, index) => {
    const kind = columns[index]?.kind ?? 'text';
    if (typeof cell === 'string' || kind === 'text') {
      const text = typeof cell === 'string' ? cell : '';
      return index === 0 ? markup`<th scope="row">${text}</th>` : markup`<td>${text}</td>`;
    }
    return cell.value === null
      ? markup`<td class="number none">${formatCell(cell, kind)}</td>`
      : markup`<td class="number">${formatInTable(cell, kind)}</td>`;
  });
  return markup`<tr>${parts}</tr>\n`;
}
