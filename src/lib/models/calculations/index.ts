import type { Calculate } from '../model';
import { calculateCoInvolvement } from './co_involvement';
import { calculateFairComparison } from './fair_comparison';
import { calculateForecast } from './forecast';
import { calculatePathways } from './pathways';
import { calculateSignals } from './signals';
import { calculateTimeToEvent } from './time_to_event';
import { calculateWhatIf } from './what_if';

/** How each model is worked out, by its id; apart from the catalogue, so that the page does not load it. */
export const calculations: Readonly<Record<string, Calculate>> = {
  fair_comparison: calculateFairComparison,
  signals: calculateSignals,
  forecast: calculateForecast,
  time_to_event: calculateTimeToEvent,
  pathways: calculatePathways,
  co_involvement: calculateCoInvolvement,
  what_if: calculateWhatIf,
};
