import { indicatorColumns, interceptColumn, makeDesign, numericColumn } from './design_matrix';
import { fitGeneralisedLinearModel, type RegressionFit } from './generalised_linear_model';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';
import { predictionOf, studentReach, type Prediction, type Reach } from './prediction';
import { logistic } from './response_family';

/** A share of `base` people who have the event, or a count of events in a population of `base`. */
export type SeasonalKind = 'share' | 'count';

/** A point in time that is yet to come, or was predicted as if it were. */
export interface SeasonalPlace {
  /** Whole steps from any start. */
  readonly time: number;
  /** Place in the season, from 0. */
  readonly season: number;
  /** People, or population; above zero. */
  readonly base: number;
}

export interface SeasonalPoint extends SeasonalPlace {
  readonly events: number;
}

export interface SeasonalFit {
  readonly kind: SeasonalKind;
  /** Coefficients and covariance before any dispersion. */
  readonly fit: RegressionFit;
  /** Change of the log odds, or log rate, over one whole season, such as a year of months. */
  readonly trend: { readonly estimate: number; readonly standardError: number };
  /** Log odds, or log rate, of each place in the season less their mean. */
  readonly effects: readonly number[];
  /** What variances are multiplied with: Pearson's dispersion, but no less than 1, chance alone. */
  readonly scale: number;
  /** Student's t, as the dispersion is estimated. */
  readonly reach: Reach;
  readonly centre: number;
  readonly period: number;
}

const TREND = 'trend';
const SEASON = 'season';

/**
 * Trend and season: quasi-binomial regression of a share, or quasi-Poisson of a count with the logarithm
 * of the population as offset, on time and an effect for each place in the season. 'x' when some place
 * in the season was never seen, 'u' when the regression is refused or nothing is left to judge its
 * spread by. `period` is how many steps of time a season takes.
 */
export function fitSeasonal(
  kind: SeasonalKind,
  points: readonly SeasonalPoint[],
  seasons: number,
  period = seasons,
): Outcome<SeasonalFit> {
  const places = Array.from({ length: seasons }, (_, code) => ({ code, label: String(code) }));
  const seen = new Set(points.map(({ season }) => season));
  if (places.some(({ code }) => !seen.has(code)))
    return notAvailable('Some part of the season was never seen.');
  const centre = points.reduce((sum, { time }) => sum + time, 0) / points.length;
  const design = makeDesign([
    interceptColumn(points.length),
    numericColumn(
      TREND,
      points.map(({ time }) => (time - centre) / period),
    ),
    ...indicatorColumns(
      SEASON,
      points.map(({ season }) => season),
      places,
      0,
    ),
  ]);
  const events = points.map((point) => point.events);
  const outcome = fitGeneralisedLinearModel(
    kind === 'share'
      ? { family: 'binomial', events, trials: points.map(({ base }) => base) }
      : { family: 'Poisson', events, offset: points.map(({ base }) => Math.log(base)) },
    design,
  );
  if (outcome.status !== 'ok') return outcome;
  const fit = outcome.result;
  const trend = fit.coefficients.find(({ term }) => term === TREND);
  if (!trend) return notAvailable('The points lie at one time, so they have no trend.');
  if (fit.dispersion === null)
    return unreliable('There are as many parameters as points, so the spread cannot be judged.');
  const scale = Math.max(1, fit.dispersion);
  const raw = places.map(({ code }) => coefficientOf(fit, code));
  const mean = raw.reduce((sum, effect) => sum + effect, 0) / seasons;
  return answered({
    kind,
    fit,
    trend: {
      estimate: trend.estimate,
      standardError: Math.sqrt(scale) * trend.standardError,
    },
    effects: raw.map((effect) => effect - mean),
    scale,
    reach: studentReach(fit.degreesOfFreedom),
    centre,
    period,
  });
}

/**
 * The share, or the count, at a place in time, with intervals for the value that will be seen: made on
 * the log odds (log rate) from the variance of the estimate plus that of the observation about it, both
 * times the dispersion, with Student's t. The dispersion is taken as no less than chance alone. They
 * assume that the trend goes on, and that months vary about it independently of one another.
 *
 * @throws RangeError when the place in the season was none of those fitted.
 */
export function predictSeasonal(model: SeasonalFit, place: SeasonalPlace): Prediction {
  const { kind, fit, effects, scale, reach, centre, period } = model;
  if (effects[place.season] === undefined)
    throw new RangeError(`There is no place ${place.season} in the season.`);
  const row = fit.coefficients.map(({ label, term }) =>
    term === TREND
      ? (place.time - centre) / period
      : term === SEASON
        ? Number(label === seasonLabel(place.season))
        : 1,
  );
  let linear = kind === 'count' ? Math.log(place.base) : 0;
  let ofEstimate = 0;
  for (const [i, value] of row.entries()) {
    linear += value * fit.coefficients[i]!.estimate;
    for (const [j, other] of row.entries()) ofEstimate += value * other * fit.covariance[i]![j]!;
  }
  const back = (x: number): number => (kind === 'share' ? logistic(x) : Math.exp(x));
  const value = back(linear);
  const information = kind === 'share' ? place.base * value * (1 - value) : value;
  const error = Math.sqrt(scale * (ofEstimate + 1 / information));
  return predictionOf(value, reach, (errors) => ({
    lower: back(linear - errors * error),
    upper: back(linear + errors * error),
  }));
}

function seasonLabel(code: number): string {
  return `${SEASON}: ${code}`;
}

function coefficientOf(fit: RegressionFit, code: number): number {
  return fit.coefficients.find(({ label }) => label === seasonLabel(code))?.estimate ?? 0;
}
