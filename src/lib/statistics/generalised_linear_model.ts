import { CONFIDENCE_95, type Confidence } from './confidence';
import { independentColumns, INTERCEPT, type Design, type DesignColumn } from './design_matrix';
import { studentQuantile } from './distributions';
import { answered, notAvailable, unreliable, type NotEnough, type Outcome } from './outcome';
import { familyOf, type GroupedResponse } from './response_family';
import { reweightedLeastSquares } from './reweighted_least_squares';

export interface Coefficient {
  readonly label: string;
  readonly term: string;
  /** On the scale of the linear predictor: log odds ratio, or log rate ratio. */
  readonly estimate: number;
  readonly standardError: number;
}

export interface RegressionFit {
  readonly quasi: boolean;
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients, in their order; multiplied by the dispersion in a quasi family. */
  readonly covariance: readonly Float64Array[];
  /** Labels of columns left out because earlier columns already say the same. */
  readonly aliased: readonly string[];
  readonly deviance: number;
  readonly pearson: number;
  readonly degreesOfFreedom: number;
  /** Pearson's statistic over the degrees of freedom; null when none is left. */
  readonly dispersion: number | null;
  /**
   * The same, corrected for rows with few expected events, where one event in a row that expected
   * almost none would otherwise rule the sum. Source: Fletcher (2012), Biometrika 99.
   */
  readonly sparseDispersion: number | null;
  /** Expected events and linear predictor (offset included) of each row. */
  readonly fitted: Float64Array;
  readonly linear: Float64Array;
  readonly iterations: number;
}

/** Peduzzi and others (1996), Journal of Clinical Epidemiology 49: estimates go astray with fewer. */
const EVENTS_PER_PARAMETER = 10;

/**
 * Fits a logistic or log-linear regression to grouped data by iteratively reweighted least squares.
 * Standard errors are those of the maximum likelihood; a quasi family multiplies their squares by
 * Pearson's dispersion. Columns that repeat earlier ones are left out and named.
 *
 * 'x' when nobody is in any row; 'u' when there are fewer than 10 events (or non-events) for each
 * parameter beside the constant, when the data separate (no finite estimate), when fitting does not
 * settle, or when a quasi family has no row to spare to judge the spread.
 *
 * Source: McCullagh and Nelder (1989), Generalized Linear Models, 2.5 and 4.5.
 *
 * @throws RangeError when lengths differ or a count cannot be.
 */
export function fitGeneralisedLinearModel(
  response: GroupedResponse,
  design: Design,
): Outcome<RegressionFit> {
  const family = familyOf(response);
  const rows = response.events.length;
  const offset = response.offset ?? new Float64Array(rows);
  if (design.rows !== rows || offset.length !== rows)
    throw new RangeError(`The design has ${design.rows} rows, the data ${rows}.`);
  const weights = Float64Array.from({ length: rows }, (_, row) => (family.counts(row) ? 1 : 0));
  const counted = weights.reduce((sum, weight) => sum + weight, 0);
  if (counted === 0) return notAvailable('There is nobody in the data.');
  const { kept, aliased } = independentColumns(design, weights);
  const tooFew = tooFewEvents(response, kept.columns);
  if (tooFew) return tooFew;
  const degreesOfFreedom = counted - kept.columns.length;
  if (family.quasi && degreesOfFreedom === 0)
    return unreliable('There are as many parameters as rows, so the spread cannot be judged.');

  const found = reweightedLeastSquares(family, kept.columns, offset);
  if (found.status !== 'ok') return found;
  const { coefficients, inverse, linear, iterations } = found.result;
  const fitted = new Float64Array(rows);
  let deviance = 0;
  let pearson = 0;
  let skew = 0;
  for (let row = 0; row < rows; row++) {
    if (!family.counts(row)) continue;
    const { mean, residual, variance, varianceSlope } = family.expect(row, linear[row]!);
    fitted[row] = mean;
    deviance += family.deviance(row, linear[row]!);
    pearson += (residual * residual) / variance;
    skew += (varianceSlope * residual) / variance;
  }
  const dispersion = degreesOfFreedom > 0 ? pearson / degreesOfFreedom : null;
  const scale = family.quasi ? dispersion! : 1;
  const covariance = inverse.map((line) => line.map((value) => value * scale));
  return answered({
    quasi: family.quasi,
    coefficients: kept.columns.map(({ label, term }, i) => ({
      label,
      term,
      estimate: coefficients[i]!,
      standardError: Math.sqrt(covariance[i]![i]!),
    })),
    covariance,
    aliased: aliased.map((column) => column.label),
    deviance,
    pearson,
    degreesOfFreedom,
    dispersion,
    sparseDispersion: dispersion === null ? null : dispersion / (1 + skew / counted),
    fitted,
    linear,
    iterations,
  });
}

/**
 * By how many standard errors an interval of a coefficient reaches: Student's t with the degrees of
 * freedom left in a quasi family, whose dispersion is itself estimated; otherwise the normal quantile.
 */
export function reachOf(fit: RegressionFit, confidence: Confidence = CONFIDENCE_95): number {
  return fit.quasi
    ? studentQuantile((1 + confidence.level) / 2, fit.degreesOfFreedom)
    : confidence.z;
}

function tooFewEvents(
  response: GroupedResponse,
  columns: readonly DesignColumn[],
): NotEnough | null {
  const total = (values: ArrayLike<number>): number =>
    Array.from(values).reduce((sum, value) => sum + value, 0);
  const events = total(response.events);
  const rarer = 'trials' in response ? Math.min(events, total(response.trials) - events) : events;
  const parameters = columns.filter((column) => column.term !== INTERCEPT).length;
  const needed = EVENTS_PER_PARAMETER * Math.max(1, parameters);
  if (rarer >= needed) return null;
  return unreliable(
    `There are too few events for this model: the rarer outcome happened ${Math.round(rarer)} times, ` +
      `and ${parameters} parameters need at least ${needed}.`,
  );
}
