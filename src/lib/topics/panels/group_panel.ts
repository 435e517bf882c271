import { isPlace } from '../../explore/group_content';
import type { DimensionId, Measure } from '../../measures/measure';
import type { FigureRequest } from '../../measures/request';
import { periodFor, whereFor, type Scope } from '../scope';
import { nothingIn, placeInWords } from '../topic_words';

/**
 * What a panel of one split asks: its groups, and the whole they are held against; or in words why there is nothing
 * to ask. All groups are asked for whichever of them is chosen.
 */
export function groupRequests(
  measure: Measure,
  by: DimensionId,
  scope: Scope,
): { readonly groups: FigureRequest; readonly whole: FigureRequest } | string {
  const period = periodFor(measure, scope);
  if (period === null) return nothingIn(measure, scope);
  const request = {
    measure: measure.id,
    periods: [period],
    where: whereFor(measure, scope, [by]),
  };
  return { groups: { ...request, by: [by] }, whole: { ...request, by: [] } };
}

/** Whom its groups are part of, in words. */
export function placeOfGroups(by: DimensionId, scope: Pick<Scope, 'county' | 'view'>): string {
  return placeInWords(scope, isPlace(by) ? [by] : []);
}

/** The codes of its groups that the view is filtered by. */
export function chosenGroups(by: DimensionId, { view }: Pick<Scope, 'view'>): readonly string[] {
  return isPlace(by) ? view.districts : (view.groups[by] ?? []);
}
