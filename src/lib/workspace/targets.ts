import type { Target } from '../comparison/against';
import type { AskOptions, Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { sql } from '../engine/sql';

/**
 * The authority's own targets for a measure, from the extract `targets`. They are about no person, so
 * nothing in them is hidden; the figure that is held against one has been through disclosure control.
 * The view `loaded_targets` must stand.
 */
export async function readTargets(
  engine: Engine,
  measure: string,
  options?: AskOptions,
): Promise<readonly Target[]> {
  const answer = await engine.ask(
    sql`
      select measure, district, period, target, floor
      from loaded_targets
      where measure = ${measure}
      order by period, district`,
    options,
  );
  return openRows<Target & Record<string, string | number | null>>(answer);
}
