import { canBeCompared } from '../comparison/group_gaps';
import type { SafeTable } from '../disclosure/safe_table';
import { nameOf, type Places } from '../words/places';
import { districtOf, rowFor, rowsFor } from '../words/rows';
import { groupsOf, type Group } from './groups';
import type { MeasureAnswer, MeasureFigure } from './measure_figures';
import type { PlacedFigure } from './target_table';

/** One of the tables of an answer; null where there is none. */
export function tableOf({ figures }: MeasureAnswer, name: MeasureFigure): SafeTable | null {
  const table = figures[name];
  return typeof table === 'string' ? null : table;
}

/** The groups of the split that can be held against each other; none where nothing is split or they cannot. */
export function groupsToCompare(answer: MeasureAnswer, places: Places): readonly Group[] {
  const { measure, period, view } = answer;
  const split = tableOf(answer, 'groups');
  if (view.by === null || split === null) return [];
  const groups = groupsOf(split, view.by, period, places);
  return canBeCompared(measure, view.by, groups) ? groups : [];
}

/**
 * Every figure of the answer that may have a target: of the place over all periods of the line where nothing is
 * split, else of the period; the county beside a district, and all districts where they are the groups.
 */
export function placedFigures(answer: MeasureAnswer, places: Places): readonly PlacedFigure[] {
  const { period, view } = answer;
  const [headline, county, groups] = (['headline', 'county', 'groups'] as const).map((name) =>
    tableOf(answer, name),
  );
  const inCounty = rowsOf(county ?? null, [period], null, places.name);
  if (view.by === 'district' || view.by === 'home_district') {
    return [...inCounty, ...districtsOf(groups ?? null, period, places)];
  }
  const place = view.district === null ? places.name : nameOf(places, view.district);
  const own =
    view.by === null
      ? rowsOf(groups ?? null, answer.series, view.district, place)
      : rowsOf(headline ?? null, [period], view.district, place);
  return view.district === null ? own : [...own, ...inCounty];
}

function rowsOf(
  table: SafeTable | null,
  periods: readonly string[],
  district: string | null,
  name: string,
): readonly PlacedFigure[] {
  return periods.flatMap((period) => {
    const row = table && rowFor(table, period);
    return row ? { district, name, row } : [];
  });
}

function districtsOf(
  table: SafeTable | null,
  period: string,
  places: Places,
): readonly PlacedFigure[] {
  return (table ? rowsFor(table, period) : []).flatMap((row) => {
    const district = districtOf(row);
    return district === null ? [] : { district, name: nameOf(places, district), row };
  });
}
