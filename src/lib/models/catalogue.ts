import { fairComparisonModel } from './definitions/fair_comparison';
import { forecastModel } from './definitions/forecast';
import type { Model } from './model';

/** Every model of the product, in the order of the page. */
export const models: readonly Model[] = [fairComparisonModel, forecastModel];

const byId = new Map(models.map((model) => [model.id, model]));

/** The model with this id, or null. */
export function modelNamed(id: string): Model | null {
  return byId.get(id) ?? null;
}
