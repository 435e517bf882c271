import { areaUnderCurve, type AreaUnderCurve } from '../statistics/area_under_curve';
import {
  calibrationLine,
  calibrationTable,
  type CalibrationLine,
  type CalibrationTable,
  type PredictedGroup,
} from '../statistics/calibration';
import {
  indicatorColumns,
  interceptColumn,
  makeDesign,
  type Design,
} from '../statistics/design_matrix';
import {
  fitGeneralisedLinearModel,
  reachOf,
  type RegressionFit,
} from '../statistics/generalised_linear_model';
import { answered, notAvailable, type Outcome } from '../statistics/outcome';
import { dealIntoFolds } from '../statistics/random_folds';
import { logistic } from '../statistics/response_family';
import { seededRandom } from '../statistics/seeded_random';
import { compareLevels, type FactorLinks } from './compare_levels';
import type { CovariatePattern, Factor } from './covariate_patterns';
import { percent, ratio } from './figures_in_words';
import { FEWEST_IN_LEVEL, preparePatterns, type PreparedPatterns } from './grouped_patterns';
import { reportStep, type ModelRun } from './model_run';

export interface GroupedOutcome {
  readonly factors: readonly Factor[];
  readonly patterns: readonly CovariatePattern[];
  /** What completes "are likely to …": "be NEET". */
  readonly outcomeLabel: string;
}

/** How well the model tells people with the outcome from those without, on people it had not seen. */
export interface Validation {
  readonly areaUnderCurve: Outcome<AreaUnderCurve>;
  readonly calibration: Outcome<CalibrationLine>;
}

/**
 * Which factors go with an outcome, each with the others held alike. A description of groups: it holds
 * no constant and no function, so that it cannot be applied to a person.
 */
export interface WhatGoesWithWhat {
  readonly outcomeLabel: string;
  readonly people: number;
  readonly events: number;
  readonly factors: readonly FactorLinks[];
  /** What was joined, left out or is to be borne in mind, in sentences. */
  readonly notes: readonly string[];
  /**
   * How many times as much groups vary as chance and these factors explain, corrected for groups with
   * few expected events; null when it cannot be judged. Above 1 the intervals are widened by its root.
   */
  readonly dispersion: number | null;
  /** On the people the model was fitted to, so a little too good. */
  readonly areaUnderCurve: Outcome<AreaUnderCurve>;
  readonly calibration: Outcome<CalibrationTable>;
  /** By five-fold cross-validation. */
  readonly validation: Validation;
}

const FOLDS = 5;
/** Any seed will do; the same one gives the same answer again. */
const SEED = 2017;
/** Below this the spread of groups is what chance alone often makes. */
const MENTION_DISPERSION = 1.1;
/** A variance inflation factor of 5 a column, the usual threshold. */
const MENTION_INFLATION = Math.sqrt(5);

/**
 * Logistic regression of an outcome on factors, from people grouped by their levels: odds ratios for
 * each level with 95 % intervals, alone and after allowing for the other factors, and how far to trust
 * them. Levels with fewer than 10 people with the outcome, or without, are joined or left out and said
 * to be. The interval uses the larger of the binomial and the observed spread.
 *
 * 'x' when nobody, or no factor, is left; 'u' when the model cannot be carried by the data.
 *
 * @throws RangeError when a pattern's codes or counts cannot be; the signal's reason when aborted.
 */
