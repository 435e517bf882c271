import { predictionOf, studentReach, type Prediction } from './prediction';

/**
 * The seasonal naive forecast: each coming value is the latest known one of the same place in the
 * season. Its error is judged by how much values differed from those a season before, and grows with
 * the root of the seasons ahead. Limits within 0 to `most`. Empty when fewer than two seasons are known.
 *
 * Source: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 5.2 and 5.5; with
 * Student's t in place of the normal quantile, as the error is estimated from few differences.
 */
export function seasonalNaive(
  known: readonly number[],
  season: number,
  ahead: number,
  most = Infinity,
): Prediction[] {
  const differences = known.slice(season).map((value, i) => value - known[i]!);
  if (differences.length < season) return [];
  const square = differences.reduce((sum, d) => sum + d * d, 0) / differences.length;
  const reach = studentReach(differences.length);
  return Array.from({ length: ahead }, (_, step) => {
    const value = known[known.length - season + (step % season)]!;
    const error = Math.sqrt(square * (Math.floor(step / season) + 1));
    return predictionOf(value, reach, (errors) => ({
      lower: Math.max(0, value - errors * error),
      upper: Math.min(most, value + errors * error),
    }));
  });
}
