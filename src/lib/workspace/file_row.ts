import type { FileReport } from '../intake/file_report';

/** A file on the load page: what it is, how far it is, what came of it. */
export interface FileRow {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** The file's number in the workspace, once its turn has come. */
  readonly fileNo: number | null;
  readonly table: string | null;
  readonly rows: number;
  readonly of: number;
  /** Rows a second since reading began; null before. */
  readonly speed: number | null;
  readonly state: 'waiting' | 'reading' | 'loaded' | 'refused' | 'cancelled' | 'failed';
  readonly report: FileReport | null;
}
