import type { Table } from '$lib/contract/table';
import type { CheckedFile } from './checked_file';
import { FIRST_DAY, LAST_DAY } from './columns/day_column';
import { checkCsvFile, isCsv } from './csv_file';
import type { Batch, Decoder, KnownAs, NamedBlob, OpenedFile, OpenOptions } from './decoder';
import { FileDecoding, type Registers } from './file_decoding';
import {
  FileRefused,
  refusal,
  type FileMetadata,
  type FileReport,
  type Finding,
} from './file_report';
import { fingerprintOf } from './fingerprint';
import { initialiseParquet } from './parquet_chunks';
import { checkParquetFile } from './parquet_file';
import { dayOf } from './plain_values';
import { PseudonymRegister } from './pseudonyms';

/** What the decoder keeps of a file between `open` and `forget`. */
interface FileState {
  readonly file: NamedBlob;
  table: Table | null;
  checked: CheckedFile | null;
  decoding: FileDecoding | null;
  refused: Finding | null;
}

/**
 * A decoder in the calling thread: what the worker runs, and what Node and tests use.
 * @param wasm the module of parquet-wasm: its bytes, or where to fetch it
 */
export async function decoderHere(wasm: BufferSource | URL | string): Promise<Decoder> {
  await initialiseParquet(wasm);
  return new DecoderHere();
}

class DecoderHere implements Decoder {
  private readonly files = new Map<number, FileState>();
  private registers: Registers = emptyRegisters();

  async open(file: NamedBlob, fileNo: number, options: OpenOptions = {}): Promise<OpenedFile> {
    const state: FileState = { file, table: null, checked: null, decoding: null, refused: null };
    this.files.set(fileNo, state);
    try {
      return await this.check(state, fileNo, options);
    } catch (error) {
      throw this.settle(state, fileNo, error);
    }
  }

  private async check(
    state: FileState,
    fileNo: number,
    { signal, loaded }: OpenOptions,
  ): Promise<OpenedFile> {
    const { file } = state;
    signal?.throwIfAborted();
    const onTable = (table: Table) => {
      state.table = table;
    };
    const check = isCsv(file) ? checkCsvFile : checkParquetFile;
    const checked = await check(file, onTable);
    signal?.throwIfAborted();
    const identity = { file: file.name, table: checked.table.name };
    const fingerprint = await fingerprintOf(file, signal);
    if (loaded?.has(fingerprint)) throw refusal('duplicate_file', identity);
    state.checked = checked;
    const metadata = metadataOf(checked.metadata);
    state.decoding = new FileDecoding(
      checked.table,
      checked.columns.inFile,
      identity,
      this.registers,
      metadata.extracted_on,
    );
    const { findings } = state.decoding;
    if (checked.rows === 0) findings.noteFile('no_rows');
    if (checked.metadata.get('extracted_on') && metadata.extracted_on === undefined) {
      findings.noteFile('unreadable_extract_date');
    }
    for (const name of checked.columns.unknown) findings.noteFile('unknown_column', name);
    for (const name of checked.columns.missing_optional) {
      findings.noteFile('missing_optional_column', name);
    }
    return {
      fileNo,
      file: file.name,
      table: checked.table.name,
      bytes: file.size,
      rows: checked.rows,
      fingerprint,
      metadata,
    };
  }

  async *batches(
    fileNo: number,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<Batch, void> {
    const state = this.stateOf(fileNo);
    const { checked, decoding } = state;
    if (!checked || !decoding) throw new RangeError(`File ${fileNo} was not opened`);
    try {
      signal?.throwIfAborted();
      for await (const chunk of checked.chunks()) {
        signal?.throwIfAborted();
        const batch = decoding.take(chunk, checked.rows);
        if (batch) yield batch;
      }
      if (decoding.rowsDecoded !== checked.rows) {
        throw refusal('damaged', { file: state.file.name, table: checked.table.name });
      }
      const last = decoding.finish(checked.rows);
      if (last) yield last;
    } catch (error) {
      throw this.settle(state, fileNo, error);
    }
  }

  async report(fileNo: number): Promise<FileReport> {
    const { file, table, checked, decoding, refused } = this.stateOf(fileNo);
    const rows = checked?.rows ?? 0;
    const dropped = decoding?.droppedRows.count ?? 0;
    const findings = decoding?.findings.list() ?? [];
    return {
      fileNo,
      file: file.name,
      table: table?.name ?? null,
      bytes: file.size,
      rows,
      kept: refused || !decoding ? 0 : decoding.rowsDecoded - dropped,
      dropped,
      refused,
      metadata: metadataOf(checked?.metadata ?? new Map()),
      columns: {
        known: checked?.columns.known ?? [],
        missing_optional: checked?.columns.missing_optional ?? [],
        unknown: checked?.columns.unknown ?? [],
      },
      findings: refused ? [...findings, refused] : findings,
      droppedRows: decoding?.droppedRows.ranges() ?? new Uint32Array(),
    };
  }

  async forget(fileNo: number): Promise<void> {
    this.files.delete(fileNo);
  }

  async find(pseudonym: string): Promise<KnownAs> {
    const { people, parents } = this.registers;
    const parent = parents.find(pseudonym);
    // First and second parent are nobody's pseudonyms.
    return {
      person: people.find(pseudonym),
      parent: parent !== null && parent > 2 ? parent : null,
    };
  }

  async wipe(): Promise<void> {
    this.files.clear();
    this.registers = emptyRegisters();
  }

  close(): void {
    this.files.clear();
  }

  private stateOf(fileNo: number): FileState {
    const state = this.files.get(fileNo);
    if (!state) throw new RangeError(`File ${fileNo} was not opened`);
    return state;
  }

  /** A refused file keeps its report only; of a file that was cancelled nothing stays. */
  private settle(state: FileState, fileNo: number, error: unknown): unknown {
    if (error instanceof FileRefused) state.refused = error.finding;
    else this.files.delete(fileNo);
    return error;
  }
}

/** Parents 1 and 2 are the first and the second parent of each child, so they keep those numbers. */
function emptyRegisters(): Registers {
  const parents = new PseudonymRegister();
  parents.numberOfInteger(1, 0);
  parents.numberOfInteger(2, 0);
  return { people: new PseudonymRegister(), parents };
}

function metadataOf(pairs: ReadonlyMap<string, string>): FileMetadata {
  const metadata: Record<string, string> = {};
  for (const key of ['source', 'extracted_on', 'purpose', 'status', 'sample'] as const) {
    const value = pairs.get(key);
    if (value) metadata[key] = value;
  }
  const { extracted_on: stated, ...others } = metadata;
  const extracted_on = stated === undefined ? null : isoDay(stated);
  return extracted_on === null ? others : { ...others, extracted_on };
}

/** A date as an ISO date; null when it is none, or not between 2000 and 2100. */
function isoDay(text: string): string | null {
  const day = dayOf(text);
  if (Number.isNaN(day) || day < FIRST_DAY || day > LAST_DAY) return null;
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
