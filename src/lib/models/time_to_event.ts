import type { Estimate } from '../statistics/confidence';
import {
  kaplanMeier,
  survivalAt,
  type SpellCount,
  type SurvivalCurve,
  type SurvivalPoint,
  type SurvivalQuantile,
} from '../statistics/kaplan_meier';
import { logRank, type LogRank } from '../statistics/log_rank';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { roundHalfUp } from '../statistics/rounding';
import { sum } from '../statistics/sum';
import { reportStep, type ModelRun } from './model_run';
import { FEWEST_SHOWN } from './small_groups';

export interface TimeToEventInput {
  readonly groups: readonly { readonly group: string; readonly spells: readonly SpellCount[] }[];
  /** What is timed, in the plural: "spells of involvement". */
  readonly spells: string;
  /** A curve stops where fewer than this many are still followed, and takes no smaller step. */
  readonly fewest?: number;
}

/** The curve after a day, as drawn: a step where it falls. */
export interface CurvePoint {
  readonly days: number;
  /** The share still open, with pointwise limits; they are null where they are not defined. */
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface TimedGroup {
  readonly spells: number;
  /** Null when so few are still open that their number must not be shown. */
  readonly ended: number | null;
  readonly lowerQuartile: SurvivalQuantile;
  readonly median: SurvivalQuantile;
  readonly upperQuartile: SurvivalQuantile;
  /** From the first day on, at which all are open. */
  readonly curve: readonly CurvePoint[];
  /** The share still open after 3, 6 and 12 months. */
  readonly stillOpen: readonly { readonly months: number; readonly share: Outcome<Estimate> }[];
}

/** The log-rank test without the counts by group, which may be small. */
export type LogRankTest = Omit<LogRank, 'groups'>;

export interface TimeToEvent {
  /** In the order given. */
  readonly groups: readonly { readonly group: string; readonly time: Outcome<TimedGroup> }[];
  /** Whether the groups differ. */
  readonly test: Outcome<LogRankTest>;
  readonly sentence: string;
}

const MONTHS = [3, 6, 12];
const DAYS_A_MONTH = 365.25 / 12;
/** More steps than this cannot be told apart on a screen. */
const MOST_STEPS = 250;

/**
 * How long spells last in each of several groups: Kaplan-Meier curves for drawing, quartiles, the share
 * still open after 3, 6 and 12 months, and the log-rank test between the groups.
 *
 * A drawn step gathers at least `fewest` endings, and the curve stops where fewer are still followed, so
 * that no step is one person. Quartiles that lie beyond that are left out.
 *
 * Answers `x` when no group has a spell; a group by itself has its own answer.
 */
export function timeToEvent(
  { groups, spells, fewest = FEWEST_SHOWN }: TimeToEventInput,
  run: ModelRun = {},
): Outcome<TimeToEvent> {
  if (groups.every((group) => group.spells.every((row) => row.ended + row.stillOpen === 0)))
    return notAvailable(`There are no ${spells}.`);
  const timed = groups.map(({ group, spells: counts }, i) => {
    reportStep(run, i / (groups.length + 1));
    return { group, time: timeOf(counts, fewest) };
  });
  reportStep(run, groups.length / (groups.length + 1));
  const test = testOf(logRank(groups.map((group) => group.spells)));
  return answered({ groups: timed, test, sentence: sentenceOf(spells, timed, test) });
}

function testOf(test: Outcome<LogRank>): Outcome<LogRankTest> {
  if (test.status !== 'ok') return test;
  const { chiSquared, degreesOfFreedom, pValue } = test.result;
  return answered({ chiSquared, degreesOfFreedom, pValue });
}

function timeOf(spells: readonly SpellCount[], fewest: number): Outcome<TimedGroup> {
  const outcome = kaplanMeier(spells);
  if (outcome.status !== 'ok') return outcome;
  const curve = outcome.result;
  const open = curve.spells - curve.ended;
  const followed = (days: number): number =>
    sum(spells.map((row) => (row.days > days ? row.ended + row.stillOpen : 0)));
  const shown = curve.points.filter((point) => point.atRisk - point.ended >= fewest);
  const last = shown.at(-1)?.days ?? 0;
  return answered({
    spells: curve.spells,
    ended: open > 0 && open < fewest ? null : curve.ended,
    lowerQuartile: within(curve.lowerQuartile, last),
    median: within(curve.median, last),
    upperQuartile: within(curve.upperQuartile, last),
    curve: [{ days: 0, share: 1, lower: 1, upper: 1 }, ...steps(shown, curve.ended, fewest)],
    stillOpen: MONTHS.map((months) => {
      const days = Math.round(months * DAYS_A_MONTH);
      return { months, share: shareAfter(curve, days, followed(days), fewest) };
    }),
  });
}

function within(quantile: SurvivalQuantile, last: number): SurvivalQuantile {
  const limit = (days: number | null): number | null =>
    days !== null && days <= last ? days : null;
  return {
    days: limit(quantile.days),
    lower: limit(quantile.lower),
    upper: limit(quantile.upper),
  };
}

/** The points at which enough have ended since the one before. */
function steps(shown: readonly SurvivalPoint[], ended: number, fewest: number): CurvePoint[] {
  const enough = Math.max(fewest, ended / MOST_STEPS);
  const drawn: CurvePoint[] = [];
  let since = 0;
  for (const { days, ended: now, survival, interval } of shown) {
    since += now;
    if (since < enough) continue;
    drawn.push({
      days,
      share: survival,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
    });
    since = 0;
  }
  return drawn;
}

function shareAfter(
  curve: SurvivalCurve,
  days: number,
  followed: number,
  fewest: number,
): Outcome<Estimate> {
  const at = survivalAt(curve, days);
  return followed < fewest || !at?.interval
    ? unreliable(`Fewer than ${fewest} were still open and followed then.`)
    : answered({ value: at.survival, ...at.interval });
}

function sentenceOf(
  spells: string,
  timed: TimeToEvent['groups'],
  test: Outcome<LogRankTest>,
): string {
  const medians = timed
    .flatMap(({ group, time }) =>
      time.status === 'ok' && time.result.median.days !== null
        ? { group, median: time.result.median, days: time.result.median.days }
        : [],
    )
    .sort((a, b) => a.days - b.days);
  const shortest = medians[0];
  const longest = medians.at(-1);
  if (!shortest || !longest)
    return `Too few ${spells} have ended to say after how many days half of them have.`;
  const said = ({ group, days, median }: typeof shortest): string =>
    `${roundHalfUp(days)} days in ${group} (95 % interval ${sayLimits(median)})`;
  if (timed.length === 1) return `Half of ${spells} end within ${said(shortest)}.`;
  if (longest === shortest)
    return `Half of ${spells} end within ${said(shortest)}; in the other groups it cannot be said.`;
  return `Half of ${spells} end within ${said(shortest)}, the shortest, and ${said(longest)}, the longest; ${sayTest(test)}.`;
}

function sayLimits({ lower, upper }: SurvivalQuantile): string {
  const from = lower === null ? 'not known' : `${roundHalfUp(lower)}`;
  return upper === null ? `from ${from} up, without an end` : `${from} to ${roundHalfUp(upper)}`;
}

function sayTest(test: Outcome<LogRankTest>): string {
  if (test.status !== 'ok') return 'whether the groups differ by more than chance cannot be said';
  const { pValue } = test.result;
  const probability = pValue < 0.001 ? 'p < 0.001' : `p = ${roundHalfUp(pValue, 3).toFixed(3)}`;
  return pValue < 0.05
    ? `the groups differ by more than chance (log-rank test, ${probability})`
    : `the groups differ by no more than chance could make (log-rank test, ${probability})`;
}
