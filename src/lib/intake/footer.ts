import { parquetMetadataAsync, type FileMetaData, type SchemaElement } from 'hyparquet';
import { refusal, type FileIdentity } from './file_report';

/** What a column of a Parquet file can be read as. */
export type FooterForm =
  'integer' | 'number' | 'boolean' | 'date' | 'timestamp' | 'text' | 'nested' | 'other';

/** The least and the greatest value of a column in a row group, as far as the writer noted them. */
export type StatisticsValue = bigint | boolean | number | string | Date | Uint8Array;

export interface FooterColumn {
  readonly name: string;
  readonly form: FooterForm;
  /** The type in the words of the file, for messages. */
  readonly type: string;
  readonly extremes: readonly StatisticsValue[];
  /** Whether the footer says that there is no value in any row. */
  readonly allEmpty: boolean;
}

/** What a Parquet file says about itself, read without decoding a row. */
export interface Footer {
  readonly rows: number;
  readonly rowGroups: number;
  readonly columns: readonly FooterColumn[];
  readonly metadata: ReadonlyMap<string, string>;
  /** Where the footer starts in the file. */
  readonly start: number;
}

const MAGIC = 'PAR1';
const ENCRYPTED_MAGIC = 'PARE';

/** Reads the footer of a Parquet file. @throws FileRefused when there is none that can be read */
export async function readFooter(file: Blob, identity: FileIdentity): Promise<Footer> {
  if (file.size === 0) throw refusal('empty_file', identity);
  const head = await file.slice(0, 4).text();
  const tail = await file.slice(-4).text();
  if (head === ENCRYPTED_MAGIC || tail === ENCRYPTED_MAGIC) throw refusal('encrypted', identity);
  if (head !== MAGIC && tail !== MAGIC) throw refusal('not_parquet', identity);
  if (tail !== MAGIC || file.size < 12) throw refusal('truncated', identity);
  const metadata = await parsedFooter(file, identity);
  const start = file.size - 8 - metadata.metadata_length;
  checkRowGroups(metadata, start, identity);
  return {
    rows: Number(metadata.num_rows),
    rowGroups: metadata.row_groups.length,
    columns: columnsOf(metadata),
    metadata: new Map(
      (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? '']),
    ),
    start,
  };
}

async function parsedFooter(file: Blob, identity: FileIdentity): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(
      {
        byteLength: file.size,
        slice: (start, end) => file.slice(start, end).arrayBuffer(),
      },
      { geoparquet: false },
    );
  } catch {
    throw refusal('truncated', identity, { text: 'Its footer cannot be read.' });
  }
}

function checkRowGroups(metadata: FileMetaData, footerStart: number, identity: FileIdentity): void {
  let rows = 0;
  for (const group of metadata.row_groups) {
    rows += Number(group.num_rows);
    for (const chunk of group.columns) {
      if (chunk.crypto_metadata || !chunk.meta_data) throw refusal('encrypted', identity);
      const { codec, dictionary_page_offset, data_page_offset, total_compressed_size } =
        chunk.meta_data;
      if (codec === undefined || codec === 'LZO') throw refusal('codec_not_supported', identity);
      // A dictionary offset of 0 is how some writers say that there is none.
      const from = Number(dictionary_page_offset || data_page_offset);
      if (from < 4 || from + Number(total_compressed_size) > footerStart) {
        throw refusal('truncated', identity, {
          text: 'Its footer points to rows that are not in the file.',
        });
      }
    }
  }
  if (rows !== Number(metadata.num_rows)) {
    throw refusal('damaged', identity, { text: 'Its row counts do not agree.' });
  }
}

function columnsOf(metadata: FileMetaData): FooterColumn[] {
  const columns: FooterColumn[] = [];
  const { schema } = metadata;
  let leaf = 0;
  for (let at = 1; at < schema.length;) {
    const element = schema[at]!;
    const size = subtreeSize(schema, at);
    const leaves = schema.slice(at, at + size).filter((part) => part.type !== undefined).length;
    const nested = size > 1 || element.repetition_type === 'REPEATED';
    const form = nested ? 'nested' : formOf(element);
    columns.push({
      name: element.name,
      form,
      type: nested ? 'nested' : typeName(element),
      ...statisticsOf(metadata, leaf, leaves),
    });
    leaf += leaves;
    at += size;
  }
  return columns;
}

function subtreeSize(schema: readonly SchemaElement[], at: number): number {
  let size = 1;
  for (let child = 0; child < (schema[at]?.num_children ?? 0); child++) {
    size += subtreeSize(schema, at + size);
  }
  return size;
}

function statisticsOf(metadata: FileMetaData, leaf: number, leaves: number) {
  const extremes: StatisticsValue[] = [];
  let empty = 0;
  for (const group of metadata.row_groups) {
    for (const chunk of group.columns.slice(leaf, leaf + leaves)) {
      const statistics = chunk.meta_data?.statistics;
      for (const value of [
        statistics?.min_value ?? statistics?.min,
        statistics?.max_value ?? statistics?.max,
      ]) {
        if (value !== undefined) extremes.push(value);
      }
      if (leaves === 1) empty += Number(statistics?.null_count ?? 0);
    }
  }
  const rows = Number(metadata.num_rows);
  return { extremes, allEmpty: rows > 0 && empty === rows };
}

function formOf(element: SchemaElement): FooterForm {
  const { type, converted_type: converted, logical_type: logical } = element;
  const annotation = logical?.type ?? converted ?? '';
  switch (type) {
    case 'BOOLEAN':
      return 'boolean';
    case 'INT96':
      return 'timestamp';
    case 'FLOAT':
    case 'DOUBLE':
      return 'number';
    case 'INT32':
    case 'INT64':
      if (annotation === 'DATE') return 'date';
      if (annotation.startsWith('TIMESTAMP')) return 'timestamp';
      if (annotation.startsWith('TIME')) return 'other';
      return annotation === 'DECIMAL' ? decimalForm(element) : 'integer';
    case 'BYTE_ARRAY':
      if (annotation === 'DECIMAL') return decimalForm(element);
      return ['STRING', 'UTF8', 'ENUM', 'JSON'].includes(annotation) ? 'text' : 'other';
    case 'FIXED_LEN_BYTE_ARRAY':
      return annotation === 'DECIMAL' ? decimalForm(element) : 'other';
    default:
      return 'other';
  }
}

/** A whole number of at most 18 digits fits 64 bits. */
function decimalForm({ scale, precision, logical_type: logical }: SchemaElement): FooterForm {
  const fraction = logical?.type === 'DECIMAL' ? logical.scale : scale;
  const digits = logical?.type === 'DECIMAL' ? logical.precision : precision;
  if ((digits ?? 0) > 18) return 'other';
  return (fraction ?? 0) === 0 ? 'integer' : 'number';
}

function typeName({ type, converted_type: converted, logical_type: logical }: SchemaElement) {
  const annotation = logical?.type ?? converted;
  return annotation ? `${type} ${annotation}` : `${type}`;
}
