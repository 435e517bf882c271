import { catalogue } from '$lib/measures/catalogue';
import { latestPeriod } from '$lib/measures/covered';
import type { DimensionId, Measure } from '$lib/measures/measure';
import { models } from '$lib/models/catalogue';
import type { Workspace } from '$lib/workspace/workspace';

/** How long one question took: the first time, with the marts it had to build, and the median of later times. */
export interface Asked {
  readonly name: string;
  readonly first: number;
  readonly later: number;
}

export interface AskedCatalogue {
  readonly measures: readonly Asked[];
  readonly models: readonly Asked[];
}

const rounds = 5;

/**
 * Asks every measure (the county, and by its first dimension) and every model of the extracts in a
 * workspace. Times are in milliseconds.
 */
export async function askCatalogue(workspace: Workspace): Promise<AskedCatalogue> {
  const measures: Asked[] = [];
  for (const measure of catalogue.filter((each) => workspace.missingFor(each) === null)) {
    const period = latestPeriod(measure, workspace.coverage);
    if (period === null) continue;
    for (const by of splitsOf(measure)) {
      const request = { measure: measure.id, periods: [period], by, where: {} };
      measures.push(
        await timesOf([measure.id, ...by].join(' by '), () => workspace.figures(request)),
      );
    }
  }
  const asked: Asked[] = [];
  for (const { id } of models) asked.push(await timesOf(id, () => workspace.findings(id)));
  return { measures, models: asked };
}

function splitsOf({ dimensions }: Measure): readonly (readonly DimensionId[])[] {
  const [first] = dimensions;
  return first === undefined ? [[]] : [[], [first]];
}

async function timesOf(name: string, ask: () => Promise<unknown>): Promise<Asked> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  const [first = 0, ...later] = times;
  return { name, first, later: later.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0 };
}
