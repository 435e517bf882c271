import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** Files written for a test into a folder of their own. */
export class OddFiles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'waymark-odd-'));
  #connection: DuckDBConnection | null = null;

  /** A Parquet file written by native DuckDB from a select; answers its path. */
  async parquet(name: string, select: string): Promise<string> {
    this.#connection ??= await (await DuckDBInstance.create(':memory:')).connect();
    const path = join(this.#folder, name);
    await this.#connection.run(
      `copy (${select}) to '${path}' (format parquet, compression zstd, row_group_size 122880)`,
    );
    return path;
  }

  /** A file of any bytes. */
  bytes(name: string, content: string | Uint8Array): string {
    const path = join(this.#folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** The first part of another file. */
  truncated(name: string, path: string, share: number): string {
    const whole = readFileSync(path);
    return this.bytes(name, whole.subarray(0, Math.floor(whole.length * share)));
  }
}

/** People as the contract wants them, numbered from `first`. */
export function people(count: number, first = 0, further = ''): string {
  return `
    select
      ${first} + i as person_id,
      (date '2008-09-01' + to_months((i % 24)::integer))::date as birth_month,
      case when i % 2 = 0 then 'F' else 'M' end as sex,
      'E070001' || lpad((105 + i % 12)::varchar, 2, '0') as home_district
      ${further}
    from range(${count}) as numbers(i)`;
}

/** Registers of so many rows, no session twice. */
export function registers(rows: number): string {
  return `
    select
      i % 20000 as person_id,
      136000 + (i % 20000) % 50 as school_id,
      (date '2023-09-04' + ((i // 40000) % 300)::integer)::date as date,
      case when (i // 20000) % 2 = 0 then 'AM' else 'PM' end as session,
      case when i % 17 = 0 then 'I' else '/' end as code
    from range(${rows}) as numbers(i)`;
}
