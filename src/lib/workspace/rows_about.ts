import { engineColumn, engineTableName } from '../contract/engine_form';
import type { Table } from '../contract/table';
import { tables } from '../contract/tables';
import type { Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql } from '../engine/sql';
import type { KnownAs } from '../intake/decoder';
import type { LoadedFile } from '../marts/staging';

/** How many rows of a loaded table are about the bearer of a pseudonym. */
export interface RowsAbout {
  readonly table: string;
  /** The child or young person that the row is about, or a parent whom it names. */
  readonly as: 'person' | 'parent';
  readonly rows: number;
}

/**
 * Which of the loaded tables hold rows about the bearer of a pseudonym, and how many, for somebody who answers a
 * subject access request; never what stands in them. Counted are the rows that the database holds, those of people
 * on the restriction list too; tables that hold none are left out.
 */
export async function rowsAbout(
  engine: Engine,
  files: readonly LoadedFile[],
  known: KnownAs,
): Promise<readonly RowsAbout[]> {
  const found: RowsAbout[] = [];
  for (const table of tables) {
    for (const as of ['person', 'parent'] as const) {
      const number = known[as];
      const column = columnOf(table, as);
      if (number === null || column === null) continue;
      let rows = 0;
      for (const { fileNo } of files.filter((file) => file.table === table.name)) {
        const answer = await engine.ask(
          sql`
            select count(*)::integer as found
            from ${sql.name(engineTableName(table, fileNo))}
            where ${sql.name(column)} = ${number}`,
        );
        rows += openRows<{ found: number }>(answer)[0]?.found ?? 0;
      }
      if (rows > 0) found.push({ table: table.name, as, rows });
    }
  }
  return found;
}

/** Where a table names a person, or a parent, in the engine; null where it does not. */
function columnOf(table: Table, type: RowsAbout['as']): string | null {
  const column = table.columns.find((each) => each.type === type);
  return column ? engineColumn(table, column).name : null;
}
