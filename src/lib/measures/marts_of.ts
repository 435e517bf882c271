import { martsReadBy } from '../marts/mart_keeper';
import type { Measure } from './measure';

/** The marts a measure reads, by name. */
export function martsOf({ sql, kinds = {} }: Measure): string[] {
  return martsReadBy(
    [sql, ...Object.values(kinds).map((relation) => `from ${relation}`)].join('\n'),
  );
}
