import { headingInFile, refuseFaults } from './workbook_refused';
import { isNumberLook, type Look } from './looks';
import { madeInWords } from './made';
import { fittedWidths, linesOf } from './widths';
import type { Workbook, WorkbookTable } from './workbook';
import { cleaned } from './xml';

/** A cell of a sheet; a link leads to cell A1 of the sheet it names. */
export interface SheetCell {
  readonly value: string | number;
  readonly look: Look;
  readonly link?: string;
}

export interface Sheet {
  /** The name of its tab. */
  readonly name: string;
  /** From row 1 and column A on, none of them empty. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Of each row, in lines of text; the first is the title and has one. */
  readonly heights: readonly number[];
  /** The table runs from this row, counted from 0, to the last; its name is that of the sheet. */
  readonly header: number | null;
  /** How many rows stay in sight. */
  readonly frozen: number;
}

/** Text above a table that is longer is wrapped; shorter text runs over the empty cells to its right. */
const LONG_LINE = 120;
/** A column that holds wrapped text above its table is at least so wide. */
const READABLE = 50;
/** With more lines in sight for good, a small or magnified window would have no room for the table. */
const MOST_FROZEN = 12;

const ONE_TABLE = 'This worksheet contains one table.';

/**
 * The sheets of a workbook in their order: cover, contents, notes (if there is a note or symbol), tables. Source of
 * the layout: Government Analysis Function, "Releasing statistics in spreadsheets".
 * @throws WorkbookRefused as `refuseFaults`
 */
export function sheetsOf(workbook: Workbook): readonly Sheet[] {
  refuseFaults(workbook);
  const explained = notesOf(workbook);
  const tables = workbook.tables.map((table, index) => tableSheet(table, `Table_${index + 1}`));
  const notes = explained
    ? [sheet('Notes', 'Notes', [ONE_TABLE], explained.columns, explained.rows)]
    : [];
  const contents: Row[] = [
    [link('Cover'), words('What this file is, where it comes from and whom to ask')],
    ...notes.map((): Row => [link('Notes'), words('What notes and symbols in the tables mean')]),
    ...tables.map(({ name, rows }): Row => [link(name), words(String(rows[0]?.[0]?.value))]),
  ];
  const columns = [heading('Worksheet'), heading('What it holds')];
  return [
    coverOf(workbook, notes.length > 0),
    sheet(
      'Contents',
      'Contents',
      [ONE_TABLE, 'Its first column has a link to each worksheet.'],
      columns,
      contents,
    ),
    ...notes,
    ...tables,
  ];
}

type Row = readonly SheetCell[];

const cell = (value: string, look: Look): SheetCell => ({ value: cleaned(value), look });
const words = (value: string) => cell(value, 'words');
const link = (name: string): SheetCell => ({ value: name, look: 'link', link: name });
const heading = (value: string, look: Look = 'heading') => cell(headingInFile(value), look);

function coverOf(workbook: Workbook, hasNotes: boolean): Sheet {
  const { title, author, made, cover, tables } = workbook;
  const count =
    tables.length === 1 ? 'one table' : `${tables.length} tables, each in a worksheet of its own`;
  const where = hasNotes
    ? 'Contents has a link to every worksheet, and Notes says what notes and symbols in square brackets mean.'
    : 'Contents has a link to every worksheet.';
  const paragraphs = [
    `This file contains ${count}. ${where}`,
    ...cover,
    `Made by ${author} on ${madeInWords(made)}.`,
  ];
  const rows = [[cell(title, 'title')], ...paragraphs.map((text) => [cell(text, 'paragraph')])];
  return { name: 'Cover', rows, ...sizes(rows, [100]), header: null, frozen: 0 };
}

/** Notes and symbols in one table, so that this sheet too has one; nothing if there are none. */
function notesOf({ notes, symbols }: Workbook): { columns: Row; rows: Row[] } | null {
  if (notes.length === 0 && symbols.length === 0) return null;
  const kinds = [...(notes.length > 0 ? ['note'] : []), ...(symbols.length > 0 ? ['symbol'] : [])];
  const name = kinds.join(' or ');
  return {
    columns: [heading(`${name.charAt(0).toUpperCase()}${name.slice(1)}`), heading('What it says')],
    rows: [
      ...notes.map((note, index) => [words(`[note ${index + 1}]`), words(note)]),
      ...symbols.map(({ symbol, meaning }) => [words(symbol), words(meaning)]),
    ],
  };
}

function tableSheet({ title, lines, columns, rows }: WorkbookTable, name: string): Sheet {
  const headings = columns.map((column) =>
    heading(column.heading, column.holds === 'words' ? 'heading' : 'number heading'),
  );
  const cells = rows.map((row) =>
    row.map((value, index): SheetCell => {
      const look = columns[index]?.holds ?? 'words';
      if (typeof value === 'number') return { value, look };
      return cell(value, isNumberLook(look) ? 'symbol' : 'words');
    }),
  );
  return sheet(name, title, [ONE_TABLE, ...lines], headings, cells);
}

function sheet(
  name: string,
  title: string,
  lines: readonly string[],
  columns: Row,
  cells: readonly Row[],
): Sheet {
  const above: Row[] = [
    [cell(title, 'title')],
    ...lines.map((line) => [cell(line, line.length > LONG_LINE ? 'paragraph' : 'line')]),
  ];
  const wraps = above.some(([first]) => first?.look === 'paragraph');
  const widths = fittedWidths([columns, ...cells], wraps ? READABLE : 0);
  const header = above.length;
  const rows = [...above, columns, ...cells];
  const { heights } = sizes(rows, widths);
  const inSight = heights.slice(0, header + 1).reduce((sum, height) => sum + height, 0);
  return { name, rows, widths, heights, header, frozen: inSight <= MOST_FROZEN ? header + 1 : 0 };
}

const sizes = (rows: readonly Row[], widths: readonly number[]) => ({
  widths,
  heights: rows.map((row) => linesOf(row, widths)),
});
