import { coarsenedExactMatching, type Matching } from '../statistics/coarsened_exact_matching';
import {
  matchedDifference,
  type ArmRow,
  type MatchedDifference,
  type Sums,
} from '../statistics/matched_difference';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { sum } from '../statistics/sum';
import { balanceOf, type BalanceRow, type LevelledStratum } from './balance';
import { doseCheck, type DoseCheck } from './dose_check';
import { conclude, cautionsOf } from './effectiveness_words';
import { reportStep, type ModelRun } from './model_run';
import { FEWEST_SHOWN } from './small_groups';

/** People alike in all that is matched on, of one arm, dose and cluster; sums over them, nobody by name. */
export interface MatchRow {
  /** What is matched on, coarsened: the name of each covariate and its level. */
  readonly covariates: Readonly<Record<string, string>>;
  readonly treated: boolean;
  /** How much of the treatment, as the number of a dose group; null for the untreated. */
  readonly dose: number | null;
  /** People who may be alike for reasons not matched on: a school, a district. */
  readonly cluster: string;
  readonly people: number;
  /** Of each person's outcome before the treatment began, or would have. */
  readonly before: Sums;
  /** Of each person's outcome after less before. */
  readonly change: Sums;
  /** Of each person's outcome before less an equal time earlier; null where it is not known. */
  readonly earlierChange: Sums | null;
}

export interface EffectivenessWords {
  /** "a penalty notice" */
  readonly treatment: string;
  /** "overall absence" */
  readonly outcome: string;
  /** "percentage points" */
  readonly unit: string;
  /** How many of the unit one of the numbers is: 100 for shares told in percentage points. */
  readonly times: number;
}

export interface EffectivenessInput {
  readonly rows: readonly MatchRow[];
  readonly words: EffectivenessWords;
  readonly fewest?: number;
}

export interface Effectiveness {
  /** Null when so few could not be matched that their number must not be shown. */
  readonly treated: number | null;
  readonly matchedTreated: number;
  readonly matchedUntreated: number;
  /** How differently treated and untreated lay over the strata before matching, from 0 to 1. */
  readonly imbalance: number;
  readonly balance: readonly BalanceRow[];
  /** How far the treated's outcome before is from that of the matched, in standard deviations. */
  readonly outcomeBefore: { readonly beforeMatching: number; readonly afterMatching: number };
  /** Change of the treated less that of the matched untreated, in the numbers given. */
  readonly difference: MatchedDifference;
  /** The same for an equal time before anything began: other than nought, the two were parting already. */
  readonly placebo: Outcome<MatchedDifference>;
  readonly dose: Outcome<DoseCheck>;
  /** What may and may not be concluded, in one sentence. */
  readonly conclusion: string;
  readonly cautions: readonly string[];
}

const FEWEST_MATCHED = 30;
/** Beyond a quarter of a standard deviation no adjustment can be relied on (Rubin, 2001). */
const MOST_APART = 0.25;

/**
 * What changed after a treatment began, against like people who had none: coarsened exact matching,
 * then a difference in differences with limits robust to clusters, a placebo date and a dose check.
 *
 * Answers `x` without treated or untreated people; `u` when fewer than 30 of either could be matched, or
 * when their outcomes before still differ by more than 0.25 standard deviations.
 */
