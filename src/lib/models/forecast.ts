import { rollingOrigins } from '../statistics/backtest';
import type { Estimate } from '../statistics/confidence';
import { answered, notAvailable, type Outcome } from '../statistics/outcome';
import type { Prediction } from '../statistics/prediction';
import { seasonalNaive } from '../statistics/seasonal_naive';
import {
  fitSeasonal,
  predictSeasonal,
  type SeasonalFit,
  type SeasonalKind,
} from '../statistics/seasonal_regression';
import { cautionsOf, compareOnPast, whyWithheld, type Backtest } from './forecast_backtest';
import { reportStep, type ModelRun } from './model_run';
import {
  kindOf,
  latestRun,
  monthAt,
  timeAfter,
  type MonthlyRun,
  type MonthlySeries,
} from './monthly_series';

/** Share as a fraction, or count of the month. */
export interface ForecastMonth extends Prediction {
  /** 2026-03 */
  readonly month: string;
}

export interface Forecast {
  readonly kind: SeasonalKind;
  /** The months it rests on: the latest that come in a row. */
  readonly from: string;
  readonly to: string;
  /** The coming twelve months; null when withheld. */
  readonly months: readonly ForecastMonth[] | null;
  /** Why the forecast is withheld, in a sentence; null when it is not. */
  readonly withheld: string | null;
  /** Every coming month as the same month of the last year. */
  readonly naive: readonly ForecastMonth[];
  /** How many times as large the odds (of a share) or the rate (of a count) become in a year. */
  readonly trend: Estimate | null;
  /** Odds or rate of each calendar month (1 is January) over those of the average month. */
  readonly monthEffects: readonly { readonly month: number; readonly ratio: number }[] | null;
  /** How many times as much months vary about trend and season as chance alone would make them. */
  readonly dispersion: number | null;
  /** Null when the model could be fitted to too few of the past beginnings. */
  readonly backtest: Backtest | null;
  /** What to bear in mind, in sentences. */
  readonly notes: readonly string[];
}

/** Trend and months are told apart by two years at least; half of a third shows whether they hold. */
const FEWEST_YEARS = 2.5;
const FIRST_ORIGIN_YEARS = 2;
/** A series with fewer calendar months than this is one with months missing. */
const FEWEST_CALENDAR_MONTHS = 10;
const MOST_ORIGINS = 24;

/**
 * The coming twelve months of a monthly share or count: quasi-binomial or quasi-Poisson regression on
 * trend and month of the year, with prediction intervals, beside the seasonal naive forecast. Both are
 * tried on the past from up to 24 beginnings, each with only what was known then; the model is withheld
 * when its mean absolute error is not below the naive one's. Coming months are taken to have as many
 * people as the same month a year before. Calendar months that never have anybody (no school in August)
 * are passed over.
 *
 * 'x' with fewer than 30 months in a row (28 of a series without August), or fewer than 10 of the
 * calendar months.
 *
 * @throws RangeError when a month or number cannot be; the signal's reason when aborted.
 */
export function forecast(series: MonthlySeries, run: ModelRun = {}): Outcome<Forecast> {
  reportStep(run, 0);
  const kind = kindOf(series);
  const known = latestRun(series);
  const { points, calendar } = known;
  const year = calendar.length;
  const needed = Math.ceil(FEWEST_YEARS * (year < FEWEST_CALENDAR_MONTHS ? 12 : year));
  if (points.length < needed)
    return notAvailable(
      `A forecast needs at least ${needed} months in a row; there ` +
        `${points.length === 1 ? 'is' : 'are'} ${points.length}.`,
    );
  if (year < FEWEST_CALENDAR_MONTHS)
    return notAvailable(
      `A forecast needs at least ${FEWEST_CALENDAR_MONTHS} of the twelve calendar months; there are ` +
        `${year}.`,
    );
  const values = points.map(({ events, base }) => (kind === 'share' ? events / base : events));
  const naiveFrom = (origin: number, ahead: number): readonly Prediction[] =>
    seasonalNaive(values.slice(0, origin), year, ahead, kind === 'share' ? 1 : Infinity);

  const first = Math.max(FIRST_ORIGIN_YEARS * year, points.length - MOST_ORIGINS);
  const origins = Array.from({ length: points.length - first }, (_, i) => first + i);
  const modelCases = rollingOrigins(values, origins, year, (origin, ahead) => {
    reportStep(run, (origin - first) / (origins.length + 1));
    const then = { points: points.slice(0, origin), calendar };
    const fitted = fitSeasonal(kind, then.points, year, 12);
    return fitted.status === 'ok' ? coming(fitted.result, then, ahead) : [];
  });
  const usable = [...new Set(modelCases.map(({ origin }) => origin))];
  const naiveCases = rollingOrigins(values, usable, year, naiveFrom);
  const backtest =
    usable.length * 2 >= origins.length ? compareOnPast(modelCases, naiveCases, known) : null;

  const fitted = fitSeasonal(kind, points, year, 12);
  const withheld =
    fitted.status === 'ok' ? whyWithheld(kind, backtest, usable.length) : fitted.because;
  const model = fitted.status === 'ok' && withheld === null ? fitted.result : null;
  const times = timesAfter(known, year);
  const dated = (predictions: readonly Prediction[]): readonly ForecastMonth[] =>
    predictions.map((prediction, i) => ({ month: monthAt(times[i]!), ...prediction }));
  reportStep(run, 1);
  return answered({
    kind,
    from: monthAt(points[0]!.time),
    to: monthAt(points.at(-1)!.time),
    months: model && dated(coming(model, known, year)),
    withheld,
    naive: dated(naiveFrom(points.length, year)),
    trend: model && trendOf(model),
    monthEffects:
      model &&
      model.effects.map((effect, i) => ({ month: calendar[i]! + 1, ratio: Math.exp(effect) })),
    dispersion: model && model.fit.dispersion,
    backtest,
    notes: model && backtest ? cautionsOf(backtest) : [],
  });
}

function timesAfter({ points, calendar }: MonthlyRun, ahead: number): number[] {
  const times: number[] = [];
  for (let time = points.at(-1)!.time; times.length < ahead; times.push(time))
    time = timeAfter(time, calendar);
  return times;
}

/** The months that follow, each with the people of the same month a year before. */
function coming(model: SeasonalFit, known: MonthlyRun, ahead: number): Prediction[] {
  const { points, calendar } = known;
  return timesAfter(known, ahead).map((time, step) => {
    const { base } = points[points.length - calendar.length + (step % calendar.length)]!;
    return predictSeasonal(model, { time, season: calendar.indexOf(time % 12), base });
  });
}

function trendOf({ trend: { estimate, standardError }, reach }: SeasonalFit): Estimate {
  const margin = reach.of95 * standardError;
  return {
    value: Math.exp(estimate),
    lower: Math.exp(estimate - margin),
    upper: Math.exp(estimate + margin),
  };
}
