import type { MatchRow } from '../effectiveness';

/** In how many periods it began with anybody. */
export function periodsOf(rows: readonly MatchRow[]): number {
  return new Set(rows.filter((row) => row.treated).map((row) => row.covariates['period'])).size;
}
