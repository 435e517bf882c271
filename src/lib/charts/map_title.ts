import { formatList } from '../ui/format';
import type { DistrictFigures } from './district_rows';

/** Where a measure is highest, in words; hidden districts take no part. */
export function mapTitle(figures: DistrictFigures): string {
  const { measure } = figures.table;
  const shown = figures.districts.filter(({ placed }) => placed !== null);
  if (shown.length < 3) return `${measure.label}: too few districts are shown to compare them`;
  const top = shown.slice(0, 2).map(({ name }) => name);
  const of = shown.length < figures.districts.length ? ', of the districts shown' : '';
  return `${measure.label} is highest in ${formatList(top)}${of}`;
}
