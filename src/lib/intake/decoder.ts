import type { FileMetadata, FileReport } from './file_report';

/** A dropped file, or under Node a Blob with a name. */
export type NamedBlob = Blob & { readonly name: string };

export interface OpenOptions {
  readonly signal?: AbortSignal;
  /** Fingerprints of the files that are loaded already; one of them again is refused. */
  readonly loaded?: ReadonlySet<string>;
}

/** A file whose table, columns and hygiene are in order, so that its rows may be decoded. */
export interface OpenedFile {
  readonly fileNo: number;
  readonly file: string;
  /** Name of the contract table. */
  readonly table: string;
  readonly bytes: number;
  readonly rows: number;
  /** Recognises the same content when it is dropped again. */
  readonly fingerprint: string;
  readonly metadata: FileMetadata;
}

/** Rows ready for the engine's table of the file (`createEngineTable`). */
export interface Batch {
  /** An Arrow IPC stream, to be given to `Engine.insert`. */
  readonly ipc: Uint8Array;
  /** Rows in this batch; dropped ones are not in it. */
  readonly kept: number;
  /** Rows of the file decoded so far. */
  readonly rows: number;
  /** Rows in the file. */
  readonly of: number;
}

/** The numbers under which the engine knows the bearer of a pseudonym; null where no extract read so far has it. */
export interface KnownAs {
  readonly person: number | null;
  /** As a parent, which has numbers of its own. */
  readonly parent: number | null;
}

/**
 * Turns dropped files into checked batches. One decoder serves one workspace, because a person has the
 * same number in every file. Refusals reject with `FileRefused`; the report stays, with the refusal in it.
 */
export interface Decoder {
  /**
   * Checks a file by its footer and its first pseudonyms. No row is decoded yet, except of CSV.
   * @param fileNo a number the caller has not used for another file that is still open
   * @throws FileRefused, or the signal's reason
   */
  open(file: NamedBlob, fileNo: number, options?: OpenOptions): Promise<OpenedFile>;
  /**
   * The file's rows in file order; the next batch is decoded while the present one is inserted, no more.
   * Leaving the loop or the signal stops the decoding and frees its memory.
   * @throws FileRefused when a row shows that the whole file must not be used: drop what was inserted
   */
  batches(fileNo: number, options?: { readonly signal?: AbortSignal }): AsyncGenerator<Batch, void>;
  /** What was found so far; complete once `batches` has ended. */
  report(fileNo: number): Promise<FileReport>;
  /** Forgets the file and its findings. */
  forget(fileNo: number): Promise<void>;
  /** Under which numbers a pseudonym is known. The question leaves nothing behind. */
  find(pseudonym: string): Promise<KnownAs>;
  /** Forgets every file and every pseudonym. */
  wipe(): Promise<void>;
  /** Ends the decoder for good. */
  close(): void;
}
