import type { County } from '../county';
import { periodsCovered } from '../measures/covered';
import type { DimensionId, Measure, PeriodBasis } from '../measures/measure';
import {
  academicYearOfPeriod,
  academicYearText,
  parsePeriod,
  periodText,
} from '../measures/period';
import type { FigureRequest } from '../measures/request';
import { headlineOfMonths } from '../view/months';
import { monthsOf } from '../view/periods';
import type { View } from '../view/view';
import type { PagePurpose } from '../workspace/page_purpose';

type Coverage = Parameters<typeof periodsCovered>[1];

/** What every panel of a page is about: the view, and what the extracts hold for it. */
export interface Scope {
  /** What the page is for: figures that rest on what is held for another purpose may be kept out of it. */
  readonly purpose: PagePurpose;
  readonly view: View;
  /** The academic year shown: the view's, or the latest. */
  readonly year: string;
  readonly coverage: Coverage;
  /** What is loaded: tables, and their columns as `table.column`. */
  readonly holdings: ReadonlySet<string>;
  readonly county: County;
}

/** The kinds of period in the order in which a page prefers them. */
const preferred: readonly PeriodBasis[] = [
  'december_to_february',
  'academic_year',
  'twelve_months',
  'month_end',
  'month',
  'year_to_date',
  'term',
];

/**
 * The period in which a measure is shown in a view: the term or year to date that is asked for where it has
 * such, or the months that were chosen, else the latest of its leading kind in the view's year. Null when the extracts hold none of it.
 */
export function periodFor(measure: Measure, { view, year, coverage }: Scope): string | null {
  const chosen = periodOfMonths(measure, view.months, coverage);
  if (chosen !== null) return chosen;
  const basisAsked: PeriodBasis | null =
    view.part === null ? null : view.part === 'ytd' ? 'year_to_date' : 'term';
  const order = basisAsked === null ? preferred : [basisAsked, ...preferred];
  for (const basis of order) {
    const inYear = periodsCovered(measure, coverage, basis).filter(
      (period) =>
        academicYearText(academicYearOfPeriod(period)) === year &&
        (basis !== 'term' || view.part === null || periodText(period) === `${year}-${view.part}`),
    );
    const last = inYear.at(-1);
    if (last) return periodText(last);
  }
  return null;
}

/** The period of a measure in months that were chosen: their mean where that is the headline, else the last of them. */
function periodOfMonths(
  measure: Measure,
  months: View['months'],
  coverage: Coverage,
): string | null {
  if (months === null) return null;
  const covered = (basis: PeriodBasis): string[] =>
    measure.periodBases.includes(basis)
      ? periodsCovered(measure, coverage, basis).map(periodText)
      : [];
  const headline = covered('december_to_february').find(
    (period) => period === headlineOfMonths(months),
  );
  const inMonths = [...covered('month_end'), ...covered('month')].filter(
    (month) => month >= months.from && month <= months.to,
  );
  return headline ?? inMonths.sort().at(-1) ?? null;
}

/** The months of the view's year and the year before that a measure has figures for, in the order of time. */
export function monthsFor(measure: Measure, { year, coverage }: Scope): readonly string[] {
  const years = [`${Number(year.slice(0, 4)) - 1}`, year.slice(0, 4)];
  const wanted = new Set(
    years.flatMap((start) => monthsOf(`${start}-${String((Number(start) + 1) % 100)}`)),
  );
  const basis = measure.periodBases.find((each) => each === 'month_end' || each === 'month');
  return basis === undefined
    ? []
    : periodsCovered(measure, coverage, basis)
        .map(periodText)
        .filter((month) => wanted.has(month));
}

/** Every period of a measure's leading kind, for a line over all that the extracts hold. */
export function periodsLike(measure: Measure, scope: Scope, period: string): readonly string[] {
  const parsed = parsePeriod(period);
  return parsed === null
    ? []
    : periodsCovered(measure, scope.coverage, parsed.basis).map(periodText);
}

/** The dimension that says for which district a measure is; null where it knows none. */
export function placeOf(measure: Measure): 'district' | 'home_district' | null {
  if (measure.dimensions.includes('district')) return 'district';
  return measure.dimensions.includes('home_district') ? 'home_district' : null;
}

/**
 * The filters of a view as far as a measure knows them.
 *
 * @param except dimensions that are not filtered: a chart that is split by one keeps its other marks
 */
export function whereFor(
  measure: Measure,
  { view }: Pick<Scope, 'view'>,
  except: readonly DimensionId[] = [],
): FigureRequest['where'] {
  const where: Partial<Record<DimensionId, readonly string[]>> = {};
  const place = placeOf(measure);
  if (place !== null && view.districts.length > 0 && !except.includes(place))
    where[place] = view.districts;
  for (const [id, codes] of Object.entries(view.groups) as [DimensionId, readonly string[]][]) {
    if (measure.dimensions.includes(id) && !except.includes(id)) where[id] = codes;
  }
  return where;
}

/** Filters of the view that a measure cannot follow, so that its panel says so. */
export function filtersIgnored(measure: Measure, { view }: Scope): readonly DimensionId[] {
  const ignored = (Object.keys(view.groups) as DimensionId[]).filter(
    (id) => !measure.dimensions.includes(id),
  );
  return view.districts.length > 0 && placeOf(measure) === null
    ? ['district', ...ignored]
    : ignored;
}
