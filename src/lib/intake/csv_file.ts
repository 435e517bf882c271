import Papa from 'papaparse';
import type { Table } from '$lib/contract/table';
import { detectTable } from './detect_table';
import type { CheckedFile } from './checked_file';
import type { NamedBlob } from './decoder';
import { refusal, type FileIdentity } from './file_report';
import type { FooterColumn } from './footer';
import { address } from './hygiene/address';
import { checkName } from './hygiene/footer_hygiene';
import { identifierIn } from './hygiene/identifiers';
import { personName } from './hygiene/person_name';
import { addSamples, checkSamples } from './hygiene/pseudonym_sample';
import { matchColumns } from './match_columns';
import type { Chunk } from './parquet_chunks';
import { CHUNK_ROWS, type RawColumn } from './raw_column';

/** Whether a file is to be read as CSV, told by its name. */
export const isCsv = (file: NamedBlob): boolean => /\.csv$/i.test(file.name);

/**
 * Reads a CSV file and checks its columns; the same rules hold as for Parquet, and every cell is text.
 * Columns outside the contract are looked at for identifiers and then let go.
 * @throws FileRefused
 */
export async function checkCsvFile(
  file: NamedBlob,
  onTable: (table: Table) => void,
): Promise<CheckedFile> {
  const table = detectTable(file.name, undefined);
  onTable(table);
  const identity: FileIdentity = { file: file.name, table: table.name };
  if (!table.csv) throw refusal('csv_not_accepted', identity);
  if (file.size === 0) throw refusal('empty_file', identity);
  const [heading = [], ...rows] = parsed(await file.text(), identity);
  const names = heading.map((name) => name.trim());
  checkHygiene(table, names, rows, identity);
  const found: FooterColumn[] = names.map((name) => ({
    name,
    form: formFor(table, name),
    type: 'text',
    extremes: [],
    allEmpty: false,
  }));
  const columns = matchColumns(table, found, identity);
  const chunks = () => csvChunks(names, rows, [...columns.inFile.values()]);
  const pseudonyms = table.columns.filter(({ type }) => type === 'person');
  const samples = new Map(
    pseudonyms.map(({ name }) => [columns.inFile.get(name) ?? name, new Set<string>()]),
  );
  for await (const chunk of chunks()) {
    addSamples(chunk, samples);
    break;
  }
  checkSamples(samples, identity);
  return { table, columns, rows: rows.length, metadata: new Map(), chunks };
}

function parsed(text: string, identity: FileIdentity): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
  });
  // A file of one column has no delimiter to be found.
  const error = errors.find(({ code }) => code !== 'UndetectableDelimiter');
  const ragged = data.findIndex((row) => row.length !== data[0]!.length);
  const row = error?.row ?? ragged;
  if (error || ragged >= 0) {
    throw refusal('csv_malformed', identity, {
      text: error ? 'A quoted cell is not closed.' : 'A row has not as many cells as the heading.',
      rows: row > 0 ? [row] : [],
    });
  }
  return data;
}

/** A cell is text whatever it stands for; whether it can be read is decided cell by cell. */
function formFor(table: Table, name: string): FooterColumn['form'] {
  const column = table.columns.find((candidate) => candidate.name === name.toLowerCase());
  switch (column?.type) {
    case 'date':
    case 'month':
      return 'date';
    case 'school':
    case 'integer':
    case 'number':
      return 'integer';
    case 'boolean':
      return 'boolean';
    default:
      return 'text';
  }
}

function checkHygiene(
  table: Table,
  names: readonly string[],
  rows: readonly string[][],
  identity: FileIdentity,
): void {
  names.forEach((name, at) => {
    const column = table.columns.find((candidate) => candidate.name === name.toLowerCase());
    if (!column) checkName(name, identity);
    if (column && column.type !== 'text') return;
    const isSchoolName = table.name === 'schools' && column?.name === 'name';
    const values = rows.slice(0, 2000).map((row) => row[at]!.trim());
    const kind = identifierIn(values.filter(Boolean), isSchoolName ? [personName, address] : []);
    if (kind) {
      throw refusal('identifier_values', identity, {
        column: name,
        text: `They look like ${kind.label}.`,
      });
    }
  });
}

const encoder = new TextEncoder();

async function* csvChunks(
  names: readonly string[],
  rows: readonly string[][],
  columns: readonly string[],
): AsyncGenerator<Chunk, void> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const part = rows.slice(from, from + CHUNK_ROWS);
    yield {
      rows: part.length,
      columns: new Map(
        columns.map((name) => {
          const at = names.indexOf(name);
          return [name, textColumn(part.map((row) => row[at]!.trim()))];
        }),
      ),
    };
  }
}

/** Empty cells are cells without a value. */
function textColumn(cells: readonly string[]): RawColumn {
  const bytes = encoder.encode(cells.join(''));
  const offsets = new Int32Array(cells.length + 1);
  const validity = new Uint8Array((cells.length + 7) >> 3);
  cells.forEach((cell, row) => {
    offsets[row + 1] = offsets[row]! + encoder.encode(cell).length;
    if (cell !== '') validity[row >> 3]! |= 1 << (row & 7);
  });
  return { form: 'text', rows: cells.length, validity, first: 0, bytes, offsets };
}
