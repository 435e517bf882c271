import type { Estimate } from '../statistics/confidence';
import { adjustForFalseDiscovery } from '../statistics/false_discovery';
import { association, type Association } from '../statistics/gaps';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { roundHalfUp } from '../statistics/rounding';
import {
  associationTest,
  lift,
  type AssociationTest,
  type TwoByTwo,
} from '../statistics/two_by_two';
import { reportStep, type ModelRun } from './model_run';
import { FEWEST_SHOWN } from './small_groups';

/** Two services or outcomes, and the people of one population by which of them they have. */
export interface PairCount {
  readonly first: string;
  readonly second: string;
  readonly table: TwoByTwo;
}

export interface CoInvolvementInput {
  readonly pairs: readonly PairCount[];
  /** A pair with fewer people than this in a cell is withheld. */
  readonly fewest?: number;
}

/** How two services or outcomes go together. It says nothing about cause. */
export interface CoInvolvement extends Association, AssociationTest {
  readonly first: string;
  readonly second: string;
  /** How many people have both. */
  readonly both: number;
  /** How many times as many have both as if the two had nothing to do with each other. */
  readonly lift: Outcome<Estimate>;
  /** The probability value with the number of pairs allowed for. */
  readonly adjusted: number;
  /** Whether the pair stays below 5 % with the number of pairs allowed for. */
  readonly beyondChance: boolean;
  readonly sentence: string;
}

export interface CoInvolvements {
  /** From the strongest lift. */
  readonly pairs: readonly CoInvolvement[];
  readonly withheld: readonly {
    readonly first: string;
    readonly second: string;
    readonly because: string;
  }[];
}

const FALSE_DISCOVERIES = 0.05;

/**
 * Which of many pairs go together more, or less, than chance: lift, risk ratio and risk difference with
 * 95 % limits, and a test adjusted so that about one in twenty of the pairs called beyond chance is
 * not. Pairs withheld are no part of that family.
 *
 * Answers `x` without pairs, `u` when every pair is withheld.
 *
 * @throws RangeError when a count is not a whole number from 0.
 */
export function coInvolvement(
  { pairs, fewest = FEWEST_SHOWN }: CoInvolvementInput,
  run: ModelRun = {},
): Outcome<CoInvolvements> {
  if (pairs.length === 0) return notAvailable('There are no pairs to compare.');
  const tested: { readonly pair: PairCount; readonly test: AssociationTest }[] = [];
  const withheld: { first: string; second: string; because: string }[] = [];
  for (const [i, pair] of pairs.entries()) {
    reportStep(run, i / pairs.length);
    const { first, second, table } = pair;
    const test = associationTest(table);
    if (Object.values(table).some((count) => count > 0 && count < fewest))
      withheld.push({
        first,
        second,
        because: `Fewer than ${fewest} people are in one of the four groups of the pair.`,
      });
    else if (test.status !== 'ok') withheld.push({ first, second, because: test.because });
    else tested.push({ pair, test: test.result });
  }
  if (tested.length === 0)
    return unreliable('Every pair has too few people, or nothing to compare.');

  const adjusted = adjustForFalseDiscovery(tested.map(({ test }) => test.pValue));
  const found = tested.map(({ pair, test }, i) => describe(pair, test, adjusted[i]!));
  found.sort((a, b) => strengthOf(b) - strengthOf(a));
  return answered({ pairs: found, withheld });
}

function describe(pair: PairCount, test: AssociationTest, adjusted: number): CoInvolvement {
  const { first, second, table } = pair;
  const strength = association(table);
  const beyondChance = adjusted < FALSE_DISCOVERIES;
  return {
    first,
    second,
    both: table.both,
    lift: lift(table),
    ...strength,
    ...test,
    adjusted,
    beyondChance,
    sentence: sentenceOf(pair, strength, beyondChance),
  };
}

function sentenceOf(
  { first, second, table }: PairCount,
  { riskRatio }: Association,
  beyondChance: boolean,
): string {
  const certainty = `${beyondChance ? 'a difference beyond chance' : 'a difference that chance could make'}; it says nothing about cause`;
  if (riskRatio.status !== 'ok')
    return table.both === 0
      ? `Nobody has both ${first} and ${second}, ${certainty}.`
      : `Everybody with ${second} also has ${first}, ${certainty}.`;
  const { value, lower, upper } = riskRatio.result;
  const [times, from, to] = [value, lower, upper].map((figure) =>
    roundHalfUp(figure, 1).toFixed(1),
  );
  return `People with ${first} are ${times} times as likely to have ${second} as people without (95 % interval ${from} to ${to}), ${certainty}.`;
}

function strengthOf({ lift: found }: CoInvolvement): number {
  return found.status === 'ok' ? found.result.value : 0;
}
