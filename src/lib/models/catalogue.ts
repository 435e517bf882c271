import { coInvolvementModel } from './definitions/co_involvement';
import { effectivenessModel } from './definitions/effectiveness';
import { fairComparisonModel } from './definitions/fair_comparison';
import { forecastModel } from './definitions/forecast';
import { pathwaysModel } from './definitions/pathways';
import { riskPointsModel } from './definitions/risk_points';
import { signalsModel } from './definitions/signals';
import { timeToEventModel } from './definitions/time_to_event';
import { trajectoriesModel } from './definitions/trajectories';
import { whatGoesWithWhatModel } from './definitions/what_goes_with_what';
import { whatIfModel } from './definitions/what_if';
import type { Model } from './model';

/** Every model of the product, in the order of the page. */
export const models: readonly Model[] = [
  fairComparisonModel,
  signalsModel,
  forecastModel,
  whatGoesWithWhatModel,
  riskPointsModel,
  timeToEventModel,
  pathwaysModel,
  trajectoriesModel,
  coInvolvementModel,
  whatIfModel,
  effectivenessModel,
];

const byId = new Map(models.map((model) => [model.id, model]));

/** The model with this id, or null. */
export function modelNamed(id: string): Model | null {
  return byId.get(id) ?? null;
}
