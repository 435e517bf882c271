import type { Calculate } from '../model';
import { calculateCoInvolvement } from './co_involvement';
import { calculateEffectiveness } from './effectiveness';
import { calculateFairComparison } from './fair_comparison';
import { calculateForecast } from './forecast';
import { calculatePathways } from './pathways';
import { calculateRiskPoints } from './risk_points';
import { calculateSignals } from './signals';
import { calculateTimeToEvent } from './time_to_event';
import { calculateTrajectories } from './trajectories';
import { calculateWhatGoesWithWhat } from './what_goes_with_what';
import { calculateWhatIf } from './what_if';

/** How each model is worked out, by its id; apart from the catalogue, so that the page does not load it. */
export const calculations: Readonly<Record<string, Calculate>> = {
  fair_comparison: calculateFairComparison,
  signals: calculateSignals,
  forecast: calculateForecast,
  what_goes_with_what: calculateWhatGoesWithWhat,
  risk_points: calculateRiskPoints,
  time_to_event: calculateTimeToEvent,
  pathways: calculatePathways,
  trajectories: calculateTrajectories,
  co_involvement: calculateCoInvolvement,
  what_if: calculateWhatIf,
  effectiveness: calculateEffectiveness,
};
