import { HELP, readArguments } from './samples/arguments';
import { writeCounty } from './samples/output';

/**
 * `npm run samples`: writes a synthetic county to the extract contract.
 *
 * @returns the exit code: 0 done, 1 the arguments were wrong
 */
export async function main(args: string[]): Promise<number> {
  try {
    const options = readArguments(args);
    if (options === 'help') {
      process.stdout.write(HELP);
      return 0;
    }
    await writeCounty(options, (line) => process.stdout.write(`${line}\n`));
    return 0;
  } catch (error) {
    process.stderr.write(`samples: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
