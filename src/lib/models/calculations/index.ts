import type { Calculate } from '../model';
import { calculateFairComparison } from './fair_comparison';
import { calculateForecast } from './forecast';

/** How each model is worked out, by its id; apart from the catalogue, so that the page does not load it. */
export const calculations: Readonly<Record<string, Calculate>> = {
  fair_comparison: calculateFairComparison,
  forecast: calculateForecast,
};
