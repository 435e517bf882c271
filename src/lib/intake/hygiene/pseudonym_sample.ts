import type { Table } from '$lib/contract/table';
import { refusal, type FileIdentity } from '../file_report';
import type { Footer } from '../footer';
import type { MatchedColumns } from '../match_columns';
import { parquetChunks, type Chunk } from '../parquet_chunks';
import { hasValue, type RawColumn } from '../raw_column';
import { identifierAmongPseudonyms } from './identifiers';

const SAMPLE_ROWS = 2000;
const SAMPLES = 8;

/**
 * Looks at pseudonyms from up to eight places of a file, its first and its last row group among them,
 * before anything of it is used: identifiers may stand behind rows that are in order.
 * @throws FileRefused when nearly all of one place look like identifiers
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
  for (const rowGroup of spreadOver(footer.rowGroups, SAMPLES)) {
    const samples = new Map(names.map((name) => [name, new Set<string>()]));
    const place = { rowGroups: [rowGroup], limit: SAMPLE_ROWS };
    for await (const chunk of parquetChunks(file, names, place)) addSamples(chunk, samples);
    checkSamples(samples, identity);
  }
}

/** Up to `most` of the numbers from 0 to `count` - 1, evenly spread, the first and the last among them. */
function spreadOver(count: number, most: number): readonly number[] {
  const steps = Math.min(count, most) - 1;
  if (steps <= 0) return [0];
  return Array.from({ length: steps + 1 }, (_, step) => Math.round((step * (count - 1)) / steps));
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
