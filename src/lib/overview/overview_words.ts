import type { SafeTable } from '../disclosure/safe_table';
import { periodBefore } from '../view/periods';
import type { Places } from '../words/places';
import { sayDistricts, sayFigure } from '../words/sentences';
import type { OverviewFigures } from './overview_figures';

/**
 * The paragraph that opens the overview: the two headline figures where the reader looks, then the
 * districts that stand out. Figures that were not loaded are passed over; their panels say why.
 */
export function overviewWords(
  figures: OverviewFigures,
  periods: { readonly headline: string; readonly attendance: string; readonly map: string },
  place: string,
  places: Places,
): readonly string[] {
  const figure = (table: SafeTable | string, period: string) =>
    typeof table === 'string'
      ? []
      : sayFigure(table, period, place, { period: periodBefore(period), than: 'last year' });
  const { persistentByDistrict, map } = figures;
  const byDistrict = [
    { table: map, period: periods.map },
    { table: persistentByDistrict, period: periods.attendance },
  ].flatMap(({ table, period }) => (typeof table === 'string' ? [] : [{ table, period }]));
  const distinct = byDistrict.filter(
    ({ table }, index) =>
      byDistrict.findIndex((other) => other.table.measure.id === table.measure.id) === index,
  );
  return [
    figure(figures.headline, periods.headline),
    figure(figures.persistent, periods.attendance),
    sayDistricts(distinct, places),
  ].flat();
}