export function whatGoesWithWhat(
  { factors, patterns, outcomeLabel }: GroupedOutcome,
  run: ModelRun = {},
): Outcome<WhatGoesWithWhat> {
  reportStep(run, 0);
  const prepared = preparePatterns(factors, patterns);
  if (prepared.patterns.length === 0) return notAvailable('There is nobody in the data.');
  if (prepared.factors.length === 0)
    return notAvailable(
      `No factor has two groups with at least ${FEWEST_IN_LEVEL} people with the outcome and ` +
        `${FEWEST_IN_LEVEL} without to compare.`,
    );
  const design = designOf(prepared);
  const events = Float64Array.from(prepared.patterns, (pattern) => pattern.events);
  const trials = Float64Array.from(prepared.patterns, (pattern) => pattern.people);
  const outcome = fitGeneralisedLinearModel({ family: 'binomial', events, trials }, design);
  if (outcome.status !== 'ok') return outcome;
  const fit = outcome.result;
  reportStep(run, 0.2);

  const dispersion = fit.sparseDispersion;
  const widening = Math.sqrt(Math.max(1, dispersion ?? 1));
  const reach = widening * reachOf({ ...fit, quasi: widening > 1 });
  const links = compareLevels(prepared, fit, { reach, widening, outcomeLabel });
  const predicted = prepared.patterns.map((pattern, row) => ({
    probability: logistic(fit.linear[row]!),
    people: pattern.people,
    events: pattern.events,
  }));
  reportStep(run, 0.3);
  const unseen = predictUnseen(events, trials, design, run);
  reportStep(run, 1);
  return answered({
    outcomeLabel,
    people: trials.reduce((sum, value) => sum + value, 0),
    events: events.reduce((sum, value) => sum + value, 0),
    factors: links,
    notes: [...prepared.notes, ...notesOn(fit, links)],
    dispersion,
    areaUnderCurve: areaOf(predicted),
    calibration: calibrationTable(predicted, 10, FEWEST_IN_LEVEL),
    validation:
      unseen.status === 'ok'
        ? { areaUnderCurve: areaOf(unseen.result), calibration: calibrationLine(unseen.result) }
        : { areaUnderCurve: unseen, calibration: unseen },
  });
}

function designOf({ factors, patterns }: PreparedPatterns): Design {
  return makeDesign([
    interceptColumn(patterns.length),
    ...factors.flatMap(({ id, levels, reference }, i) =>
      indicatorColumns(
        id,
        patterns.map((pattern) => pattern.levels[i]!),
        levels.map(({ code }) => ({ code, label: String(code) })),
        reference,
      ),
    ),
  ]);
}

/** Everybody's probability from a model fitted to four fifths of the people, they not among them. */
function predictUnseen(
  events: Float64Array,
  trials: Float64Array,
  design: Design,
  run: ModelRun,
): Outcome<readonly PredictedGroup[]> {
  const predicted: PredictedGroup[] = [];
  const folds = dealIntoFolds(events, trials, FOLDS, seededRandom(SEED));
  for (const [i, fold] of folds.entries()) {
    const held = (row: number): number => fold.events[row]! + fold.others[row]!;
    const outcome = fitGeneralisedLinearModel(
      {
        family: 'binomial',
        events: events.map((value, row) => value - fold.events[row]!),
        trials: trials.map((value, row) => value - held(row)),
      },
      design,
    );
    if (outcome.status !== 'ok') return outcome;
    for (const [row, linear] of outcome.result.linear.entries())
      if (held(row) > 0)
        predicted.push({
          probability: logistic(linear),
          people: held(row),
          events: fold.events[row]!,
        });
    reportStep(run, 0.3 + (0.6 * (i + 1)) / FOLDS);
  }
  return answered(predicted);
}

function areaOf(predicted: readonly PredictedGroup[]): Outcome<AreaUnderCurve> {
  return areaUnderCurve(
    predicted.map(({ probability, people, events }) => ({
      score: probability,
      events,
      others: people - events,
    })),
  );
}

function notesOn(fit: RegressionFit, links: readonly FactorLinks[]): string[] {
  const notes: string[] = [];
  for (const { label, levels } of links)
    for (const level of levels)
      if (level.adjusted === null && !level.isReference)
        notes.push(
          `${label}: “${level.label}” cannot be told apart from the other factors, because in these ` +
            'data the same people have both.',
        );
  for (const { label, inflation } of links)
    if (inflation !== null && inflation > MENTION_INFLATION)
      notes.push(
        `${label} goes together with the other factors so closely that the model can hardly tell ` +
          `them apart: its intervals are ${ratio(inflation)} times as wide as they would be alone.`,
      );
  const { sparseDispersion } = fit;
  if (sparseDispersion === null)
    notes.push(
      'Whether groups vary more than chance explains cannot be judged from so few groups.',
    );
  else if (sparseDispersion > MENTION_DISPERSION)
    notes.push(
      `Groups vary ${ratio(sparseDispersion)} times as much as chance and these factors explain; ` +
        `the intervals are ${percent(Math.sqrt(sparseDispersion) - 1, 0)} wider for it.`,
    );
  return notes;
}
