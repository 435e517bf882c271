import { areaUnderCurve, type AreaUnderCurve } from '../statistics/area_under_curve';
import type { Estimate } from '../statistics/confidence';
import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { wilsonInterval } from '../statistics/wilson';
import { checkPatterns, type CovariatePattern } from './covariate_patterns';
import { percent } from './figures_in_words';
import { reportStep, type ModelRun } from './model_run';
import type { PointsFactor } from './risk_points_table';

export interface PointsOutcome {
  /** The table of points, as the reader has set it. */
  readonly table: readonly PointsFactor[];
  /** People by the codes of their level of each factor, in the order of the table. */
  readonly patterns: readonly CovariatePattern[];
}

/** What picking out everybody with so many points, or more, would do. */
export interface ThresholdFigures {
  readonly flagged: number;
  /** Of all people, those picked out. */
  readonly flaggedShare: Estimate;
  /** Of the people with the outcome, those picked out. */
  readonly recall: Estimate;
  /** Of the people picked out, those with the outcome. */
  readonly precision: Estimate;
  readonly sentence: string;
}

export interface Threshold {
  readonly points: number;
  readonly figures: Outcome<ThresholdFigures>;
}

export interface RiskPoints {
  readonly people: number;
  readonly events: number;
  /** The share with the outcome: the precision of picking people out by chance. */
  readonly share: Estimate;
  /** From one point to the most that anybody has. */
  readonly thresholds: readonly Threshold[];
  /** How well the points tell people with the outcome from those without. */
  readonly areaUnderCurve: Outcome<AreaUnderCurve>;
}

/** Fewer people than this on any side of a threshold say nothing, and could be recognised. */
const FEWEST = 10;

/**
 * How well a table of points would pick out people with an outcome, threshold by threshold, with Wilson
 * intervals. It counts groups of people who are alike and answers groups; no person is ever given points.
 * A threshold is left unanswered when fewer than 10 people with the outcome, or without, are picked out,
 * or left, or lie between it and the next higher one answered.
 *
 * 'x' without people, 'u' with fewer than 10 who had the outcome, or had not.
 *
 * @throws RangeError when a pattern's codes or counts, or a number of points, cannot be; the signal's
 * reason when aborted.
 */
export function riskPoints(
  { table, patterns }: PointsOutcome,
  run: ModelRun = {},
): Outcome<RiskPoints> {
  reportStep(run, 0);
  const byPoints = gatherByPoints(table, patterns);
  const total = addUp(byPoints);
  if (total.people === 0) return notAvailable('There is nobody in the data.');
  if (!isLarge(total))
    return unreliable(`Fewer than ${FEWEST} people had the outcome, or had not.`);
  reportStep(run, 0.5);
  const most = Math.max(...byPoints.map(({ points }) => points));
  const thresholds: Threshold[] = [];
  let last: Counted = { people: 0, events: 0 };
  for (let points = most; points >= 1; points--) {
    const flagged = addUp(byPoints.filter((group) => group.points >= points));
    const figures = figuresOf(points, flagged, total, last);
    thresholds.unshift({ points, figures });
    if (figures.status === 'ok') last = flagged;
  }
  reportStep(run, 1);
  return answered({
    people: total.people,
    events: total.events,
    share: proportion(total.events, total.people),
    thresholds,
    areaUnderCurve: areaUnderCurve(
      byPoints.map(({ points, people, events }) => ({
        score: points,
        events,
        others: people - events,
      })),
    ),
  });
}

interface Counted {
  readonly people: number;
  readonly events: number;
}

function gatherByPoints(
  table: readonly PointsFactor[],
  patterns: readonly CovariatePattern[],
): readonly (Counted & { readonly points: number })[] {
  checkPatterns(table, patterns);
  const worth = table.map(
    ({ levels }) => new Map(levels.map(({ code, points }) => [code, points])),
  );
  for (const points of worth.flatMap((levels) => [...levels.values()]))
    if (!Number.isInteger(points) || points < 0)
      throw new RangeError(`Points are whole numbers from 0; one is ${points}.`);
  const gathered = new Map<number, Counted>();
  for (const { levels, people, events } of patterns) {
    const points = levels.reduce((sum, code, i) => sum + worth[i]!.get(code)!, 0);
    gathered.set(points, addUp([gathered.get(points) ?? NOBODY, { people, events }]));
  }
  return [...gathered].map(([points, counted]) => ({ points, ...counted }));
}

const NOBODY: Counted = { people: 0, events: 0 };

function addUp(groups: readonly Counted[]): Counted {
  return groups.reduce(
    (sum, { people, events }) => ({ people: sum.people + people, events: sum.events + events }),
    NOBODY,
  );
}

/** Whether there are enough with the outcome and enough without. */
function isLarge({ people, events }: Counted): boolean {
  return Math.min(events, people - events) >= FEWEST;
}

function less(a: Counted, b: Counted): Counted {
  return { people: a.people - b.people, events: a.events - b.events };
}

function figuresOf(
  points: number,
  flagged: Counted,
  total: Counted,
  last: Counted,
): Outcome<ThresholdFigures> {
  if (flagged.people === last.people && last.people > 0)
    return answered(figures(points, flagged, total));
  if (!isLarge(flagged) || !isLarge(less(total, flagged)))
    return unreliable(
      `With ${points} points or more, too few people are picked out or left, with the outcome or without.`,
    );
  // What lies between two thresholds is their difference, so it must not be small either.
  if (!isLarge(less(flagged, last)))
    return unreliable(
      `With ${points} points or more, too few people more are picked out, with the outcome or without.`,
    );
  return answered(figures(points, flagged, total));
}

function figures(points: number, flagged: Counted, total: Counted): ThresholdFigures {
  const flaggedShare = proportion(flagged.people, total.people);
  const recall = proportion(flagged.events, total.events);
  const precision = proportion(flagged.events, flagged.people);
  return {
    flagged: flagged.people,
    flaggedShare,
    recall,
    precision,
    sentence:
      `${points} ${points === 1 ? 'point' : 'points'} or more would pick out ` +
      `${percent(flaggedShare.value)} of people and ${percent(recall.value)} of those with the ` +
      `outcome; of the people picked out, ${percent(precision.value)} had it.`,
  };
}

function proportion(part: number, whole: number): Estimate {
  return { value: part / whole, ...wilsonInterval(part, whole)! };
}
