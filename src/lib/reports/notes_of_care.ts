import type { FigureContent } from '../charts/figure_content';
import { disclosureNotes } from '../disclosure/warnings';
import type { Status } from '../disclosure/safe_table';
import { academicYearOf, academicYearOfPeriod, parsePeriod } from '../measures/period';
import { formatDate, formatMany } from '../ui/format';
import type { TableModel } from '../ui/table';

/** In how many rows of a table a status stands. */
function rowsWith({ rows }: TableModel, status: Status): number {
  return rows.filter(({ cells }) =>
    cells.some((cell) => typeof cell === 'object' && cell.status === status),
  ).length;
}

/** What a reader of a figure has to take care of, a sentence each; made of what it shows alone. */
export function notesOfCare(content: FigureContent): readonly string[] {
  const { table, tables, periods } = content;
  const hidden = rowsWith(table, 'c');
  const unreliable = rowsWith(table, 'u');
  const rows = formatMany(table.rows.length, 'row');
  return [
    ...(hidden === 0
      ? []
      : [
          `In ${hidden} of ${rows} a number is hidden to protect people, because few are counted or because it would give such a number away.`,
        ]),
    ...(unreliable === 0
      ? []
      : [`In ${unreliable} of ${rows} a number is of low reliability: do not build on it.`]),
    ...disclosureNotes(tables, periods),
    ...breaksInWords(content),
  ];
}

/** Changes of a definition between the periods that are shown. */
function breaksInWords({ tables, periods }: FigureContent): readonly string[] {
  const years = periods.flatMap((text) => {
    const period = parsePeriod(text);
    return period === null ? [] : [academicYearOfPeriod(period)];
  });
  const sentences = tables.flatMap(({ measure }) =>
    (measure.breaks ?? [])
      .filter(({ from }) => {
        const year = academicYearOf(from);
        return years.length > 1 && Math.min(...years) <= year && year <= Math.max(...years);
      })
      .map(({ from, what }) => `The definition changed on ${formatDate(from)}. ${what}`),
  );
  return [...new Set(sentences)];
}
