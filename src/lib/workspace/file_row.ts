import type { FileReport } from '../intake/file_report';
import type { LoadStep } from './load_step';

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

/** A file whose turn has not come. */
export function waitingRow(id: number, source: { name: string; size: number }): FileRow {
  return {
    id,
    name: source.name,
    bytes: source.size,
    fileNo: null,
    table: null,
    rows: 0,
    of: 0,
    speed: null,
    state: 'waiting',
    report: null,
  };
}

/** Whether the file is still to come or being read, so that it can be cancelled. */
export function isUnderWay(row: FileRow): boolean {
  return row.state === 'waiting' || row.state === 'reading';
}

/** The rows with one of them changed. */
export function withChange(
  rows: readonly FileRow[],
  isMeant: (row: FileRow) => boolean,
  change: Partial<FileRow>,
): readonly FileRow[] {
  return rows.map((row) => (isMeant(row) ? { ...row, ...change } : row));
}

/** The rows with each file's newest report: a file that comes or goes changes what is said of others. */
export function withReports(
  rows: readonly FileRow[],
  reports: readonly FileReport[],
): readonly FileRow[] {
  return rows.map((row) => ({
    ...row,
    report: reports.find((report) => report.fileNo === row.fileNo) ?? row.report,
  }));
}

/** What a step of the load says about the row of its file. */
export function changeBy(
  step: Extract<LoadStep, { fileNo: number }>,
  secondsReading: number,
): Partial<FileRow> {
  switch (step.doing) {
    case 'opening':
      return { fileNo: step.fileNo, state: 'reading' };
    case 'reading':
      return {
        table: step.table,
        rows: step.rows,
        of: step.of,
        speed: secondsReading > 0.05 ? step.rows / secondsReading : null,
      };
    case 'finished':
      return {
        table: step.report.table,
        rows: step.report.rows,
        of: step.report.rows,
        state: step.report.refused === null ? 'loaded' : 'refused',
        report: step.report,
      };
    case 'cancelled':
      return { state: 'cancelled' };
  }
}
