import type { Interval } from './confidence';
import type { Prediction } from './prediction';

/** One value predicted as if it were still to come, and what it came to be. */
export interface BacktestCase {
  /** How many values were known. */
  readonly origin: number;
  /** How many steps later the value came, from 1. */
  readonly ahead: number;
  readonly actual: number;
  readonly predicted: Prediction;
}

export interface ErrorSummary {
  readonly cases: number;
  readonly meanAbsoluteError: number;
  /** Shares of the cases that lay within the 80 and the 95 % interval. */
  readonly within80: number;
  readonly within95: number;
}

/**
 * Rolling origins: from each origin, the values known then predict up to `horizon` values after it, as
 * far as these are known by now. An origin whose forecast is empty gives no case. The forecast must use
 * no value from `origin` on.
 */
export function rollingOrigins(
  actual: readonly number[],
  origins: readonly number[],
  horizon: number,
  forecast: (origin: number, ahead: number) => readonly Prediction[],
): BacktestCase[] {
  return origins.flatMap((origin) => {
    const ahead = Math.min(horizon, actual.length - origin);
    return forecast(origin, ahead)
      .slice(0, ahead)
      .map((predicted, step) => ({
        origin,
        ahead: step + 1,
        actual: actual[origin + step]!,
        predicted,
      }));
  });
}

/** Null when there are no cases. */
export function summariseErrors(cases: readonly BacktestCase[]): ErrorSummary | null {
  if (cases.length === 0) return null;
  const mean = (of: (each: BacktestCase) => number): number =>
    cases.reduce((sum, each) => sum + of(each), 0) / cases.length;
  return {
    cases: cases.length,
    meanAbsoluteError: mean(({ actual, predicted }) => Math.abs(actual - predicted.value)),
    within80: mean(({ actual, predicted }) => Number(within(actual, predicted.interval80))),
    within95: mean(({ actual, predicted }) => Number(within(actual, predicted.interval95))),
  };
}

/** Summaries by origin or by how far ahead, in ascending order. */
export function summariseErrorsBy(
  key: 'origin' | 'ahead',
  cases: readonly BacktestCase[],
): ReadonlyMap<number, ErrorSummary> {
  const values = [...new Set(cases.map((each) => each[key]))].sort((a, b) => a - b);
  return new Map(
    values.map((value) => [value, summariseErrors(cases.filter((each) => each[key] === value))!]),
  );
}

function within(value: number, { lower, upper }: Interval): boolean {
  return lower <= value && value <= upper;
}
