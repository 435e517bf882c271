import type { CountRow } from '../disclosure/counts';
import { nobody } from './count';
import type { DimensionId, Measure } from './measure';
import type { FigureRequest } from './request';

/**
 * The dimensions whose values a reader looks through one after the other. Each has a few groups, so that
 * asking for all of them takes hardly longer than asking for one.
 */
export const lookedThrough: readonly DimensionId[] = [
  'district',
  'home_district',
  'sex',
  'sen',
  'free_school_meals',
  'year_group',
  'ethnic_group',
];

/** More at once would make far more groups than anybody looks at. */
const mostAtOnce = 2;

/** The filters of a request for one group of such a dimension. */
function filtersLookedThrough(measure: Measure, { by, where }: FigureRequest): DimensionId[] {
  // Split by kinds alone it has a row for each kind, also of a group that nobody is in, which no split shows.
  if (by.length > 0 && by.every((id) => measure.kinds?.[id] !== undefined)) return [];
  return lookedThrough
    .filter((id) => {
      const codes = where[id];
      return (
        codes?.length === 1 &&
        codes[0] !== 'unknown' &&
        !by.includes(id) &&
        measure.dimensions.includes(id) &&
        measure.kinds?.[id] === undefined
      );
    })
    .slice(0, mostAtOnce);
}

/**
 * The request whose answer holds that of this one and of all its neighbours: what is filtered to one group of
 * a dimension is split by it. The same request where there is nothing of the kind.
 */
export function widened(measure: Measure, request: FigureRequest): FigureRequest {
  const wide = filtersLookedThrough(measure, request);
  if (wide.length === 0) return request;
  const where = Object.entries(request.where).filter(([id]) => !wide.includes(id as DimensionId));
  return { ...request, by: [...request.by, ...wide], where: Object.fromEntries(where) };
}

/** The rows of a request in the answer to its widened one: a filter gives what its group of a split gives. */
export function narrowed(
  measure: Measure,
  request: FigureRequest,
  rows: readonly CountRow[],
): CountRow[] {
  const wide = filtersLookedThrough(measure, request);
  const isHere = ({ available, keys }: CountRow): boolean =>
    !available || wide.every((id) => keys[id] === request.where[id]?.[0]);
  const here = rows.filter(isHere).map((row) => ({
    ...row,
    keys: Object.fromEntries(
      Object.entries(row.keys).filter(([id]) => !wide.includes(id as DimensionId)),
    ),
  }));
  // A total always has a row, also where a filter leaves nobody.
  return request.by.length > 0
    ? here
    : request.periods.flatMap((period) => {
        const ofPeriod = here.filter((row) => row.period === period);
        return ofPeriod.length > 0 ? ofPeriod : [nobody(measure, period)];
      });
}
