import { sum } from './sum';

/** People who are alike in everything that is matched on, by whether they were treated. */
export interface StratumCount {
  readonly stratum: string;
  readonly treated: number;
  readonly untreated: number;
}

export interface Matching {
  /** Strata with people of both kinds: each untreated person's weight; each treated one's is 1. */
  readonly weights: ReadonlyMap<string, number>;
  readonly treated: number;
  readonly untreated: number;
  /**
   * How differently all treated and all untreated people lie over the strata before matching: half the
   * sum of the differences of their shares, from 0 (alike) to 1 (nobody in common).
   */
  readonly imbalance: number;
}

/**
 * Coarsened exact matching: strata without both kinds are left out, and the untreated of the others
 * weighted to lie over the strata as the treated do; their weights sum to their number. One entry a
 * stratum.
 *
 * Source: Iacus, King and Porro (2012), Political Analysis 20: weight (treated/untreated in the stratum)
 * × (untreated/treated in all matched strata), and the imbalance L₁.
 */
export function coarsenedExactMatching(strata: readonly StratumCount[]): Matching {
  const matched = strata.filter((stratum) => stratum.treated > 0 && stratum.untreated > 0);
  const treated = sum(matched.map((stratum) => stratum.treated));
  const untreated = sum(matched.map((stratum) => stratum.untreated));
  return {
    weights: new Map(
      matched.map((stratum) => [
        stratum.stratum,
        (stratum.treated / stratum.untreated) * (untreated / treated),
      ]),
    ),
    treated,
    untreated,
    imbalance: imbalanceOf(strata),
  };
}

function imbalanceOf(strata: readonly StratumCount[]): number {
  const treated = sum(strata.map((stratum) => stratum.treated));
  const untreated = sum(strata.map((stratum) => stratum.untreated));
  if (!(treated > 0 && untreated > 0)) return 1;
  const apart = strata.map((stratum) =>
    Math.abs(stratum.treated / treated - stratum.untreated / untreated),
  );
  return sum(apart) / 2;
}
