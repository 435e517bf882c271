import type { SampleOptions } from './arguments';
import type { County } from './county';
import { academicYearLabel, isoOf } from './dates';
import type { SampleFile } from './output';

function number(n: number): string {
  return n.toLocaleString('en-GB');
}

/** A Markdown table with its columns padded, as the formatter wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The README.md that goes with a synthetic county. */
export function readme(
  options: SampleOptions,
  files: readonly SampleFile[],
  county: County,
): string {
  const { people, years, seed, endYear, attendanceRows } = options;
  const rows = attendanceRows === undefined ? '' : ` --attendance-rows ${attendanceRows}`;
  const command = `npm run samples -- --people ${people} --years ${years} --seed ${seed} --end-year ${endYear}${rows} --out DIR`;
  return `# Sample county

**Everyone in these files is invented.** They were written by a program from random numbers. No row
was taken from, copied from or derived from a record of a real person. The districts are the twelve
of Kent, with their codes; the schools are invented, and so are their numbers.

Made by \`${command}\`. The same command writes the same files, byte for byte.

The county has ${number(people)} people, registers with a row for every session from ${academicYearLabel(county.firstYear)} to
${academicYearLabel(endYear)}, census totals for ${academicYearLabel(county.firstYear - 1)}, and an extract date of ${isoOf(county.extract)}. Shares, mixes and
levels follow what the Department for Education publishes for Kent; nothing in it is a finding about
a real district or school.

## Files

${table(
  ['file', 'table', 'rows', 'bytes'],
  files.map(({ file, table: name, rows: count, bytes }) => [
    file,
    name,
    number(count),
    number(bytes),
  ]),
)}

## Faults put in on purpose

Intake reports each of these. It also drops the rows of the people in \`restrictions\`, as it must.

${table(
  ['table', 'fault', 'rows'],
  county.faults.map((fault) => [fault.table, fault.what, number(fault.rows)]),
)}
`;
}
