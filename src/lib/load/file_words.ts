import { formatCount, formatMany } from '../ui/format';
import type { FileRow } from '../workspace/file_row';
import { rowsLeftOut } from './findings';

/** Whether a file is still to be read, wholly or in part. */
export function isUnderWay({ state }: Pick<FileRow, 'state'>): boolean {
  return state === 'waiting' || state === 'reading';
}

/** What became of a file, in a few words. */
export function stateInWords(file: FileRow): string {
  switch (file.state) {
    case 'waiting':
      return 'Waiting for its turn';
    case 'reading':
      return file.of === 0 ? 'Being checked' : 'Being read';
    case 'loaded': {
      const left = file.report ? rowsLeftOut(file.report) : 0;
      return left === 0 ? 'Loaded' : `Loaded, ${formatMany(left, 'row')} left out`;
    }
    case 'refused':
      return 'Refused';
    case 'cancelled':
      return 'Cancelled: nothing of it was kept';
    case 'failed':
      return 'Not loaded: the database stopped';
  }
}

/** "1,200,000 of 4,943,454 rows", "89 rows"; empty while the number of rows is not known. */
export function rowsInWords({ state, rows, of }: FileRow): string {
  if (state === 'loaded') return formatMany(rows, 'row');
  return state === 'reading' && of > 0 ? `${formatCount(rows)} of ${formatMany(of, 'row')}` : '';
}

/** Rows a second to two figures, as speed is never steadier than that; empty when there is none. */
export function speedInWords(speed: number | null): string {
  if (speed === null || speed < 1) return '';
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(speed)) - 1);
  return `${formatCount(Math.round(speed / scale) * scale)} rows a second`;
}

/** 1,035,739 bytes as "1.0 MB". */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'] as const;
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const places = unit === 0 ? 0 : 1;
  const number = size.toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return `${number}\u00a0${bytes === 1 ? 'byte' : units[unit]}`;
}

/** How far the files are together. */
export interface Totals {
  readonly files: number;
  readonly underWay: number;
  readonly loaded: number;
  readonly refused: number;
  readonly cancelled: number;
  readonly failed: number;
  /** Rows of the files that are in. */
  readonly rows: number;
  /** 0 to 1, by bytes. */
  readonly done: number;
}

/** Adds the files up. */
export function totalsOf(files: readonly FileRow[]): Totals {
  const inState = (state: FileRow['state']): number =>
    files.filter((file) => file.state === state).length;
  let bytes = 0;
  let bytesDone = 0;
  let rows = 0;
  for (const file of files) {
    bytes += file.bytes;
    if (file.state === 'reading') bytesDone += file.of > 0 ? (file.bytes * file.rows) / file.of : 0;
    else if (file.state !== 'waiting') bytesDone += file.bytes;
    if (file.state === 'loaded') rows += file.rows;
  }
  return {
    files: files.length,
    underWay: files.filter(isUnderWay).length,
    loaded: inState('loaded'),
    refused: inState('refused'),
    cancelled: inState('cancelled'),
    failed: inState('failed'),
    rows,
    done: bytes === 0 ? 1 : bytesDone / bytes,
  };
}

/** "17 files loaded with 14,710,542 rows, 1 refused." */
export function totalsInWords(totals: Totals): string {
  const parts = [
    totals.loaded > 0 || totals.files === 0
      ? `${formatMany(totals.loaded, 'file')} loaded with ${formatMany(totals.rows, 'row')}`
      : '',
    totals.underWay > 0 ? `${formatMany(totals.underWay, 'file')} to go` : '',
    totals.refused > 0 ? `${formatCount(totals.refused)} refused` : '',
    totals.cancelled > 0 ? `${formatCount(totals.cancelled)} cancelled` : '',
    totals.failed > 0 ? `${formatCount(totals.failed)} not loaded` : '',
  ].filter((part) => part !== '');
  return `${parts.join(', ')}.`;
}

/** Names that several loaded files share: perhaps a correction was added beside what it corrects. */
export function namesLoadedTwice(files: readonly FileRow[]): readonly string[] {
  const loaded = files.filter((file) => file.state === 'loaded').map((file) => file.name);
  return [...new Set(loaded.filter((name, index) => loaded.indexOf(name) !== index))];
}
