// What the page hides, learnt without it: the command line over the same extracts with disclosure control off.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FigureRecord } from './sample_figures';

const root = join(import.meta.dirname, '../..');

/** The counts of the sample county as they are, an answer a question, in the same order. */
export async function rawFigures(questions: readonly string[]): Promise<FigureRecord[][]> {
  const command = ['src/cli/run.mjs', 'figures', '--data', 'data-samples', '--raw', '--questions'];
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.end(`${questions.join('\n')}\n`);
  const lines = (await text(child.stdout)).trim().split('\n');
  return lines.map((line) => {
    const answer = JSON.parse(line) as { figures: FigureRecord[] } | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answer.figures;
  });
}
