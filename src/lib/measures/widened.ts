import type { CountRow, CountsPart } from '../disclosure/counts';
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

/** What of the answer to the widened request is that of the request itself; none where they are the same. */
export function partOf(measure: Measure, request: FigureRequest): CountsPart | undefined {
  const wide = filtersLookedThrough(measure, request);
  if (wide.length === 0) return undefined;
  const { by, where, periods } = request;
  return {
    by,
    where,
    codes: Object.fromEntries(wide.map((id) => [id, where[id]?.[0] ?? ''])),
    // A total always has a row, also where a filter leaves nobody.
    nobody: by.length > 0 ? [] : periods.map((period) => nobody(measure, period)),
  };
}

/**
 * Whether the answer to the widened request holds that of the request. Split by kinds alone a measure may have a row
 * for each kind also of a group that nobody is in, and of that no split tells.
 *
 * @param rows the answer to the widened request
 */
export function answersPart(
  measure: Measure,
  { by, periods }: FigureRequest,
  { codes }: CountsPart,
  rows: readonly CountRow[],
): boolean {
  if (by.length === 0 || by.some((id) => measure.kinds?.[id] === undefined)) return true;
  const wanted = Object.entries(codes) as [DimensionId, string][];
  const answered = rows.filter(
    ({ keys, available }) => !available || wanted.every(([id, code]) => keys[id] === code),
  );
  return periods.every((period) => answered.some((row) => row.period === period));
}
