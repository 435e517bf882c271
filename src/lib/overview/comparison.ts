import type { PublishedFigure } from '../county/county';
import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { formatValue } from '../ui/cell';
import type { Comparator } from '../view/view';
import { changeBetween, sayGap, sizeOf } from '../words/change';
import { rowFor } from '../words/rows';

function gapToPublished(measure: Measure, value: number, published: PublishedFigure): string {
  const other = published.value ?? 0;
  const shown = formatValue(other, measure.unit);
  const flat = formatValue(value, measure.unit) === shown;
  const way = value > other ? 'above' : 'below';
  const area = published.areaKind === 'region' ? `the ${published.area}` : published.area;
  return flat
    ? `Level with ${area} (${shown}, published)`
    : `${sizeOf(measure, value - other)} ${way} ${area} (${shown}, published)`;
}

/**
 * The comparison under a tile, in words; null when there is nothing sound to compare with. A published
 * figure is used only for the very same period: a term is never held against a full year.
 */
export function sayComparison(
  row: SafeRow | null,
  county: SafeTable | string,
  published: readonly PublishedFigure[],
  comparator: Comparator,
  countyName: string,
  filtered: boolean,
): string | null {
  if (row === null || row.value.value === null || typeof county === 'string') return null;
  const { measure } = county;
  if (comparator === 'county') {
    const change = filtered ? changeBetween(measure, row, rowFor(county, row.period)) : null;
    return change ? sayGap(measure, change, countyName) : null;
  }
  const kind = comparator === 'region' ? 'region' : 'england';
  const figure = published.find(
    (other) =>
      other.measure === measure.published &&
      other.period === row.period &&
      other.areaKind === kind &&
      other.value !== null,
  );
  return figure ? gapToPublished(measure, row.value.value, figure) : null;
}
