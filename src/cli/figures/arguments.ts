import { parseArgs } from 'node:util';
import type { DimensionId } from '$lib/measures/measure';
import { dimensions } from '$lib/measures/dimensions';
import { RequestError } from '$lib/measures/request';
import type { ModelSettings } from '$lib/models/model';

export const usage = `Figures from a folder of extracts, the same as the page shows.

  npm run --silent figures -- --data DIR --measure ID[,ID] [options]
  npm run --silent figures -- --data DIR --model ID[,ID] [--set NAME=VALUE]
  npm run --silent figures -- --data DIR --questions
  npm run --silent figures -- --list [--format csv|json]
  npm run --silent figures -- --list-models

  --data DIR             folder with the extracts (Parquet, and CSV for reference tables)
  --measure ID[,ID]      one or more measures; --list names them
  --model ID[,ID]        one or more models, printed as JSON; --list-models names them
  --set NAME=VALUE       a choice of the models; may be given again
  --by DIM[,DIM]         split by dimensions, for example district,sex
  --where DIM=VALUE      keep one group; VALUE may be a list with commas; may be given again
  --period P[,P]         2024-25, 2024-25-t1 … t6, 2024-25-ytd, 2025-01, 2025-01-r12,
                         2025-djf;
                         left out: the latest headline or year; all: every year or month end
  --questions            load once, then answer each line of standard input, for example
                         "--measure neet --by district", with a line of JSON
  --raw                  no disclosure control: for the data team that holds the extracts
  --format csv|json      csv if left out

The load report goes to standard error. A refused file ends with exit code 1.`;

export interface FigureArguments {
  readonly data: string | null;
  readonly measures: readonly string[];
  readonly models: readonly string[];
  /** What was chosen for the models; a number where it reads as one. */
  readonly settings: ModelSettings;
  readonly by: readonly DimensionId[];
  readonly where: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** Empty: the latest headline or year of each measure. */
  readonly periods: readonly string[];
  /** Whether questions come from standard input, one a line. */
  readonly questions: boolean;
  readonly raw: boolean;
  readonly format: 'csv' | 'json';
  readonly list: boolean;
  readonly listModels: boolean;
  readonly help: boolean;
}

/** Reads the command line. Throws a `RequestError` that says what is wrong with it. */
export function parseArguments(args: readonly string[]): FigureArguments {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        measure: { type: 'string', multiple: true },
        model: { type: 'string', multiple: true },
        set: { type: 'string', multiple: true },
        by: { type: 'string', multiple: true },
        where: { type: 'string', multiple: true },
        period: { type: 'string', multiple: true },
        questions: { type: 'boolean', default: false },
        raw: { type: 'boolean', default: false },
        format: { type: 'string', default: 'csv' },
        list: { type: 'boolean', default: false },
        'list-models': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new RequestError(`${(error as Error).message}\n\n${usage}`);
  }
  const { format } = values;
  if (format !== 'csv' && format !== 'json') {
    throw new RequestError(`--format is csv or json, not "${format}".`);
  }
  const where: Partial<Record<DimensionId, string[]>> = {};
  for (const filter of values.where ?? []) {
    const [name, ...rest] = filter.split('=');
    if (rest.length === 0) {
      throw new RequestError(`--where is DIM=VALUE, for example sex=F, not "${filter}".`);
    }
    const dimension = dimensionNamed(name ?? '');
    (where[dimension] ??= []).push(...listed([rest.join('=')]));
  }
  return {
    data: values.data ?? null,
    measures: listed(values.measure ?? []),
    models: listed(values.model ?? []),
    settings: Object.fromEntries((values.set ?? []).map(settingOf)),
    by: [...new Set(listed(values.by ?? []).map(dimensionNamed))],
    where,
    periods: listed(values.period ?? []),
    questions: values.questions,
    raw: values.raw,
    format,
    list: values.list,
    listModels: values['list-models'],
    help: values.help,
  };
}

function settingOf(text: string): [string, string | number] {
  const [name = '', ...rest] = text.split('=');
  if (rest.length === 0) {
    throw new RequestError(`--set is NAME=VALUE, for example series=neet, not "${text}".`);
  }
  const value = rest.join('=');
  return [name, value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value];
}

function dimensionNamed(name: string): DimensionId {
  if (Object.hasOwn(dimensions, name)) return name as DimensionId;
  throw new RequestError(
    `There is no dimension "${name}". There are: ${Object.keys(dimensions).join(', ')}.`,
  );
}

function listed(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}
