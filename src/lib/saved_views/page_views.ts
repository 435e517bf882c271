import {
  measureViewFromFragment,
  measureViewToFragment,
  type MeasureLimits,
} from '../explore/measure_view';
import { modelViewFromFragment, modelViewToFragment } from '../explore/model_view';
import { catalogue } from '../measures/catalogue';
import { models } from '../models/catalogue';
import { mapMeasures } from '../overview/overview_figures';
import { viewFromFragment, viewToFragment, type ViewLimits } from '../view/view';

/** Which pages there are views of, and which districts a view may name. */
export interface PageLimits {
  /** Paths of the pages that share one view, such as `/overview`. */
  readonly oneView: readonly string[];
  readonly districts: readonly string[];
}

export const measuresPage = '/measures';
export const modelsPage = '/models';

export function viewLimits({ districts }: PageLimits): ViewLimits {
  return { districts, mapMeasures };
}

export function measureLimits({ districts }: PageLimits): MeasureLimits {
  return { measures: catalogue, districts };
}

/** Whether a page has a view that a fragment describes. */
export function hasView(page: string, limits: PageLimits): boolean {
  return limits.oneView.includes(page) || page === measuresPage || page === modelsPage;
}

/**
 * A fragment as the page itself would write it: read by the page's own parser and written again, so
 * that nothing is kept which the page does not know. Null for a page without a view.
 */
export function cleanFragment(
  page: string,
  fragment: string,
  limits: PageLimits,
): { readonly fragment: string; readonly whole: boolean } | null {
  if (limits.oneView.includes(page)) {
    const { view, notes } = viewFromFragment(fragment, viewLimits(limits));
    return { fragment: viewToFragment(view), whole: notes.length === 0 };
  }
  if (page === measuresPage) {
    const known = measureLimits(limits);
    const read = measureViewFromFragment(fragment, known);
    return (
      read && { fragment: measureViewToFragment(read.view, known), whole: read.notes.length === 0 }
    );
  }
  if (page === modelsPage) {
    const read = modelViewFromFragment(fragment, models);
    return (
      read && { fragment: modelViewToFragment(read.view, models), whole: read.notes.length === 0 }
    );
  }
  return null;
}
