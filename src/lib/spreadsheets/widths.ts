import { isNumberLook } from './looks';
import { shown } from './numbers';
import type { SheetCell } from './sheets';

const NARROWEST = 12;
const WIDEST = 60;
/** Bold letters beside the digits that widths are counted in; ordinary ones are a little narrower than digits. */
const BOLD = 1.15;
const ORDINARY = 0.92;

type Row = readonly SheetCell[];

/**
 * Widths of the columns in characters, so that numbers and most words fit on a line and a long text wraps. Of a
 * heading, only its longest word counts.
 * @param rows the headings, then the rows of the table
 * @param firstAtLeast of the first column, which may hold text above the table
 */
export function fittedWidths(rows: readonly Row[], firstAtLeast: number): readonly number[] {
  const widths = rows[0]?.map((_, column) => (column === 0 ? firstAtLeast : 0)) ?? [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, lengthOf(cell));
    });
  return widths.map((width) => Math.min(Math.max(Math.ceil(width) + 2, NARROWEST), WIDEST));
}

/**
 * How many lines of text a row is high, rather one too many than one too few. The files say it, because applications
 * differ in whether they work it out when they open one.
 */
export function linesOf(row: Row, widths: readonly number[]): number {
  return Math.max(1, ...row.map((cell, column) => linesOfCell(cell, widths[column] ?? NARROWEST)));
}

const isHeading = ({ look }: SheetCell) => look === 'heading' || look === 'number heading';

function lengthOf(cell: SheetCell): number {
  const { value, look } = cell;
  if (typeof value === 'number') return shown(value, isNumberLook(look) ? look : 'words').length;
  const pieces = value.split(isHeading(cell) ? /\s/ : '\n');
  return (isHeading(cell) ? BOLD : 1) * longest(pieces);
}

const longest = (pieces: readonly string[]) =>
  pieces.reduce((most, { length }) => Math.max(most, length), 0);

function linesOfCell(cell: SheetCell, width: number): number {
  const { value, look } = cell;
  if (typeof value === 'number' || look === 'line' || look === 'title') return 1;
  const room = (width - 1) / (isHeading(cell) ? BOLD : ORDINARY);
  return value.split('\n').reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, room), 0);
}

/** A word goes on the next line when it does not fit on this one; one that fits on none is broken. */
function linesOfParagraph(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of paragraph.split(' ')) {
    if (used > 0 && used + 1 + length > room) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
    const more = Math.ceil(used / room) - 1;
    if (more > 0) {
      lines += more;
      used -= more * room;
    }
  }
  return lines;
}
