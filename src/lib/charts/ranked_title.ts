import { unitForms } from '../ui/units';
import { formatCell } from '../ui/cell';
import { formatList, upperFirst } from '../ui/format';
import { periodLabel } from '../view/periods';
import type { DistrictFigures } from './district_rows';

/** The finding of a ranking: who is outside the expected range, else how far the districts spread. */
export function rankedTitle(figures: DistrictFigures): string {
  const { measure } = figures.table;
  const shown = figures.districts.filter((district) => district.placed !== null);
  const highest = shown[0];
  const lowest = shown.at(-1);
  if (!highest || !lowest) return `${measure.label}: every district's figure is hidden or missing`;
  const above = shown.filter((district) => district.placed?.place === 'above');
  if (above.length > 0) {
    const names = formatList(above.map((district) => district.name));
    const verb = above.length === 1 ? 'is' : 'are';
    return `${measure.label}: ${names} ${verb} above the range expected of a ${figures.county.name} district`;
  }
  const of = shown.length < figures.districts.length ? ' among the districts shown' : '';
  const same = formatCell(highest.row.value, measure.unit);
  if (formatCell(lowest.row.value, measure.unit) === same) {
    return `${measure.label} is ${same} in every district${of === '' ? '' : ' shown'}`;
  }
  const ends = `from ${formatCell(lowest.row.value, measure.unit)} in ${lowest.name} to ${formatCell(highest.row.value, measure.unit)} in ${highest.name}`;
  return `${measure.label} runs ${ends}${of}; none is outside the range expected of a ${figures.county.name} district`;
}

/** What is measured, in which unit and period, and how to read the shapes. */
export function rankedSubtitle(figures: DistrictFigures): string {
  const { measure } = figures.table;
  const unit = unitForms[measure.unit].words;
  return `${upperFirst(measure.denominator)}, ${unit}, ${periodLabel(figures.period)}, with 95 % intervals. Grey bars: the range expected of a district of that size (99.8 %); triangles: outside it.`;
}
