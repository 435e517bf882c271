import { whatIsMissing } from '../measures/needs';
import { searchedOf, searchedOfModel } from '../methods/dictionary_search';
import type { Model } from '../models/model';
import {
  measureViewToFragment,
  viewOf,
  type MeasureLimits,
  type MeasureView,
} from './measure_view';
import { modelViewToFragment } from './model_view';

/** Something to choose from a list: a measure or a model. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Where it is, without `#`. */
  readonly fragment: string;
  /** What a search looks through. */
  readonly searched: string;
  /** Whether everything it needs is loaded, or nothing at all is. */
  readonly available: boolean;
}

export interface ChoiceGroup {
  /** Empty where there is one group only. */
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** The measures by chapter; each leads to as much of the view as it has an answer to. */
export function measureChoices(
  limits: MeasureLimits,
  view: MeasureView,
  loaded: ReadonlySet<string>,
): readonly ChoiceGroup[] {
  const chapters = [...new Set(limits.measures.map(({ chapter }) => chapter))];
  return chapters.map((chapter) => ({
    title: chapter,
    choices: limits.measures
      .filter((measure) => measure.chapter === chapter)
      .map((measure) => ({
        id: measure.id,
        label: measure.label,
        fragment: measureViewToFragment(viewOf(measure, view), limits),
        searched: searchedOf(measure),
        available: loaded.size === 0 || whatIsMissing(measure, loaded) === null,
      })),
  }));
}

/** The models in the order of the page. */
export function modelChoices(
  models: readonly Model[],
  loaded: ReadonlySet<string>,
): readonly ChoiceGroup[] {
  const choices = models.map((model) => ({
    id: model.id,
    label: model.label,
    fragment: modelViewToFragment({ model: model.id, settings: {} }, models),
    searched: searchedOfModel(model),
    available: loaded.size === 0 || whatIsMissing(model, loaded) === null,
  }));
  return [{ title: '', choices }];
}
