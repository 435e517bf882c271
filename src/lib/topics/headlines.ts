import type { SafeTable } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import { periodBefore } from '../view/periods';
import { sayFigure } from '../words/sentences';
import { periodFor, whereFor, type Scope } from './scope';
import { nothingIn } from './topic_words';

/** One headline: its figure where the reader looks and that of the whole county, or in words why there is none. */
export interface Headline {
  readonly measure: Measure;
  readonly period: string;
  /** Of `period` and of the same period a year before. */
  readonly table: SafeTable | string;
  readonly county: SafeTable | string;
}

type Requests = Readonly<Record<string, FigureRequest>>;

const countyOf = (id: string): string => `${id} county`;

/**
 * What headlines ask, two requests a measure; measures that have no period in the view are left out. In words why,
 * when none has.
 */
export function headlineRequests(measures: readonly Measure[], scope: Scope): Requests | string {
  const requests = measures.flatMap((measure) => {
    const period = periodFor(measure, scope);
    if (period === null) return [];
    const both = { measure: measure.id, periods: [periodBefore(period), period], by: [] };
    return [
      [measure.id, { ...both, where: whereFor(measure, scope) }],
      [countyOf(measure.id), { ...both, where: {} }],
    ] as const;
  });
  return requests.length === 0
    ? [
        'The headline figures of this page cannot be shown.',
        ...new Set(measures.map((measure) => nothingIn(measure, scope))),
      ].join(' ')
    : Object.fromEntries(requests);
}

/** The headlines in the order of their measures. */
export function headlinesOf(
  measures: readonly Measure[],
  asks: Requests,
  tables: Readonly<Record<string, SafeTable | string>>,
): readonly Headline[] {
  return measures.flatMap((measure) => {
    const table = tables[measure.id];
    const period = asks[measure.id]?.periods[1];
    const county = tables[countyOf(measure.id)];
    return table === undefined || county === undefined || period === undefined
      ? []
      : [{ measure, table, county, period }];
  });
}

/** What a headline says now, beside the same period a year before; null where there is no figure. */
export function sayHeadline({ table, period }: Headline, place: string): string | null {
  if (typeof table === 'string') return null;
  return sayFigure(table, period, place, { period: periodBefore(period), than: 'last year' });
}

/** Whether a view is about less than everybody in the county. */
export function isFiltered({ view }: Pick<Scope, 'view'>): boolean {
  return view.districts.length > 0 || Object.keys(view.groups).length > 0;
}
