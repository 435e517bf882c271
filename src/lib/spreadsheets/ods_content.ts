import { address } from './address';
import { heightOf } from './heights';
import { isGuarded, isNumberLook } from './looks';
import { shown } from './numbers';
import { ROOT } from './ods_names';
import { cellStyles, styleOf } from './ods_styles';
import type { Sheet, SheetCell } from './sheets';
import { element, escaped, xmlDocument } from './xml';

/** One character of a column's width, and what the cell keeps free beside it, in centimetres at 12 points. */
const CHARACTER = 0.24;

/** The sheets with their cells, and the marks of their tables. */
export function contentPart(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap((sheet) => sheet.widths))].sort((a, b) => a - b);
  const heights = [
    ...new Set(sheets.flatMap((sheet) => sheet.rows.map((_, row) => heightOf(sheet, row)))),
  ].sort((a, b) => a - b);
  return xmlDocument(
    element(
      'office:document-content',
      ROOT,
      element(
        'office:automatic-styles',
        {},
        cellStyles(),
        ...widths.map((width) =>
          automatic(`width_${width}`, 'table-column', {
            'style:column-width': `${(width * CHARACTER).toFixed(2)}cm`,
          }),
        ),
        ...heights.map((height) =>
          automatic(`height_${height}`, 'table-row', {
            'style:row-height': `${height}pt`,
            // What LibreOffice works out itself is so tight that the last line of several is cut off in print.
            'style:use-optimal-row-height': 'false',
          }),
        ),
        automatic('sheet', 'table', { 'table:display': 'true' }),
      ),
      element(
        'office:body',
        {},
        element(
          'office:spreadsheet',
          {},
          ...sheets.map(tableOf),
          element('table:database-ranges', {}, ...sheets.map(markOf)),
        ),
      ),
    ),
  );
}

function automatic(name: string, family: string, properties: Record<string, string>): string {
  return element(
    'style:style',
    {
      'style:name': name,
      'style:family': family,
      'style:master-page-name': family === 'table' ? 'Default' : undefined,
    },
    element(`style:${family}-properties`, properties),
  );
}

function tableOf(sheet: Sheet): string {
  const { name, rows, widths, header } = sheet;
  const written = rows.map((row, index) => {
    const cells = element(
      'table:table-row',
      { 'table:style-name': `height_${heightOf(sheet, index)}` },
      ...row.map(cellOf),
    );
    return index === header ? element('table:table-header-rows', {}, cells) : cells;
  });
  return element(
    'table:table',
    { 'table:name': name, 'table:style-name': 'sheet' },
    ...widths.map((width) =>
      element('table:table-column', { 'table:style-name': `width_${width}` }),
    ),
    ...written,
  );
}

/** What marks a table: a range of the database kind whose first row is headings. */
function markOf({ name, rows, header }: Sheet): string {
  if (header === null) return '';
  const last = address((rows[header]?.length ?? 1) - 1, rows.length - 1);
  return element('table:database-range', {
    'table:name': name,
    'table:target-range-address': `${name}.${address(0, header)}:${name}.${last}`,
    'table:contains-header': 'true',
    'table:display-filter-buttons': 'false',
  });
}

function cellOf({ value, look, link }: SheetCell): string {
  const style = { 'table:style-name': styleOf(look, isGuarded(value)) };
  if (typeof value === 'number')
    return element(
      'table:table-cell',
      {
        ...style,
        'office:value-type': look === 'percent' ? 'percentage' : 'float',
        'office:value': String(value),
      },
      element('text:p', {}, escaped(shown(value, isNumberLook(look) ? look : 'words'))),
    );
  const target = { 'xlink:href': `#${link}.A1`, 'xlink:type': 'simple' };
  return element(
    'table:table-cell',
    { ...style, 'office:value-type': 'string' },
    ...value
      .split('\n')
      .map((line) =>
        element('text:p', {}, link ? element('text:a', target, inline(line)) : inline(line)),
      ),
  );
}

/** A line of text: readers make one space of several and drop those at the ends, unless they are elements. */
function inline(line: string): string {
  return line
    .split(/(\t| {2,}|^ | $)/)
    .map((part) => {
      if (part === '\t') return element('text:tab');
      return /^ +$/.test(part) ? element('text:s', { 'text:c': part.length }) : escaped(part);
    })
    .join('');
}
