import type { SafeFindingsTable } from '../disclosure/safe_findings';
import { formatValue, symbolFor } from '../ui/cell';
import { formatList } from '../ui/format';
import type { Places } from '../words/places';
import { sentences, type PicturesOf } from './findings_picture';
import { cellOf, nameIn, sayEstimate, wordOf } from './row_words';

export interface CurvePoint {
  readonly days: number;
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly said: string;
}

/** How many of a group's spells are still open, by days since the start. */
export interface Curve {
  readonly key: string;
  readonly name: string;
  readonly points: readonly CurvePoint[];
  readonly median: number | null;
  /** "Half end within 368 days; 95 % interval 349 days to 410 days", or that half have not ended. */
  readonly medianSaid: string;
}

export interface Curves {
  readonly curves: readonly Curve[];
  /** Names of groups whose figures are hidden, and of those too few to follow. */
  readonly hidden: readonly string[];
  readonly tooFew: readonly string[];
}

/** Curves in the order of the table of lengths; groups without a single shown step are named apart. */
export function curvesOf(
  table: SafeFindingsTable,
  lengths: SafeFindingsTable | undefined,
  places: Places,
): Curves {
  const groups = [
    ...new Set([...(lengths?.rows ?? []), ...table.rows].map((row) => wordOf(row, 'group'))),
  ];
  const curves: Curve[] = [];
  const [hidden, tooFew]: [string[], string[]] = [[], []];
  for (const group of groups) {
    const own = table.rows.filter((row) => wordOf(row, 'group') === group);
    const length = lengths?.rows.find((row) => wordOf(row, 'group') === group);
    const name = nameIn(table, own[0] ?? length!, 'group', places);
    const points = own.flatMap((row): CurvePoint | readonly CurvePoint[] => {
      const [days, share] = [cellOf(row, 'days').value, cellOf(row, 'share')];
      if (days === null || share.value === null) return [];
      const [lower, upper] = [cellOf(row, 'lower'), cellOf(row, 'upper')];
      return {
        days,
        share: share.value,
        lower: lower.value,
        upper: upper.value,
        said: `${sayEstimate(share, lower, upper, 'percent')} still open`,
      };
    });
    if (points.length > 1) {
      const median = length ? cellOf(length, 'median') : null;
      const said =
        length && median?.value != null
          ? `half end within ${sayEstimate(median, cellOf(length, 'median_lower'), cellOf(length, 'median_upper'), 'days')}`
          : 'fewer than half have been seen to end';
      curves.push({ key: group, name, points, median: median?.value ?? null, medianSaid: said });
    } else if (own.some(({ status }) => status === 'c') || length?.status === 'c')
      hidden.push(name);
    else tooFew.push(name);
  }
  return { curves, hidden, tooFew };
}

function titleOf({ curves }: Curves): string {
  const known = curves.flatMap(({ name, median }) => (median === null ? [] : { name, median }));
  const days = (value: number) => formatValue(value, 'days');
  const [only] = known;
  if (only === undefined) return 'Fewer than half have been seen to end in every group shown';
  if (curves.length === 1) return `Half end within ${days(only.median)}`;
  const [short, ...rest] = [...known].sort((a, b) => a.median - b.median);
  const long = rest.at(-1);
  return long === undefined
    ? `Half end within ${days(only.median)} (${only.name}), the one group of which half have been seen to end`
    : `Half end within ${days(short!.median)} (${short!.name}) to ${days(long.median)} (${long.name})`;
}

export const survivalPicture: PicturesOf = (table, { findings, places, asked }) => {
  const found = curvesOf(
    table,
    findings.tables.find(({ id }) => id === 'lengths'),
    places,
  );
  if (found.curves.length === 0) return [];
  const { hidden, tooFew } = found;
  return [
    {
      id: 'survival',
      title: titleOf(found),
      subtitle: sentences(
        asked,
        'Share still open by days since the start, per cent, with 95 % intervals; circles mark where half have ended',
        'Each drawn step gathers at least six endings, so that a circle, which rests on every ending, can lie beside the line',
        hidden.length > 0 ? `Hidden ${symbolFor('c')}: ${formatList(hidden)}` : '',
        tooFew.length > 0 ? `Too few for a curve: ${formatList(tooFew)}` : '',
      ),
      draw: async (width) => (await import('./draw_survival')).drawSurvival(found.curves, width),
      maxWidth: 1100,
    },
  ];
};
