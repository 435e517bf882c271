import { quantileOfSorted } from './quantiles';
import { sum } from './sum';

/** How much units of a funnel vary beyond chance. */
export interface Dispersion {
  /** φ: how many times the scores vary more than chance alone would make them; 1 is chance alone. */
  readonly dispersion: number;
  /** τ²: the variance between units beyond chance, on the scale of the scores. */
  readonly betweenVariance: number;
}

/** The share of units at each end that is drawn in before dispersion is measured. */
const WINSORISED_SHARE = 0.1;

/**
 * Over-dispersion by the additive random-effects model, from each unit's z score and its weight 1/s²
 * in the same order: scores winsorised at each end, φ = Σz²/n, τ² = max(0, (nφ − (n−1)) / (Σw − Σw²/Σw)).
 *
 * Source: Spiegelhalter (2005, 2012); FunnelPlotR.
 */
export function additiveDispersion(
  scores: readonly number[],
  weights: readonly number[],
  winsorisedShare = WINSORISED_SHARE,
): Dispersion {
  const count = scores.length;
  const drawnIn = winsorise(scores, winsorisedShare);
  const dispersion = sum(drawnIn.map((score) => score * score)) / count;
  const weight = sum(weights);
  const spread = weight - sum(weights.map((w) => w * w)) / weight;
  const excess = count * dispersion - (count - 1);
  return { dispersion, betweenVariance: excess > 0 && spread > 0 ? excess / spread : 0 };
}

function winsorise(scores: readonly number[], share: number): number[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const low = quantileOfSorted(sorted, share);
  const high = quantileOfSorted(sorted, 1 - share);
  return scores.map((score) => Math.min(high, Math.max(low, score)));
}
