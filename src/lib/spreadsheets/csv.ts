import Papa from 'papaparse';
import { harmless } from './formula';
import { numeral } from './numbers';
import type { WorkbookTable } from './workbook';

/**
 * The table as CSV, RFC 4180: a line of headings, then the rows, each ended by CR LF. Numbers have all their digits and
 * no thousands separators or exponents, percentages are fractions, and words that a spreadsheet would run stand behind
 * an apostrophe. Without a byte order mark: whoever writes the file encodes it as UTF-8.
 * @throws RangeError for a number that is not finite
 */
export function csvOf({ columns, rows }: WorkbookTable): string {
  const fields = columns.map(({ heading }) => harmless(heading));
  // Papa Parse would make words of negative numbers written out, so what is harmless is decided here.
  const data = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? numeral(cell) : harmless(cell))),
  );
  return `${Papa.unparse({ fields, data })}\r\n`;
}
