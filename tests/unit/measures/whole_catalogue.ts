import type { SafeTable } from '$lib/disclosure/safe_table';
import { catalogue } from '$lib/measures/catalogue';
import { latestPeriod } from '$lib/measures/covered';
import type { DimensionId, Measure } from '$lib/measures/measure';
import type { FigureRequest } from '$lib/measures/request';
import type { Workspace } from '$lib/workspace/workspace';

/** A measure with the latest period that the extracts give it. */
export interface Covered {
  readonly measure: Measure;
  readonly period: string;
}

/** Every measure that the extracts of a workspace give a figure for. */
export function coveredBy(workspace: Workspace): readonly Covered[] {
  return catalogue
    .filter((measure) => workspace.missingFor(measure) === null)
    .flatMap((measure) => {
      const period = latestPeriod(measure, workspace.coverage);
      return period === null ? [] : [{ measure, period }];
    });
}

/** What one row of an answer says: numerator, denominator, value, limits and why there is none. */
export type Said = readonly (number | string | null)[];

/** An answer by group: the codes of the dimensions asked for, joined by spaces. */
export function saidBy({ rows, by }: SafeTable): Readonly<Record<string, Said>> {
  return Object.fromEntries(
    rows.map((row) => [
      [row.period, ...by.map((dimension) => row.keys[dimension])].join(' '),
      [
        row.numerator.value,
        row.denominator.value,
        row.value.value,
        row.lower.value,
        row.upper.value,
        row.status,
      ],
    ]),
  );
}

export type Counts = readonly [numerator: number, denominator: number];

/** Numerators and denominators by group, its codes joined by bars, for a combination of services has spaces; a count that is not there is nothing. */
export async function countsBy(
  workspace: Workspace,
  { measure, period }: Covered,
  by: readonly DimensionId[] = [],
  where: FigureRequest['where'] = {},
): Promise<ReadonlyMap<string, Counts>> {
  const table = await workspace.figures({ measure: measure.id, periods: [period], by, where });
  return new Map(
    table.rows.map((row) => [
      by.map((dimension) => row.keys[dimension]).join('|'),
      [row.numerator.value ?? 0, row.denominator.value ?? 0],
    ]),
  );
}

/** Answers by what was asked, such as `neet by district`. */
export type Figures = Readonly<Record<string, Readonly<Record<string, Said>>>>;

/** Every figure of the catalogue for the county, and by its first dimension. */
export async function everyFigure(
  workspace: Workspace,
  asked: readonly Covered[],
): Promise<Figures> {
  const figures: Record<string, Readonly<Record<string, Said>>> = {};
  for (const { measure, period } of asked) {
    for (const by of [[], measure.dimensions.slice(0, 1)]) {
      const request = { measure: measure.id, periods: [period], by, where: {} };
      figures[[measure.id, ...by].join(' by ')] = saidBy(await workspace.figures(request));
    }
  }
  return figures;
}
