import type { Interval } from './confidence';
import { interceptColumn, makeDesign, numericColumn } from './design_matrix';
import { chiSquaredUpperTail } from './distributions';
import { fitGeneralisedLinearModel } from './generalised_linear_model';
import { answered, notAvailable, type Outcome } from './outcome';
import { logit } from './response_family';
import { wilsonInterval } from './wilson';

/** People whom a model gave the same probability of the event, and how many had it. */
export interface PredictedGroup {
  /** Above 0 and below 1. */
  readonly probability: number;
  readonly people: number;
  readonly events: number;
}

export interface CalibrationRow {
  readonly people: number;
  readonly events: number;
  readonly expected: number;
  /** Wilson interval of the observed share. */
  readonly interval: Interval;
}

export interface CalibrationTable {
  /** From the lowest probability to the highest. */
  readonly rows: readonly CalibrationRow[];
  /** Σ (events − expected)² / (people p̄ (1 − p̄)), its degrees of freedom and upper tail. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export interface CalibrationLine {
  /** On the log odds: 0 when events are as many as expected in all; above 0, more. */
  readonly intercept: number;
  readonly interceptError: number;
  /** 1 when risks differ as much as expected; below 1, the model exaggerates the differences. */
  readonly slope: number;
  readonly slopeError: number;
}

/**
 * Observed against expected events in up to `groups` groups of about as many people each, ordered by
 * probability. People with the same probability stay together, and a group is joined with the next
 * until it has `atLeast` people with the event and as many without. 'x' when fewer than three are left.
 *
 * Source: Hosmer and Lemeshow (1980); their degrees of freedom, groups − 2, are for the data the model
 * was fitted to.
 */
export function calibrationTable(
  predicted: readonly PredictedGroup[],
  groups = 10,
  atLeast = 0,
): Outcome<CalibrationTable> {
  requireProbabilities(predicted);
  const rows = gather(predicted, groups, atLeast);
  if (rows.length < 3)
    return notAvailable('There are too few groups of people to compare with what was expected.');
  const statistic = rows.reduce((sum, { people, events, expected }) => {
    const share = expected / people;
    return sum + (events - expected) ** 2 / (people * share * (1 - share));
  }, 0);
  const degreesOfFreedom = rows.length - 2;
  return answered({
    rows: rows.map((row) => ({ ...row, interval: wilsonInterval(row.events, row.people)! })),
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
  });
}

/**
 * Calibration as a line on the log odds: the slope of a logistic regression of the event on the
 * predicted log odds, and the intercept of one with that slope held at 1. On the data a model was
 * fitted to they are 1 and 0 whatever the model is worth: give predictions for people it had not seen.
 *
 * Source: Cox (1958), Biometrika 45; Steyerberg (2009), Clinical Prediction Models, 15.2.
 *
 * @throws RangeError when a probability is not above 0 and below 1.
 */
export function calibrationLine(predicted: readonly PredictedGroup[]): Outcome<CalibrationLine> {
  requireProbabilities(predicted);
  const logOdds = Float64Array.from(predicted, ({ probability }) => logit(probability));
  const response = {
    family: 'binomial',
    events: predicted.map((group) => group.events),
    trials: predicted.map((group) => group.people),
  } as const;
  const constant = interceptColumn(predicted.length);
  const inTheLarge = fitGeneralisedLinearModel(
    { ...response, offset: logOdds },
    makeDesign([constant]),
  );
  if (inTheLarge.status !== 'ok') return inTheLarge;
  const line = fitGeneralisedLinearModel(
    response,
    makeDesign([constant, numericColumn('log odds', logOdds)]),
  );
  if (line.status !== 'ok') return line;
  const [intercept] = inTheLarge.result.coefficients;
  const slope = line.result.coefficients[1];
  // Everybody was given the same probability: there is no slope.
  if (!intercept || !slope)
    return notAvailable('Everybody was given the same probability, so it has no slope.');
  return answered({
    intercept: intercept.estimate,
    interceptError: intercept.standardError,
    slope: slope.estimate,
    slopeError: slope.standardError,
  });
}

function requireProbabilities(predicted: readonly PredictedGroup[]): void {
  for (const { probability } of predicted)
    if (!(probability > 0 && probability < 1))
      throw new RangeError(`A predicted probability of ${probability} cannot be judged.`);
}

interface Gathered {
  people: number;
  events: number;
  expected: number;
}

function gather(
  predicted: readonly PredictedGroup[],
  groups: number,
  atLeast: number,
): readonly Gathered[] {
  const ordered = predicted
    .filter((group) => group.people > 0)
    .sort((a, b) => a.probability - b.probability);
  const everybody = ordered.reduce((sum, group) => sum + group.people, 0);
  const enough = (row: Gathered): boolean =>
    row.events >= atLeast && row.people - row.events >= atLeast;
  const rows: Gathered[] = [];
  let open: Gathered = { people: 0, events: 0, expected: 0 };
  let seen = 0;
  let cuts = 0;
  for (const [i, { probability, people, events }] of ordered.entries()) {
    open.people += people;
    open.events += events;
    open.expected += people * probability;
    seen += people;
    if (ordered[i + 1]?.probability === probability) continue;
    const due = Math.floor((seen * groups) / everybody);
    if (due <= cuts || !enough(open)) continue;
    cuts = due;
    rows.push(open);
    open = { people: 0, events: 0, expected: 0 };
  }
  const last = rows.at(-1);
  if (open.people > 0 && last) {
    last.people += open.people;
    last.events += open.events;
    last.expected += open.expected;
  } else if (open.people > 0) rows.push(open);
  return rows;
}
