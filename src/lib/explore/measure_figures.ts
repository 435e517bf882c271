import type { Target } from '../comparison/against';
import type { SafeTable } from '../disclosure/safe_table';
import type { FigureRequest } from '../measures/request';
import type { Session } from '../workspace/session.svelte';
import { districtDimensionOf, type MeasureView } from './measure_view';
import type { Measure } from '../measures/measure';
import { periodBefore } from '../view/periods';

/**
 * The tables of one measure: `headline` for the period and the one a year before, `county` the same
 * for the whole county, `groups` split by what the view says or, when it says nothing, by nothing over
 * the periods of `series`.
 */
export type MeasureFigure = 'headline' | 'county' | 'groups';

/** A table, or in plain words why there is none. */
export type MeasureFigures = Readonly<Record<MeasureFigure, SafeTable | string>>;

/** Figures with the view they answer, which may be older than the one that is asked for now. */
export interface MeasureAnswer {
  readonly measure: Measure;
  readonly view: MeasureView;
  readonly period: string;
  /** The periods of the line. */
  readonly series: readonly string[];
  readonly figures: MeasureFigures;
  /** The authority's own targets for the measure, of every period and place. */
  readonly targets: readonly Target[];
}

/**
 * What the Measures page asks. A split by district shows all districts whichever one the rest of the
 * page is about, so that it can be seen among the others.
 *
 * @param series the periods of the line that is shown when nothing is split
 */
export function measureRequests(
  measure: Measure,
  view: MeasureView,
  period: string,
  series: readonly string[],
): Readonly<Record<MeasureFigure, FigureRequest>> {
  const dimension = districtDimensionOf(measure);
  const here = dimension !== null && view.district !== null ? { [dimension]: [view.district] } : {};
  const both = [periodBefore(period), period];
  const request = (
    periods: readonly string[],
    by: FigureRequest['by'],
    where: FigureRequest['where'],
  ): FigureRequest => ({ measure: measure.id, periods, by, where });
  return {
    headline: request(both, [], here),
    county: request([...new Set([...series.slice(-latest), ...both])], [], {}),
    groups:
      view.by === null
        ? request(series, [], here)
        : request([period], [view.by], view.by === dimension ? {} : here),
  };
}

/** Asks them all. Whatever goes wrong with one is said in words in its place; nothing else is held up. */
export async function askMeasure(
  session: Pick<Session, 'figures'>,
  requests: Readonly<Record<MeasureFigure, FigureRequest>>,
  signal: AbortSignal,
): Promise<MeasureFigures> {
  const names = Object.keys(requests) as MeasureFigure[];
  const answers = await Promise.all(
    names.map(async (name) => {
      // The reader has picked the measure by its name.
      const options = { signal, lane: `measures ${name}`, purpose: 'picked' } as const;
      const answer = await session
        .figures(requests[name], options)
        .catch((error: unknown) => troubleInWords(error));
      return [name, answer] as const;
    }),
  );
  return Object.fromEntries(answers) as MeasureFigures;
}

/** Asks for the targets. A figure stands without them too, so whatever goes wrong there are none. */
export async function askTargets(
  session: Pick<Session, 'targets'>,
  measure: Measure,
  signal: AbortSignal,
): Promise<readonly Target[]> {
  return session.targets(measure.id, { signal, lane: 'measures targets' }).catch(() => []);
}

/** So many of the latest periods of the county stand beside published figures. */
const latest = 6;

/** What went wrong, for the reader. */
export function troubleInWords(error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `This could not be worked out: ${what.replace(/\.?$/, '.')}`;
}
