import type { Table } from '$lib/contract/table';
import type { MatchedColumns } from './match_columns';
import type { Chunk } from './parquet_chunks';

/** A file whose shape and hygiene are in order, Parquet or CSV. */
export interface CheckedFile {
  readonly table: Table;
  readonly columns: MatchedColumns;
  readonly rows: number;
  /** Key-value metadata of the file. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly chunks: () => AsyncGenerator<Chunk, void>;
}
