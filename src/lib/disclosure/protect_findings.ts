import { openFindings, type Findings, type FindingsRow, type FindingsTable } from './findings';
import type { SafeFindings, SafeFindingsRow, SafeFindingsTable } from './safe_findings';
import type { DisclosurePolicy, SafeCell } from './safe_table';

/**
 * Disclosure control of what a model found: a row or sentence that rests on few people shows no number,
 * and nothing of it is left in what is returned. Numbers of rows that say nothing of people are shown. Under a
 * policy that rounds there is no answer at all: what a model derives from exact counts cannot be rounded afterwards.
 */
export function protectFindings(findings: Findings, policy: DisclosurePolicy): SafeFindings {
  if (policy.roundingBase !== null) return withheld(policy);
  const { status, because, sentences, tables, assumptions } = openFindings(findings);
  const isShown = ({ people }: { readonly people: number | null }): boolean =>
    people === null || people > policy.threshold || policy.threshold === 0;
  return Object.freeze({
    status,
    because,
    sentences: sentences.filter(isShown).map(({ text }) => text),
    tables: tables.map((table) => safeTable(table, isShown)),
    assumptions,
    policy,
  }) as unknown as SafeFindings;
}

function withheld(policy: DisclosurePolicy): SafeFindings {
  return Object.freeze({
    status: 'x',
    because: `What models find rests on exact counts, which are not shown under the profile “${policy.name}”.`,
    sentences: [],
    tables: [],
    assumptions: [],
    policy,
  }) as unknown as SafeFindings;
}

function safeTable(
  { id, title, columns, rows, note }: FindingsTable,
  isShown: (row: FindingsRow) => boolean,
): SafeFindingsTable {
  const words = columns.filter(({ kind }) => kind === 'text');
  const numbers = columns.filter(({ kind }) => kind !== 'text').map((column) => column.id);
  return {
    id,
    title,
    columns,
    note: note ?? null,
    rows: rows.map((row): SafeFindingsRow => {
      const shown = isShown(row);
      const cell = (column: string): SafeCell => {
        if (!shown) return { value: null, status: 'c' };
        const value = row.cells[column];
        return typeof value === 'number' && Number.isFinite(value)
          ? { value, status: 'ok' }
          : { value: null, status: row.status ?? 'z' };
      };
      return {
        words: Object.fromEntries(
          words.map(({ id: column, names, dimension }) => {
            const isName = names === true || dimension !== undefined;
            return [column, shown || isName ? String(row.cells[column] ?? '') : ''];
          }),
        ),
        numbers: Object.fromEntries(numbers.map((column) => [column, cell(column)])),
        status: shown ? (row.status ?? 'ok') : 'c',
      };
    }),
  };
}
