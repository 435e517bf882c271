import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** One row of `npm run figures -- --format json`. */
export interface FigureRecord {
  readonly measure: string;
  readonly period: string;
  readonly district?: string;
  readonly home_district?: string;
  readonly service?: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: string;
}

/** The command line's answer over some files of the sample county; each run takes seconds. */
export async function sampleFigures(
  files: readonly string[],
  ...args: readonly string[]
): Promise<FigureRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-sample-'));
  try {
    for (const file of files) await copyFile(join(root, 'data-samples', file), join(folder, file));
    const command = ['src/cli/run.mjs', 'figures', '--data', folder, '--format', 'json', ...args];
    const text = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, command, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve(stdout),
      );
    });
    return JSON.parse(text) as FigureRecord[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A number with one decimal and commas, halves rounded up, worked out from its decimal text. */
function oneDecimal(value: number): string {
  const tenths = Math.floor(Number((value * 10).toPrecision(12)) + 0.5);
  const whole = Math.floor(tenths / 10).toString();
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${tenths % 10}`;
}

/** A share as the tables of the page write it. */
export function asPercent(fraction: number | null): string {
  return fraction === null ? '[c]' : `${oneDecimal(fraction * 100)} %`;
}

export function asPer1000(fraction: number | null): string {
  return fraction === null ? '[c]' : oneDecimal(fraction * 1000);
}

export function asCount(count: number | null): string {
  if (count === null) return '[c]';
  return Math.floor(count + 0.5)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}
