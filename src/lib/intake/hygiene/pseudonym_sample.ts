import type { Table } from '$lib/contract/table';
import { refusal, type FileIdentity } from '../file_report';
import type { Footer } from '../footer';
import type { MatchedColumns } from '../match_columns';
import { parquetChunks, type Chunk } from '../parquet_chunks';
import { hasValue, type RawColumn } from '../raw_column';
import { identifierAmongPseudonyms } from './identifiers';

const SAMPLE_ROWS = 2000;

/**
 * Looks at the first pseudonyms of a file before anything of it is used.
 * @throws FileRefused when nearly all of them look like identifiers
 */
export async function checkPseudonyms(
  table: Table,
  file: Blob,
  footer: Footer,
  columns: MatchedColumns,
  identity: FileIdentity,
): Promise<void> {
  const names = table.columns
    .filter(({ type }) => type === 'person' || type === 'parent')
    .flatMap(({ name }) => columns.inFile.get(name) ?? []);
  if (names.length === 0 || footer.rows === 0) return;
  const samples = new Map(names.map((name) => [name, new Set<string>()]));
  const first = { rowGroups: [0], limit: SAMPLE_ROWS };
  for await (const chunk of parquetChunks(file, names, first)) addSamples(chunk, samples);
  checkSamples(samples, identity);
}

/** Adds the texts of a chunk's columns to the samples of the same names. */
export function addSamples(chunk: Chunk, samples: ReadonlyMap<string, Set<string>>): void {
  for (const [name, sample] of samples) {
    const raw = chunk.columns.get(name);
    for (let row = 0; raw && row < Math.min(raw.rows, SAMPLE_ROWS); row++) {
      if (hasValue(raw, row)) sample.add(textOf(raw, row));
    }
  }
}

/** @throws FileRefused when nearly all values of a sample look like identifiers */
export function checkSamples(
  samples: ReadonlyMap<string, Set<string>>,
  identity: FileIdentity,
): void {
  for (const [column, sample] of samples) {
    const kind = identifierAmongPseudonyms(sample);
    if (kind) {
      throw refusal('identifier_values', identity, {
        column,
        text: `They look like ${kind.label}.`,
      });
    }
  }
}

const decoder = new TextDecoder();

function textOf(raw: RawColumn, row: number): string {
  switch (raw.form) {
    case 'integer':
      return String(raw.values[row]);
    case 'integer64':
      return String(raw.words[row * 2 + 1]! * 2 ** 32 + (raw.words[row * 2]! >>> 0));
    case 'decimal':
      return String(raw.words[row * 4 + 1]! * 2 ** 32 + (raw.words[row * 4]! >>> 0));
    case 'text':
      return decoder.decode(raw.bytes.subarray(raw.offsets[row]!, raw.offsets[row + 1]!));
    default:
      return '';
  }
}
