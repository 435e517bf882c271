import type { Table } from '$lib/contract/table';
import { detectTable } from './detect_table';
import type { NamedBlob } from './decoder';
import { refusal, type FileIdentity } from './file_report';
import { readFooter, type Footer } from './footer';
import { checkFooterHygiene } from './hygiene/footer_hygiene';
import { checkPseudonyms } from './hygiene/pseudonym_sample';
import { matchColumns } from './match_columns';
import { parquetChunks, type Chunk } from './parquet_chunks';
import type { CheckedFile } from './checked_file';

/** Checks a Parquet file by its footer and its first pseudonyms. @throws FileRefused */
export async function checkParquetFile(
  file: NamedBlob,
  onTable: (table: Table) => void,
): Promise<CheckedFile> {
  const unnamed: FileIdentity = { file: file.name, table: null };
  const footer = await readFooter(file, unnamed);
  const table = detectTable(file.name, footer.metadata.get('table'));
  onTable(table);
  const identity: FileIdentity = { file: file.name, table: table.name };
  checkFooterHygiene(table, footer, identity);
  const nested = footer.columns.find((column) => column.form === 'nested');
  if (nested) throw refusal('nested_column', identity, { column: nested.name });
  const columns = matchColumns(table, footer.columns, identity);
  const plain = await withoutArrowSchema(file, footer);
  await decodable(identity, () => checkPseudonyms(table, plain, footer, columns, identity));
  return {
    table,
    columns,
    rows: footer.rows,
    metadata: footer.metadata,
    chunks: () => checkedChunks(plain, footer, [...columns.inFile.values()], identity),
  };
}

async function* checkedChunks(
  file: Blob,
  footer: Footer,
  columns: readonly string[],
  identity: FileIdentity,
): AsyncGenerator<Chunk, void> {
  const rowGroups = Array.from({ length: footer.rowGroups }, (_, group) => group);
  const chunks = parquetChunks(file, columns, { rowGroups });
  try {
    for (;;) {
      const { done, value } = await decodable(identity, () => chunks.next());
      if (done) return;
      yield value;
    }
  } finally {
    await chunks.return();
  }
}

/** The decoder's own errors say nothing to the person who dropped the file. */
async function decodable<Result>(
  identity: FileIdentity,
  decode: () => Promise<Result>,
): Promise<Result> {
  try {
    return await decode();
  } catch (error) {
    if (error instanceof Error && error.name === 'FileRefused') throw error;
    throw refusal('damaged', identity);
  }
}

const ARROW_SCHEMA = new TextEncoder().encode('ARROW:schema');

/**
 * The file without the hint by which some writers ask for their own in-memory types (views, large texts,
 * dictionaries, time zones): the hint's name is overwritten, so that every writer's file decodes alike.
 */
async function withoutArrowSchema(file: Blob, footer: Footer): Promise<Blob> {
  if (!footer.metadata.has('ARROW:schema')) return file;
  const bytes = new Uint8Array(await file.slice(footer.start).arrayBuffer());
  let at = bytes.indexOf(ARROW_SCHEMA[0]!);
  while (at >= 0 && !ARROW_SCHEMA.every((byte, k) => bytes[at + k] === byte)) {
    at = bytes.indexOf(ARROW_SCHEMA[0]!, at + 1);
  }
  if (at < 0) return file;
  bytes[at] = 'X'.charCodeAt(0);
  return new Blob([file.slice(0, footer.start), bytes]);
}
