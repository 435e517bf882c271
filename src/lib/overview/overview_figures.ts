import type { SafeTable } from '../disclosure/safe_table';
import { measureNamed } from '../measures/catalogue';
import type { DimensionId } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import { whereFor } from '../topics/scope';
import { headlineOfMonths } from '../view/months';
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

/**
 * The period in which a measure is shown on the overview: for NEET the winter mean, or the last of the months that
 * were chosen; else the view's.
 */
export function overviewPeriod(
  measure: string,
  year: string,
  { part, months }: Pick<View, 'part' | 'months'>,
): string {
  if (!headlineMeasures.includes(measure)) return periodOf(year, part);
  return months === null ? headlinePeriod(year) : (headlineOfMonths(months) ?? months.to);
}

/**
 * What the overview asks the workspace. `year` is the view's year, or the latest loaded; `month` is
 * the month end at which open involvement is counted. The county is of the same groups of people, in all
 * its districts.
 */
export function overviewRequests(
  view: View,
  year: string,
  month: string,
): Readonly<Record<OverviewFigure, FigureRequest>> {
  const months = monthsOf(year);
  const bothYears = [...months.map(periodBefore), ...months];
  const request = (
    id: string,
    periods: readonly string[],
    by: FigureRequest['by'],
    everywhere: boolean,
  ): FigureRequest => {
    const measure = measureNamed(id);
    const except: readonly DimensionId[] = everywhere ? ['district'] : [];
    return { measure: id, periods, by, where: measure ? whereFor(measure, { view }, except) : {} };
  };
  // Everywhere with the year before, so that the same figure is asked once however often it is shown.
  const both = (id: string) => {
    const now = overviewPeriod(id, year, view);
    return [periodBefore(now), now];
  };
  const here = (id: string, periods: readonly string[]) => request(id, periods, [], false);
  const county = (id: string) => request(id, both(id), [], true);
  const districts = (id: string) => request(id, both(id), ['district'], true);
  return {
    neetMonths: here('neet', bothYears),
    notKnownMonths: here('not_known', bothYears),
    headline: here('neet_or_not_known', both('neet_or_not_known')),
    headlineCounty: county('neet_or_not_known'),
    persistent: here('persistent_absence', both('persistent_absence')),
    persistentCounty: county('persistent_absence'),
    persistentByDistrict: districts('persistent_absence'),
    severe: here('severe_absence', both('severe_absence')),
    severeCounty: county('severe_absence'),
    overall: here('overall_absence', both('overall_absence')),
    overallCounty: county('overall_absence'),
    services: request('service_involvement', [month], ['service', 'district'], true),
    servicesCounty: request('service_involvement', [month], ['service'], true),
    map: districts(view.map),
    mapCounty: county(view.map),
  };
}
