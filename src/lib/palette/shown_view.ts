import {
  districtDimensionOf,
  measureViewFromFragment,
  measureViewToFragment,
} from '../explore/measure_view';
import {
  measureLimits,
  measuresPage,
  viewLimits,
  type PageLimits,
} from '../saved_views/page_views';
import { viewFromFragment, viewToFragment } from '../view/view';

/** A page and its fragment. */
export interface Shown {
  readonly page: string;
  readonly fragment: string;
}

/** Where a district leads from a page without one: the first page of the one view. */
export const firstPage = '/overview';

/**
 * The page shown, filtered by one district. A page that has no districts leads to the overview, with what
 * was last looked at there.
 * @param left the fragment of the one view as it was left
 */
export function withDistrict(shown: Shown, code: string, left: string, limits: PageLimits): Shown {
  if (shown.page === measuresPage) {
    const known = measureLimits(limits);
    const read = measureViewFromFragment(shown.fragment, known);
    if (read && districtDimensionOf(read.measure) !== null)
      return {
        page: measuresPage,
        fragment: measureViewToFragment({ ...read.view, district: code }, known),
      };
  }
  const isOfOneView = limits.oneView.includes(shown.page);
  const { view } = viewFromFragment(isOfOneView ? shown.fragment : left, viewLimits(limits));
  return {
    page: isOfOneView ? shown.page : firstPage,
    fragment: viewToFragment({ ...view, districts: [code] }),
  };
}

/** The page shown without its filters; null when it has none. */
export function withoutFilters(shown: Shown, limits: PageLimits): Shown | null {
  if (shown.page === measuresPage) {
    const known = measureLimits(limits);
    const read = measureViewFromFragment(shown.fragment, known);
    if (!read || read.view.district === null) return null;
    return {
      ...shown,
      fragment: measureViewToFragment({ ...read.view, district: null }, known),
    };
  }
  if (!limits.oneView.includes(shown.page)) return null;
  const { view } = viewFromFragment(shown.fragment, viewLimits(limits));
  if (view.districts.length === 0 && Object.keys(view.groups).length === 0) return null;
  return { ...shown, fragment: viewToFragment({ ...view, districts: [], groups: {} }) };
}
