import { inSentence } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import type { DimensionId, Measure } from '../measures/measure';
import { whatIsMissing } from '../measures/needs';
import { formatList } from '../ui/format';
import type { Groups } from '../view/groups';
import { yearLabel } from '../view/periods';
import { nameOf } from '../words/places';
import { filtersIgnored, type Scope } from './scope';

/** Why a panel has nothing to ask: a table that is not loaded, or a period that is in none. */
export function nothingIn(measure: Measure, { year, view, holdings }: Scope): string {
  const missing = whatIsMissing(measure, holdings);
  if (missing !== null) return missing;
  const part = view.part === null ? '' : ', nor of the part of it that is chosen';
  return `The extracts hold no whole period of ${measure.label} in ${yearLabel(year)}${part}.`;
}

/**
 * Whom a figure is about: "Thanet", "Kent, sex: Female".
 * @param except dimensions that the figure is split by, and so not filtered
 */
export function placeInWords(
  { county, view }: Pick<Scope, 'county' | 'view'>,
  except: readonly DimensionId[] = [],
): string {
  const places =
    view.districts.length === 0 || except.includes('district') || except.includes('home_district')
      ? county.name
      : formatList(view.districts.map((code) => nameOf(county, code)));
  return [places, ...groupsInWords(view.groups, except)].join(', ');
}

/** Which filters of the view none of these measures can follow, as a sentence; null when they follow all. */
export function ignoredInWords(measures: readonly Measure[], scope: Scope): string | null {
  const ignored = new Set(measures.flatMap((measure) => filtersIgnored(measure, scope)));
  if (ignored.size === 0) return null;
  const labels = [...ignored].map((id) => inSentence(dimensions[id].label));
  return `Not filtered by ${formatList(labels)}: this is not known for it.`;
}

/** Each group of people as "sex: Female". */
export function groupsInWords(
  groups: Groups,
  except: readonly DimensionId[] = [],
): readonly string[] {
  return (Object.entries(groups) as [DimensionId, readonly string[]][])
    .filter(([id]) => !except.includes(id))
    .map(
      ([id, codes]) =>
        `${dimensions[id].label}: ${formatList(codes.map((code) => wordOf(id, code)))}`,
    );
}

export function wordOf(dimension: DimensionId, code: string): string {
  return dimensions[dimension].values[code] ?? code;
}
