import type { SafeFindingsTable } from '../disclosure/safe_findings';
import { nameIn } from '../model_pictures/row_words';
import type { TableModel } from '../ui/table';
import type { Places } from '../words/places';

/** A text of a model with the districts' names in the place of their codes. */
export function withNames(text: string, { districts }: Places): string {
  if (text === 'unknown') return 'Not known';
  return districts.reduce((said, { code, name }) => said.replaceAll(code, name), text);
}

/** A model's table as the page shows it: codes in words, hidden numbers as their symbols. */
export function findingsTable(table: SafeFindingsTable, places: Places): TableModel {
  const { title, columns, rows } = table;
  return {
    caption: title,
    columns,
    rows: rows.map((row, index) => ({
      key: String(index),
      cells: columns.map(({ id, kind }) =>
        kind === 'text'
          ? withNames(nameIn(table, row, id, places), places)
          : (row.numbers[id] ?? { value: null, status: 'x' as const }),
      ),
    })),
  };
}
