import { dimensions } from '../../measures/dimensions';
import type { Measure } from '../../measures/measure';
import type { FigureSpec } from '../definition';

/** A way in which a measure can stand in a report. */
export interface WayToShow {
  readonly value: string;
  readonly label: string;
  readonly figure: FigureSpec;
}

/** All ways of a measure: as a headline, over time, and by each dimension it can be split by. */
export function waysToShow(measure: Measure): readonly WayToShow[] {
  const { id, periodBases } = measure;
  const isMonthly = periodBases.some((basis) => basis === 'month_end' || basis === 'month');
  const over = isMonthly ? 'months' : 'periods';
  return [
    {
      value: 'headline',
      label: 'as a headline figure',
      figure: { is: 'headlines', measures: [id] },
    },
    { value: 'over time', label: 'over time', figure: { is: 'series', measure: id, over } },
    ...measure.dimensions.map((by): WayToShow => {
      const label = dimensions[by].label.toLowerCase();
      return { value: `by ${by}`, label: `by ${label}`, figure: { is: 'groups', measure: id, by } };
    }),
  ];
}
