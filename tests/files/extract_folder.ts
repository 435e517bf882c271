import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { columnType } from './column_types';
import { openNative, quoted } from './native';

type Cell = string | number | boolean | null;
export type Rows = readonly Readonly<Record<string, Cell>>[];

export interface FileOptions {
  /** Name of the file; left out: the table's name with the ending of its format. */
  readonly as?: string;
  /** Key-value metadata, such as `table` and `extracted_on`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Other types than the contract's plain ones, by column: `{ person_id: 'varchar' }`. */
  readonly types?: Readonly<Record<string, string>>;
  /** Rows in a row group; DuckDB needs at least 2,048. */
  readonly rowGroup?: number;
}

/** A folder of extracts, written by native DuckDB. */
export class ExtractFolder {
  private constructor(
    readonly path: string,
    readonly native: DuckDBConnection,
  ) {}

  static async create(): Promise<ExtractFolder> {
    return new ExtractFolder(await mkdtemp(join(tmpdir(), 'waymark-')), await openNative());
  }

  /** Writes rows as Parquet and answers the path of the file. */
  parquet(table: string, rows: Rows, options: FileOptions = {}): Promise<string> {
    return this.parquetFrom(table, selectOf(table, rows, options.types), options);
  }

  /** Writes the rows of a query as Parquet and answers the path of the file. */
  async parquetFrom(table: string, query: string, options: FileOptions = {}): Promise<string> {
    const path = this.pathOf(options.as ?? `${table}.parquet`);
    const metadata = Object.entries(options.metadata ?? {});
    const settings = [
      'format parquet',
      ...(options.rowGroup === undefined ? [] : [`row_group_size ${options.rowGroup}`]),
      ...(metadata.length === 0
        ? []
        : [
            `kv_metadata {${metadata.map(([key, value]) => `"${key}": ${quoted(value)}`).join(', ')}}`,
          ]),
    ];
    await this.native.run(`copy (${query}) to ${quoted(path)} (${settings.join(', ')})`);
    return path;
  }

  /** Writes rows as CSV and answers the path of the file. */
  async csv(table: string, rows: Rows, options: FileOptions = {}): Promise<string> {
    const path = this.pathOf(options.as ?? `${table}.csv`);
    const query = selectOf(table, rows, options.types);
    await this.native.run(`copy (${query}) to ${quoted(path)} (format csv, header)`);
    return path;
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  async remove(): Promise<void> {
    this.native.closeSync();
    await rm(this.path, { recursive: true, force: true });
  }
}

function selectOf(table: string, rows: Rows, types: FileOptions['types'] = {}): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values = rows.map(
    (row) => `(${columns.map((column) => literal(row[column] ?? null)).join(', ')})`,
  );
  const typed = columns.map(
    (column) => `${column}::${types[column] ?? columnType(table, column)} as ${column}`,
  );
  return `select ${typed.join(', ')} from (values ${values.join(', ')}) as rows (${columns.join(', ')})`;
}

function literal(value: Cell): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}
