import { cleaned } from './xml';
import type { Workbook, WorkbookTable } from './workbook';

/** A workbook that would break a limit of the formats or what the guidance asks; the message says where. */
export class WorkbookRefused extends Error {
  override name = 'WorkbookRefused';
}

/** Characters in a cell, in UTF-16 units: Excel specifications and limits. */
export const LONGEST_TEXT = 32_767;
/** Characters in the name of a column of a table in Excel. */
const LONGEST_HEADING = 255;
/** Rows of a sheet in Excel and in LibreOffice. */
const MOST_ROWS = 1_048_576;
/** Columns that LibreOffice opened before version 7.4; Excel has 16,384. */
const MOST_COLUMNS = 1024;
/** Apache OpenOffice opens 256 sheets; Excel is limited by memory only. Three of them are not tables. */
const MOST_TABLES = 256 - 3;

/** @throws WorkbookRefused when a file of it could not be opened everywhere, or would have blank or doubtful cells. */
export function refuseFaults(workbook: Workbook): void {
  const { title, author, made, cover, symbols, notes, tables } = workbook;
  refuseText(title, 'The title');
  refuseText(author, 'The author');
  if (Number.isNaN(Date.parse(made)))
    throw new WorkbookRefused(`"${made}" is not an instant: write it as 2026-03-03T14:05:00Z.`);
  cover.forEach((text, index) => refuseText(text, `Paragraph ${index + 1} of the cover`));
  notes.forEach((text, index) => refuseText(text, `Note ${index + 1}`));
  for (const { symbol, meaning } of symbols) {
    refuseText(symbol, 'A symbol');
    refuseText(meaning, `The meaning of ${symbol}`);
  }
  if (tables.length === 0) throw new WorkbookRefused('There is no table to write.');
  if (tables.length > MOST_TABLES)
    throw new WorkbookRefused(
      `${tables.length} tables are more than the ${MOST_TABLES} a file can hold. Choose fewer.`,
    );
  tables.forEach((table, index) => refuseTable(table, `Table ${index + 1}`));
}

function refuseTable({ title, lines, columns, rows }: WorkbookTable, where: string): void {
  refuseText(title, `The title of ${where}`);
  lines.forEach((line, index) => refuseText(line, `${where}, line ${index + 1} above it`));
  if (columns.length === 0) throw new WorkbookRefused(`${where} has no columns.`);
  if (columns.length > MOST_COLUMNS)
    throw new WorkbookRefused(`${where} has more than ${MOST_COLUMNS} columns.`);
  // A table without rows cannot be marked as one: the formats want a row, and a blank one would be no answer.
  if (rows.length === 0)
    throw new WorkbookRefused(`${where} has no rows. Leave it out, or write a row that says why.`);
  if (rows.length + lines.length + 3 > MOST_ROWS)
    throw new WorkbookRefused(`${where} has more rows than the ${MOST_ROWS} of a sheet.`);
  const seen = new Set<string>();
  for (const { heading } of columns) {
    refuseText(heading, `${where}, a heading`, LONGEST_HEADING);
    const name = headingInFile(heading).toLowerCase();
    if (seen.has(name))
      throw new WorkbookRefused(`${where} has two columns with the heading "${heading}".`);
    seen.add(name);
  }
  rows.forEach((row, index) => {
    const inRow = `${where}, row ${index + 1}`;
    if (row.length !== columns.length)
      throw new WorkbookRefused(
        `${inRow} has ${row.length} cells and the table ${columns.length} columns.`,
      );
    row.forEach((cell, column) => {
      if (typeof cell === 'string') refuseText(cell, inCell(inRow, columns[column]?.heading));
      else if (!Number.isFinite(cell))
        throw new WorkbookRefused(
          `${inCell(inRow, columns[column]?.heading)} is ${cell}, which is no number.`,
        );
    });
  });
}

const inCell = (row: string, heading: string | undefined) => `${row}, column "${heading}"`;

function refuseText(text: string, where: string, longest = LONGEST_TEXT): void {
  if (text.trim() === '')
    throw new WorkbookRefused(`${where} is blank. Write a word or a symbol that says why.`);
  if (text.length > longest)
    throw new WorkbookRefused(
      `${where} has ${text.length} characters; a cell holds at most ${longest}.`,
    );
}

/** A heading on one line: formats that name a column by its heading allow no line ends in the name. */
export function headingInFile(heading: string): string {
  return cleaned(heading).replace(/\s+/g, ' ').trim();
}