export function effectiveness(
  { rows, words, fewest = FEWEST_SHOWN }: EffectivenessInput,
  run: ModelRun = {},
): Outcome<Effectiveness> {
  const keyed = intoStrata(rows.filter((row) => row.people > 0));
  const strata = countStrata(keyed);
  const treated = sum(strata.map((stratum) => stratum.treated));
  if (treated === 0) return notAvailable(`Nobody had ${words.treatment}.`);
  if (strata.every((stratum) => stratum.untreated === 0))
    return notAvailable(`Everybody had ${words.treatment}, so there is nobody to compare with.`);

  reportStep(run, 0.2);
  const matching = coarsenedExactMatching(strata);
  if (Math.min(matching.treated, matching.untreated) < FEWEST_MATCHED)
    return unreliable(
      `Fewer than ${FEWEST_MATCHED} people with ${words.treatment} have like people without, or the other way round; nothing may be concluded.`,
    );
  const matched = keyed.filter((row) => matching.weights.has(row.stratum));
  const outcomeBefore = outcomeApart(keyed, matched, matching);
  if (Math.abs(outcomeBefore.afterMatching) > MOST_APART)
    return unreliable(
      `Before ${words.treatment} the matched people still differ too much in ${words.outcome}; nothing may be concluded.`,
    );

  reportStep(run, 0.4);
  const changes = matched.map((row) => armRow(row, row.change));
  const difference = matchedDifference(changes);
  reportStep(run, 0.6);
  const placebo = placeboOf(matched);
  reportStep(run, 0.8);
  const unmatched = treated - matching.treated;
  const found = { difference, placebo, matchedShare: matching.treated / treated };
  return answered({
    treated: unmatched > 0 && unmatched < fewest ? null : treated,
    matchedTreated: matching.treated,
    matchedUntreated: matching.untreated,
    imbalance: matching.imbalance,
    balance: balanceOf(strata, matching, fewest),
    outcomeBefore,
    difference,
    placebo,
    dose: doseCheck(changes),
    conclusion: conclude(words, found),
    cautions: cautionsOf(words, found),
  });
}

type StratifiedRow = MatchRow & { readonly stratum: string };

/** Numbers the strata: rows of one have the same level of every covariate. */
function intoStrata(rows: readonly MatchRow[]): StratifiedRow[] {
  const numbers = new Map<string, string>();
  return rows.map((row) => {
    const levels = Object.entries(row.covariates).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(levels);
    const stratum = numbers.get(key) ?? `${numbers.size}`;
    numbers.set(key, stratum);
    return { ...row, stratum };
  });
}

function countStrata(rows: readonly StratifiedRow[]): LevelledStratum[] {
  const strata = new Map<string, LevelledStratum & { treated: number; untreated: number }>();
  for (const { stratum, covariates, treated, people } of rows) {
    const count = strata.get(stratum) ?? { stratum, covariates, treated: 0, untreated: 0 };
    count[treated ? 'treated' : 'untreated'] += people;
    strata.set(stratum, count);
  }
  return [...strata.values()];
}

function armRow(row: StratifiedRow, numbers: Sums): ArmRow {
  const { stratum, treated, dose, cluster, people } = row;
  return { stratum, treated, dose, cluster, people, ...numbers };
}

/** In standard deviations of everybody's outcome before. */
function outcomeApart(
  all: readonly StratifiedRow[],
  matched: readonly StratifiedRow[],
  matching: Matching,
): Effectiveness['outcomeBefore'] {
  const people = sum(all.map((row) => row.people));
  const mean = sum(all.map((row) => row.before.sum)) / people;
  const variance = sum(all.map((row) => row.before.sumOfSquares)) / people - mean * mean;
  const meanOf = (
    rows: readonly StratifiedRow[],
    treated: boolean,
    weight: (row: StratifiedRow) => number,
  ): number => {
    const arm = rows.filter((row) => row.treated === treated);
    return (
      sum(arm.map((row) => weight(row) * row.before.sum)) /
      sum(arm.map((row) => weight(row) * row.people))
    );
  };
  const apart = (rows: readonly StratifiedRow[], weight: (row: StratifiedRow) => number): number =>
    variance > 0
      ? (meanOf(rows, true, () => 1) - meanOf(rows, false, weight)) / Math.sqrt(variance)
      : 0;
  return {
    beforeMatching: apart(all, () => 1),
    afterMatching: apart(matched, (row) => matching.weights.get(row.stratum)!),
  };
}

function placeboOf(matched: readonly StratifiedRow[]): Outcome<MatchedDifference> {
  const rows = matched.flatMap((row) =>
    row.earlierChange === null ? [] : armRow(row, row.earlierChange),
  );
  return rows.length < matched.length
    ? notAvailable('The time before is not known for everybody who was matched.')
    : answered(matchedDifference(rows));
}
