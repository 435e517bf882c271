import type { FindingsColumn } from '$lib/disclosure/findings';
import type { SafeFindings, SafeFindingsTable } from '$lib/disclosure/safe_findings';
import type { PictureContext } from '$lib/model_pictures/findings_picture';

type Value = string | number | null | 'c';

/** Rows of a table as disclosure control would hand them over; a row that is `hidden` shows its names only. */
export function madeUpTable(
  id: string,
  columns: readonly FindingsColumn[],
  rows: readonly (Readonly<Record<string, Value>> & { readonly hidden?: never })[],
  hidden: readonly number[] = [],
): SafeFindingsTable {
  return {
    id,
    title: `Table ${id}`,
    columns,
    note: null,
    rows: rows.map((row, at) => {
      const isHidden = hidden.includes(at);
      const of = (text: boolean) => columns.filter(({ kind }) => (kind === 'text') === text);
      return {
        status: isHidden ? 'c' : 'ok',
        words: Object.fromEntries(
          of(true).map((column) => [
            column.id,
            isHidden && !column.names && !column.dimension ? '' : String(row[column.id] ?? ''),
          ]),
        ),
        numbers: Object.fromEntries(
          of(false).map((column) => {
            const value = row[column.id];
            if (isHidden) return [column.id, { value: null, status: 'c' as const }];
            return [
              column.id,
              typeof value === 'number'
                ? { value, status: 'ok' as const }
                : { value: null, status: 'z' as const },
            ];
          }),
        ),
      };
    }),
  };
}

function brand(findings: unknown): asserts findings is SafeFindings {
  if (typeof findings !== 'object') throw new TypeError('no findings');
}

/** What stands around a table: the findings' other tables, and two districts. */
export function around(tables: readonly SafeFindingsTable[], asked = ''): PictureContext {
  const findings: unknown = {
    status: 'ok',
    because: null,
    sentences: ['From 10 people open today to about 20 after twelve months.'],
    tables,
    assumptions: [],
    policy: { name: 'test', threshold: 5, roundingBase: null },
  };
  brand(findings);
  const district = (code: string, name: string) => ({ code, name, shortName: name });
  return {
    findings,
    places: {
      name: 'Kent',
      districts: [
        district('E1', 'Ashford'),
        district('E2', 'Thanet'),
        district('E3', 'Dover'),
      ] as unknown as PictureContext['places']['districts'],
    },
    asked,
  };
}
