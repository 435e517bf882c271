import type { SafeTable } from '../disclosure/safe_table';
import type { Places } from '../words/places';
import { districtFigures, districtTable } from './district_rows';
import type { PictureContent } from './figure_content';
import { rankedSubtitle, rankedTitle } from './ranked_title';

/**
 * The districts ranked, with the expected range behind each.
 *
 * @param table a proportion by district, and nothing else
 * @param county the same measure, not split
 * @param selected codes of the districts that stand out as chosen
 */
export function rankedContent(
  table: SafeTable,
  county: SafeTable,
  period: string,
  places: Places,
  selected: readonly string[],
): PictureContent {
  const figures = districtFigures(table, county, period, places);
  return {
    title: rankedTitle(figures),
    subtitle: rankedSubtitle(figures),
    table: districtTable(figures),
    tables: [table],
    periods: [period],
    draw: async (width) =>
      (await import('./draw_ranked_dots')).drawRankedDots(figures, selected, width),
  };
}
