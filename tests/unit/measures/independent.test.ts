// Every measure of the catalogue over the committed sample county, beside native DuckDB over the same files.
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, measureNamed } from '$lib/measures/catalogue';
import type { Workspace } from '$lib/workspace/workspace';
import { nativeRows, openNative } from '../../files/native';
import { attendanceQuestions } from '../../files/reference/questions_attendance';
import { enforcementQuestions } from '../../files/reference/questions_enforcement';
import { exclusionQuestions } from '../../files/reference/questions_exclusion';
import { neetQuestions } from '../../files/reference/questions_neet';
import { serviceQuestions } from '../../files/reference/questions_services';
import type { Question, QuestionFamily } from '../../files/reference/question';
import { openReference, type CountyFiles } from '../../files/reference/reference_county';
import { workspaceWith } from '../workspace/workspace_with_files';

const sample = (file: string) => join('data-samples', file);
const files: CountyFiles = {
  ...Object.fromEntries(
    [
      'people',
      'schools',
      'enrolments',
      'activities',
      'guarantees',
      'involvements',
      'exclusions',
      'enforcements',
      'licences',
      'restrictions',
    ].map((table) => [table, [sample(`${table}.parquet`)]]),
  ),
  calendar: [sample('calendar.csv')],
  populations: [sample('populations.csv')],
  // Two years: enough for what moves from one to the next.
  attendance: [sample('attendance-2023-24.parquet'), sample('attendance-2024-25.parquet')],
};

const families: Readonly<Record<string, QuestionFamily>> = {
  neet: neetQuestions,
  attendance: attendanceQuestions,
  exclusion: exclusionQuestions,
  enforcement: enforcementQuestions,
  services: serviceQuestions,
};

let native: DuckDBConnection;
let workspace: Workspace;

beforeAll(async () => {
  workspace = await workspaceWith(Object.values(files).flatMap((paths) => paths ?? []));
  native = await openNative();
  await openReference(native, files, '2025-07-31');
}, 120_000);

afterAll(async () => {
  await workspace.close();
  native.closeSync();
});

it('asks of every measure in the catalogue', () => {
  const asked = new Set(
    Object.values(families).flatMap(({ questions }) => questions.map(({ measure }) => measure)),
  );
  expect(catalogue.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
});

for (const [name, { prepare, questions }] of Object.entries(families)) {
  describe(name, () => {
    beforeAll(async () => prepare?.(native), 120_000);

    it.each(questions.map((question) => [titleOf(question), question] as const))(
      '%s',
      async (_, question) => {
        expect(await ofProduct(question)).toEqual(await ofNative(question));
      },
      30_000,
    );
  });
}

function titleOf({ measure, period, by = [] }: Question): string {
  return `${measure} in ${period}${by.length > 0 ? ` by ${by.join(' and ')}` : ''}`;
}

type Answers = Readonly<Record<string, readonly (number | null)[]>>;

async function ofProduct({ measure, period, by = [], onlyFound }: Question): Promise<Answers> {
  const { kind } = measureNamed(measure)!;
  const table = await workspace.figures({ measure, periods: [period], by, where: {} });
  return Object.fromEntries(
    table.rows
      .filter((row) => !onlyFound || row.numerator.value !== 0)
      .map((row) => [
        by.map((dimension) => row.keys[dimension]).join(' '),
        [
          kind === 'length' ? rounded(row.value.value) : rounded(row.numerator.value),
          kind === 'count' ? null : rounded(row.denominator.value),
        ],
      ]),
  );
}

async function ofNative({ measure, by = [], sql }: Question): Promise<Answers> {
  const { kind } = measureNamed(measure)!;
  const rows = await nativeRows<Record<string, string | number | null>>(native, sql);
  expect(rows.length).toBeGreaterThan(0);
  return Object.fromEntries(
    rows.map((row) => [
      by.map((dimension) => String(row[dimension])).join(' '),
      [
        kind === 'length' ? rounded(row['value']) : rounded(row['numerator']),
        kind === 'count' ? null : rounded(row['denominator']),
      ],
    ]),
  );
}

/** Means of months are fractions: equal to nine decimals is equal. */
function rounded(value: string | number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(Number(value) * 1e9) / 1e9;
}
