import { parseArgs } from 'node:util';
import { profiles } from '$lib/disclosure/policy';
import { RequestError } from '$lib/measures/request';
import { allTemplates, type DefinitionFrom } from './definition_for';

const lines = (of: readonly (readonly [string, string])[]): string =>
  of.map(([id, words]) => `    ${id.padEnd(27)} ${words}`).join('\n');

export const usage = `A report from a folder of extracts: HTML for reading and printing, a CSV and a picture a figure.

  npm run --silent report -- --data DIR --template ID --out DIR [options]
  npm run --silent report -- --data DIR --definition FILE --out DIR [options]

  --data DIR         folder with the extracts (Parquet, and CSV for reference tables)
  --out DIR          folder to make; an earlier report in it is replaced
  --template ID      one of
${lines(allTemplates.map(({ id, label }) => [id, label]))}
  --definition FILE  a definition that was saved; each report holds its own as definition.json
  --district CODE    make it about one district
  --profile ID       another disclosure profile than the definition names, one of
${lines(profiles.map(({ id, name }) => [id, name]))}
  --made INSTANT     when it is made, for example 2025-09-01T09:00:00Z; left out: the day of the
                     latest extract, not the time of the clock, so that the same extracts make
                     the same report, byte for byte

What became of the extracts, and each figure that could not be made, is said on standard error. The exit code is 1
when no report was made.`;

export interface ReportArguments {
  readonly data: string;
  readonly out: string;
  readonly from: DefinitionFrom;
  readonly district: string | null;
  readonly profile: string | null;
  readonly made: string | null;
}

/** Reads the command line; null when help is asked for. Throws a `RequestError` that says what is wrong with it. */
export function parseArguments(args: readonly string[]): ReportArguments | null {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        template: { type: 'string' },
        definition: { type: 'string' },
        district: { type: 'string' },
        profile: { type: 'string' },
        made: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new RequestError(`${(error as Error).message} --help says what there is.`);
  }
  if (values.help) return null;
  const { data, out, template, definition, district = null, profile = null, made = null } = values;
  if (data === undefined || out === undefined)
    throw new RequestError('Name the folder of the extracts (--data) and one to make (--out).');
  if ((template === undefined) === (definition === undefined))
    throw new RequestError(
      'Name a template (--template) or a definition (--definition), one of both.',
    );
  refuseOtherThanInstant(made);
  const from = template === undefined ? { definition: definition ?? '' } : { template };
  return { data, out, from, district, profile, made };
}

/** Throws a `RequestError` unless `--made` is an instant or left out. */
export function refuseOtherThanInstant(made: string | null): void {
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
  if (made !== null && !(instant.test(made) && Number.isFinite(Date.parse(made))))
    throw new RequestError(`--made is an instant such as 2025-09-01T09:00:00Z, not "${made}".`);
}
