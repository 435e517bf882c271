import type { SafeTable } from '$lib/disclosure/safe_table';
import { measureNamed } from '$lib/measures/catalogue';
import type { Measure } from '$lib/measures/measure';
import { RequestError } from '$lib/measures/request';
import type { Workspace } from '$lib/workspace/workspace';
import type { FigureArguments } from './arguments';
import { periodsAsked } from './periods_asked';

/** The measure of an id; throws a `RequestError` when there is none. */
export function measureOf(id: string): Measure {
  const measure = measureNamed(id);
  if (!measure) throw new RequestError(`There is no measure "${id}"; --list names them all.`);
  return measure;
}

/** A table for each measure that was asked for, in that order. Throws a `RequestError` when one cannot be had. */
export async function tablesOf(
  workspace: Workspace,
  { measures, periods, by, where }: FigureArguments,
): Promise<SafeTable[]> {
  const tables: SafeTable[] = [];
  for (const measure of measures.map(measureOf)) {
    const missing = workspace.missingFor(measure);
    if (missing) throw new RequestError(missing);
    tables.push(
      await workspace.figures({
        measure: measure.id,
        periods: periodsAsked(measure, workspace.coverage, periods),
        by,
        where,
      }),
    );
  }
  return tables;
}
