import type { SafeTable } from '../disclosure/safe_table';
import type { FigureRequest } from '../measures/request';
import { headlinePeriod, periodBefore, monthsOf, periodOf } from '../view/periods';
import type { View } from '../view/view';

/** The tables behind the overview. `…County` is never filtered, so districts can be held against it. */
export type OverviewFigure =
  | 'neetMonths'
  | 'notKnownMonths'
  | 'headline'
  | 'headlineCounty'
  | 'persistent'
  | 'persistentCounty'
  | 'persistentByDistrict'
  | 'severe'
  | 'severeCounty'
  | 'overall'
  | 'overallCounty'
  | 'services'
  | 'servicesCounty'
  | 'map'
  | 'mapCounty';

/** A table, or in plain words why there is none: what was not loaded. */
export type OverviewFigures = Readonly<Record<OverviewFigure, SafeTable | string>>;

/** Figures with the view that they answer, so that what is drawn always belongs together. */
export interface AnsweredView {
  readonly view: View;
  /** The year shown: the view's, or the latest. */
  readonly year: string;
  /** The month end at which open involvement is counted. */
  readonly month: string;
  readonly figures: OverviewFigures;
}

/** The measures that the map can show. */
export const mapMeasures = [
  'neet_or_not_known',
  'persistent_absence',
  'severe_absence',
  'overall_absence',
] as const;

const headlineMeasures: readonly string[] = ['neet', 'not_known', 'neet_or_not_known'];

/** The period in which a measure is shown on the overview: the winter mean for NEET, else the view's. */
export function overviewPeriod(measure: string, year: string, part: View['part']): string {
  return headlineMeasures.includes(measure) ? headlinePeriod(year) : periodOf(year, part);
}

/**
 * What the overview asks the workspace. `year` is the view's year, or the latest loaded; `month` is
 * the month end at which open involvement is counted.
 */
export function overviewRequests(
  view: View,
  year: string,
  month: string,
): Readonly<Record<OverviewFigure, FigureRequest>> {
  const here = view.districts.length > 0 ? { district: view.districts } : {};
  const months = monthsOf(year);
  const bothYears = [...months.map(periodBefore), ...months];
  const request = (
    measure: string,
    periods: readonly string[],
    by: FigureRequest['by'] = [],
    where: FigureRequest['where'] = {},
  ): FigureRequest => ({ measure, periods, by, where });
  const both = (measure: string) => {
    const period = overviewPeriod(measure, year, view.part);
    return [periodBefore(period), period];
  };
  const now = (measure: string) => [overviewPeriod(measure, year, view.part)];
  return {
    neetMonths: request('neet', bothYears, [], here),
    notKnownMonths: request('not_known', bothYears, [], here),
    headline: request('neet_or_not_known', both('neet_or_not_known'), [], here),
    headlineCounty: request('neet_or_not_known', now('neet_or_not_known')),
    persistent: request('persistent_absence', both('persistent_absence'), [], here),
    persistentCounty: request('persistent_absence', now('persistent_absence')),
    persistentByDistrict: request('persistent_absence', now('persistent_absence'), ['district']),
    severe: request('severe_absence', both('severe_absence'), [], here),
    severeCounty: request('severe_absence', now('severe_absence')),
    overall: request('overall_absence', both('overall_absence'), [], here),
    overallCounty: request('overall_absence', now('overall_absence')),
    services: request('service_involvement', [month], ['service', 'district']),
    servicesCounty: request('service_involvement', [month], ['service']),
    map: request(view.map, now(view.map), ['district']),
    mapCounty: request(view.map, now(view.map)),
  };
}
