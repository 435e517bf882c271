import { address } from './address';
import { heightOf, ONE_LINE } from './heights';
import { isGuarded } from './looks';
import type { Sheet, SheetCell } from './sheets';
import { MAIN, RELATIONSHIPS } from './xlsx_names';
import { withoutCodes, type SharedStrings } from './xlsx_strings';
import { styleOf } from './xlsx_styles';
import { element, xmlDocument } from './xml';

/** A sheet of the workbook; its words go to the shared strings. */
export function worksheetPart(sheet: Sheet, strings: SharedStrings, first: boolean): string {
  const { rows, widths, header } = sheet;
  const last = address(widths.length - 1, rows.length - 1);
  return xmlDocument(
    element(
      'worksheet',
      { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('dimension', { ref: `A1:${last}` }),
      element('sheetViews', {}, viewOf(sheet, first)),
      element('sheetFormatPr', { defaultRowHeight: ONE_LINE }),
      element('cols', {}, ...widths.map(columnOf)),
      element('sheetData', {}, ...rows.map((_, index) => rowOf(sheet, index, strings))),
      linksOf(rows),
      element('pageMargins', {
        left: 0.5,
        right: 0.5,
        top: 0.6,
        bottom: 0.6,
        header: 0.3,
        footer: 0.3,
      }),
      // A4, as many pages as it takes downwards.
      element('pageSetup', { paperSize: 9, fitToHeight: 0, orientation: 'landscape' }),
      header === null
        ? ''
        : element('tableParts', { count: 1 }, element('tablePart', { 'r:id': 'rId1' })),
    ),
  );
}

/**
 * The mark of a sheet's table, which Excel calls a list object: without buttons to filter, as they hide the headings.
 * @param number unlike that of any other table of the workbook
 */
export function tablePart({ name, rows, header }: Sheet, number: number): string {
  const columns = rows[header ?? 0] ?? [];
  return xmlDocument(
    element(
      'table',
      {
        xmlns: MAIN,
        id: number,
        name,
        displayName: name,
        ref: `${address(0, header ?? 0)}:${address(columns.length - 1, rows.length - 1)}`,
        totalsRowShown: 0,
      },
      element(
        'tableColumns',
        { count: columns.length },
        ...columns.map(({ value }, index) =>
          element('tableColumn', { id: index + 1, name: withoutCodes(String(value)) }),
        ),
      ),
      element('tableStyleInfo', {
        name: 'TableStyleLight1',
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    ),
  );
}

function viewOf({ frozen }: Sheet, first: boolean): string {
  const pane = frozen > 0 ? 'bottomLeft' : undefined;
  return element(
    'sheetView',
    { tabSelected: first ? 1 : undefined, workbookViewId: 0 },
    pane === undefined
      ? ''
      : element('pane', {
          ySplit: frozen,
          topLeftCell: address(0, frozen),
          activePane: pane,
          state: 'frozen',
        }),
    element('selection', { pane, activeCell: 'A1', sqref: 'A1' }),
  );
}

const columnOf = (width: number, index: number) =>
  element('col', { min: index + 1, max: index + 1, width, customWidth: 1 });

function rowOf(sheet: Sheet, index: number, strings: SharedStrings): string {
  const cells = sheet.rows[index]?.map(({ value, look }, column) => {
    const style = { r: address(column, index), s: styleOf(look, isGuarded(value)) };
    return typeof value === 'number'
      ? element('c', style, element('v', {}, String(value)))
      : element('c', { ...style, t: 's' }, element('v', {}, String(strings.placeOf(value))));
  });
  return element('row', { r: index + 1, ht: heightOf(sheet, index) }, ...(cells ?? []));
}

function linksOf(rows: readonly (readonly SheetCell[])[]): string {
  const links = rows.flatMap((row, index) =>
    row.flatMap(({ link }, column) =>
      link === undefined
        ? []
        : [element('hyperlink', { ref: address(column, index), location: `'${link}'!A1` })],
    ),
  );
  return links.length === 0 ? '' : element('hyperlinks', {}, ...links);
}
