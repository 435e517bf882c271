import type { Matching, StratumCount } from '../statistics/coarsened_exact_matching';
import { sum } from '../statistics/sum';
import { setAsideSmall } from './small_groups';

/** One level of one covariate: its share among the treated and among those they are compared with. */
export interface BalanceRow {
  readonly covariate: string;
  /** Null for several levels together, each of too few people to show. */
  readonly level: string | null;
  readonly beforeMatching: BalancePair;
  readonly afterMatching: BalancePair;
}

export interface BalancePair {
  readonly treated: number;
  readonly untreated: number;
  /** The difference of the two shares in standard deviations; 0.1 is commonly taken as small. */
  readonly standardised: number;
}

/** A stratum and the level that it has of each covariate. */
export interface LevelledStratum extends StratumCount {
  readonly covariates: Readonly<Record<string, string>>;
}

/** People by arm, before matching and after it, the untreated weighted. */
interface Arms {
  treated: number;
  untreated: number;
  matchedTreated: number;
  matchedUntreated: number;
}

/** The balance table: every covariate, level by level. */
export function balanceOf(
  strata: readonly LevelledStratum[],
  matching: Matching,
  fewest: number,
): BalanceRow[] {
  const all = count(strata, matching);
  const covariates = new Set(strata.flatMap((stratum) => Object.keys(stratum.covariates)));
  return [...covariates].flatMap((covariate) => {
    const levels = new Map<string, LevelledStratum[]>();
    for (const stratum of strata) {
      const level = stratum.covariates[covariate] ?? 'not known';
      const together = levels.get(level);
      if (together) together.push(stratum);
      else levels.set(level, [stratum]);
    }
    const counted = [...levels].map(([level, ofLevel]) => {
      const arms = count(ofLevel, matching);
      return { level, arms, people: smallest(arms) };
    });
    const { listed, rest } = setAsideSmall(counted, fewest);
    const row = (level: string | null, arms: Arms): BalanceRow => ({
      covariate,
      level,
      beforeMatching: pair(arms.treated / all.treated, arms.untreated / all.untreated),
      afterMatching: pair(
        arms.matchedTreated / all.matchedTreated,
        arms.matchedUntreated / all.matchedUntreated,
      ),
    });
    return [
      ...listed.map(({ level, arms }) => row(level, arms)),
      ...(rest.length > 0 ? [row(null, addUp(rest.map(({ arms }) => arms)))] : []),
    ];
  });
}

/** Of the groups that are not empty, the smallest. */
function smallest({ treated, untreated }: Arms): number {
  return Math.min(...[treated, untreated].filter((people) => people > 0));
}

function pair(treated: number, untreated: number): BalancePair {
  const variance = (treated * (1 - treated) + untreated * (1 - untreated)) / 2;
  return {
    treated,
    untreated,
    standardised: variance > 0 ? (treated - untreated) / Math.sqrt(variance) : 0,
  };
}

function count(strata: readonly LevelledStratum[], { weights }: Matching): Arms {
  const arms: Arms = { treated: 0, untreated: 0, matchedTreated: 0, matchedUntreated: 0 };
  for (const { stratum, treated, untreated } of strata) {
    const weight = weights.get(stratum);
    arms.treated += treated;
    arms.untreated += untreated;
    if (weight === undefined) continue;
    arms.matchedTreated += treated;
    arms.matchedUntreated += weight * untreated;
  }
  return arms;
}

function addUp(all: readonly Arms[]): Arms {
  return {
    treated: sum(all.map((arms) => arms.treated)),
    untreated: sum(all.map((arms) => arms.untreated)),
    matchedTreated: sum(all.map((arms) => arms.matchedTreated)),
    matchedUntreated: sum(all.map((arms) => arms.matchedUntreated)),
  };
}
