import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { RequestError } from '$lib/measures/request';
import type { Workspace } from '$lib/workspace/workspace';
import { parseArguments } from './arguments';
import { safeTableRecords } from './records';
import { tablesOf } from './tables';

/** One line of the answers: the records of the figures, or why there are none. */
export type Answer =
  { readonly figures: ReturnType<typeof safeTableRecords> } | { readonly error: string };

/**
 * Answers questions about extracts that are loaded once. Each line of the input is what would stand on the
 * command line, such as `--measure neet --by district`; each line of the output is an `Answer` as JSON, in the
 * same order. Ends with the input.
 */
export async function answerQuestions(
  workspace: Workspace,
  input: Readable,
  output: Writable,
): Promise<void> {
  for await (const line of createInterface({ input })) {
    const args = line.split(/\s+/).filter((word) => word !== '');
    if (args.length > 0) output.write(`${JSON.stringify(await answerTo(workspace, args))}\n`);
  }
}

async function answerTo(workspace: Workspace, args: readonly string[]): Promise<Answer> {
  try {
    const asked = parseArguments(args);
    if (asked.data !== null || asked.raw || asked.questions || asked.models.length > 0)
      throw new RequestError('A question has --measure, --by, --where and --period only.');
    if (asked.measures.length === 0) throw new RequestError('Name a measure.');
    return { figures: safeTableRecords(await tablesOf(workspace, asked)) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { error: error.message };
  }
}
