/**
 * What a regression of events models: the share of `trials` that have the event (logistic), or the
 * number of events (logarithmic, with the logarithm of a population as offset). The quasi families
 * let the rows vary more, or less, than chance alone would make them.
 */
export type GroupedResponse =
  | {
      readonly family: 'binomial' | 'quasi-binomial';
      readonly events: ArrayLike<number>;
      readonly trials: ArrayLike<number>;
      /** Added to the linear predictor with the fixed coefficient 1. */
      readonly offset?: ArrayLike<number>;
    }
  | {
      readonly family: 'Poisson' | 'quasi-Poisson';
      readonly events: ArrayLike<number>;
      readonly offset?: ArrayLike<number>;
    };

/** What a linear predictor expects of one row. */
export interface Expected {
  /** Events. */
  readonly mean: number;
  /** Events there were, less those expected. */
  readonly residual: number;
  /** The variance of the events by chance alone, and how it changes with their mean. */
  readonly variance: number;
  readonly varianceSlope: number;
}

export interface Family {
  readonly quasi: boolean;
  /** What is expected of row `row` when its linear predictor, offset included, is `linear`. */
  expect(row: number, linear: number): Expected;
  /** The linear predictor that the data of the row themselves suggest: where fitting starts. */
  start(row: number): number;
  /** The row's part of the deviance. */
  deviance(row: number, linear: number): number;
  /** Whether the row tells anything: nobody in it tells nothing. */
  counts(row: number): boolean;
  kind(row: number): 'none' | 'all' | 'both';
}

/** 1 / (1 + e^−x), the share whose log odds are `x`. */
export function logistic(x: number): number {
  return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
}

/** The log odds of a share. */
export function logit(share: number): number {
  return Math.log(share / (1 - share));
}

/** @throws RangeError when a count is below zero or no number, or events exceed trials. */
export function familyOf(response: GroupedResponse): Family {
  const { events } = response;
  for (let row = 0; row < events.length; row++)
    if (!(events[row]! >= 0) || events[row] === Infinity)
      throw new RangeError(`Row ${row} has ${events[row]} events.`);
  return 'trials' in response
    ? binomial(events, response.trials, response.family === 'quasi-binomial')
    : poisson(events, response.family === 'quasi-Poisson');
}

function binomial(events: ArrayLike<number>, trials: ArrayLike<number>, quasi: boolean): Family {
  if (trials.length !== events.length) throw new RangeError('Events and trials differ in length.');
  for (let row = 0; row < events.length; row++)
    if (!(trials[row]! >= events[row]!) || trials[row] === Infinity)
      throw new RangeError(`Row ${row} has ${events[row]} events in ${trials[row]} trials.`);
  return {
    quasi,
    expect(row, linear) {
      const n = trials[row]!;
      const y = events[row]!;
      const p = logistic(linear);
      // The share without the event from its own tail, and the residual from both: near 1 neither
      // 1 − p nor y − np would have a digit left.
      const q = logistic(-linear);
      const residual = y * q - (n - y) * p;
      return { mean: n * p, residual, variance: n * p * q, varianceSlope: q - p };
    },
    start: (row) => logit((events[row]! + 0.5) / (trials[row]! + 1)),
    deviance(row, linear) {
      const n = trials[row]!;
      const y = events[row]!;
      return 2 * (term(y, n * logistic(linear)) + term(n - y, n * logistic(-linear)));
    },
    counts: (row) => trials[row]! > 0,
    kind: (row) => (events[row] === 0 ? 'none' : events[row] === trials[row] ? 'all' : 'both'),
  };
}

function poisson(events: ArrayLike<number>, quasi: boolean): Family {
  return {
    quasi,
    expect(row, linear) {
      const mean = Math.exp(linear);
      return { mean, residual: events[row]! - mean, variance: mean, varianceSlope: 1 };
    },
    start: (row) => Math.log(events[row]! + 0.1),
    deviance(row, linear) {
      const mean = Math.exp(linear);
      return 2 * (term(events[row]!, mean) - (events[row]! - mean));
    },
    counts: () => true,
    kind: (row) => (events[row] === 0 ? 'none' : 'both'),
  };
}

/** y ln(y / expected), nothing where there is nothing. */
function term(y: number, expected: number): number {
  return y === 0 ? 0 : y * Math.log(y / expected);
}
