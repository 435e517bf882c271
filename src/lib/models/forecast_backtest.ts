import {
  summariseErrors,
  summariseErrorsBy,
  type BacktestCase,
  type ErrorSummary,
} from '../statistics/backtest';
import type { SeasonalKind } from '../statistics/seasonal_regression';
import { percent, ratio } from './figures_in_words';
import { monthAt, type MonthlyRun } from './monthly_series';

/**
 * A 95 % interval that held less often than this in the past is said to be too narrow. Right ones seldom
 * do: about 24 different months are looked at, whose share within has an error of √(0.95·0.05/24) = 0.04.
 */
const TRUSTED_COVERAGE = 0.85;

/** Errors of the model and of the seasonal naive forecast over the same past months. */
export interface ComparedErrors {
  readonly model: ErrorSummary;
  readonly naive: ErrorSummary;
}

export interface Backtest extends ComparedErrors {
  /** By the last month that was known. */
  readonly byOrigin: readonly (ComparedErrors & { readonly month: string })[];
  /** By how many months ahead, from 1. */
  readonly byAhead: readonly (ComparedErrors & { readonly ahead: number })[];
}

/** Null when there are no cases. The two are of the same past months. */
export function compareOnPast(
  modelCases: readonly BacktestCase[],
  naiveCases: readonly BacktestCase[],
  { points }: MonthlyRun,
): Backtest | null {
  const model = summariseErrors(modelCases);
  const naive = summariseErrors(naiveCases);
  if (model === null || naive === null) return null;
  const by = (key: 'origin' | 'ahead') => {
    const ofNaive = summariseErrorsBy(key, naiveCases);
    return [...summariseErrorsBy(key, modelCases)].map(
      ([at, errors]) => [at, { model: errors, naive: ofNaive.get(at)! }] as const,
    );
  };
  return {
    model,
    naive,
    byOrigin: by('origin').map(([at, errors]) => ({
      month: monthAt(points[at - 1]!.time),
      ...errors,
    })),
    byAhead: by('ahead').map(([ahead, errors]) => ({ ahead, ...errors })),
  };
}

/** Why a forecast with this past is not to be shown, in a sentence; null when it is. */
export function whyWithheld(
  kind: SeasonalKind,
  backtest: Backtest | null,
  origins: number,
): string | null {
  if (backtest === null)
    return 'The forecast is withheld: it cannot be tried on enough of the past to know its error.';
  const { model, naive } = backtest;
  if (model.meanAbsoluteError < naive.meanAbsoluteError) return null;
  const size = (error: number): string =>
    kind === 'share' ? `${percent(error, 2).replace('%', 'points')}` : ratio(error);
  return (
    `The forecast is withheld: tried from ${origins} months of the past it was wrong by ` +
    `${size(model.meanAbsoluteError)} on average, no better than taking the same month of the year ` +
    `before (${size(naive.meanAbsoluteError)}).`
  );
}

/** What a reader of the forecast should bear in mind, from how it did in the past. */
export function cautionsOf({ model }: Backtest): string[] {
  if (model.within95 >= TRUSTED_COVERAGE) return [];
  return [
    `The intervals are too narrow: ${percent(model.within95, 0)} of past months lay within the 95 % ` +
      'interval made for them beforehand.',
  ];
}
