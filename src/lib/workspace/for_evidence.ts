import type { SafeTable } from '../disclosure/safe_table';
import type { AskOptions, Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql } from '../engine/sql';
import type { FileReport } from '../intake/file_report';
import type { FigureRequest } from '../measures/request';

/** How far the hashing of files is, in bytes. */
export interface HashProgress {
  readonly file: string;
  readonly done: number;
  readonly of: number;
}

export interface HashOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: HashProgress) => void;
}

/** A loaded file with the SHA-256 of all of it. */
export interface HashedFile {
  readonly report: FileReport;
  readonly sha256: string;
}

/** What evidence needs of a workspace beside its reports. */
export interface ForEvidence {
  /**
   * Reads every loaded file again, a piece at a time. Throws a `RequestError` for a file that is not any more what was
   * loaded; an `AbortError` when it is cancelled.
   */
  hashFiles(options?: HashOptions): Promise<readonly HashedFile[]>;
  /** The database's own name for its version. */
  engineVersion(): Promise<string>;
  /**
   * Figures that are judged by each other and by nothing that was shown before: a pack leaves the authority by itself,
   * and made again, wherever, it must be the same. Throws a `RequestError` as the workspace does, and once the extracts
   * are others than at the first figure.
   */
  figures(request: FigureRequest, options?: AskOptions): Promise<SafeTable>;
}

export async function engineVersionOf(engine: Engine): Promise<string> {
  const rows = openRows<{ version: string }>(await engine.ask(sql`select version() as version`));
  return rows[0]?.version ?? '';
}
