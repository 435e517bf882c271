import type { SafeFindingsTable } from '../disclosure/safe_findings';
import type { TableModel } from '../ui/table';
import type { Places } from '../words/places';

/** A text of a model with the districts' names in the place of their codes. */
export function withNames(text: string, { districts }: Places): string {
  if (text === 'unknown') return 'Not known';
  return districts.reduce((said, { code, name }) => said.replaceAll(code, name), text);
}

/** A model's table as the page shows it: words as they are, hidden numbers as their symbols. */
export function findingsTable(
  { title, columns, rows }: SafeFindingsTable,
  places: Places,
): TableModel {
  return {
    caption: title,
    columns,
    rows: rows.map(({ words, numbers }, index) => ({
      key: String(index),
      cells: columns.map(({ id, kind }) =>
        kind === 'text'
          ? withNames(words[id] ?? '', places)
          : (numbers[id] ?? { value: null, status: 'x' as const }),
      ),
    })),
  };
}
