import type { PublishedFigure } from '../county/county';

/** Fewer than this are no yardstick. */
const fewest = 3;

/**
 * What the county's statistical neighbours published of one period, in the mean: each counts the same, as in
 * the Local authority interactive tool. Null with fewer than three of them.
 *
 * @param published figures of one measure
 */
export function meanOfNeighbours(
  published: readonly PublishedFigure[],
  period: string,
): { readonly value: number; readonly areas: readonly string[] } | null {
  const found = published.flatMap(({ areaKind, area, period: of, value }) =>
    areaKind === 'neighbour' && of === period && value !== null ? [{ area, value }] : [],
  );
  if (found.length < fewest) return null;
  const sum = found.reduce((total, { value }) => total + value, 0);
  return { value: sum / found.length, areas: found.map(({ area }) => area).sort() };
}
