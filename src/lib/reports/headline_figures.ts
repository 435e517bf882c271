import type { FigureContent } from '../charts/figure_content';
import type { PublishedFigure } from '../county';
import type { SafeCell } from '../disclosure/safe_table';
import { sayComparison } from '../overview/comparison';
import { isFiltered, sayHeadline, type Headline } from '../topics/headlines';
import type { Scope } from '../topics/scope';
import { placeInWords } from '../topics/topic_words';
import { formatList, noFigure } from '../ui/format';
import type { Column } from '../ui/table';
import { unitForms } from '../ui/units';
import { periodBefore, periodLabel } from '../view/periods';
import { changeBetween, sayChangeAndSense } from '../words/change';
import { rowFor } from '../words/rows';
import { byUnit, measuresTable, type MeasureRow } from './measures_table';

/** A figure with what it says beside its title. */
export interface ToldContent extends FigureContent {
  readonly says: readonly string[];
}

/** A headline that has its tables. */
type Shown = Headline & { readonly table: object; readonly county: object };

/**
 * Headlines as tables, one for each unit: the figure now, a year before, in the whole county where the report is about
 * less, and beside what is published. Headlines without a table are left out.
 *
 * @param published of everybody; none where the report is about a group of people
 */
export function headlineContents(
  headlines: readonly Headline[],
  scope: Scope,
  published: readonly PublishedFigure[],
): readonly ToldContent[] {
  const shown = headlines.filter((headline): headline is Shown => isShown(headline));
  return byUnit(shown).map((of) => contentOf(of, scope, published));
}

function isShown({ table, county }: Headline): boolean {
  return typeof table === 'object' && typeof county === 'object';
}

function contentOf(
  headlines: readonly Headline[],
  scope: Scope,
  published: readonly PublishedFigure[],
): ToldContent {
  const place = placeInWords(scope);
  const filtered = isFiltered(scope);
  const sentences = headlines.flatMap((headline) => sayHeadline(headline, place) ?? []);
  const [first = '', ...says] = sentences;
  const compared = headlines.map((headline) => comparisonOf(headline, scope, published));
  // The county has a column of its own; where nothing is published for the period this one would be empty.
  const isCompared = scope.view.comparator !== 'county' && compared.some((words) => words !== null);
  const periods = [...new Set(headlines.map(({ period }) => period))];
  const rows = headlines.map((headline, index) =>
    rowOf(headline, scope, periods.length > 1, isCompared ? [compared[index] ?? noFigure] : []),
  );
  const { unit } = headlines[0]!.measure;
  const further: readonly Column[] = [
    { id: 'year_before', label: 'A year before', kind: unit },
    { id: 'change', label: 'Change', kind: 'text' },
    ...(filtered ? [{ id: 'county', label: `In ${scope.county.name}`, kind: unit }] : []),
    ...(isCompared ? [{ id: 'compared', label: 'Compared', kind: 'text' } as const] : []),
  ];
  const when = formatList(periods.map(periodLabel));
  return {
    title: first.replace(/\.$/, ''),
    says,
    subtitle: `${place}. Headline figures, ${unitForms[unit].words}; ${when}, with 95 % intervals.`,
    table: measuresTable(
      `Headline figures, ${place}, ${when}`,
      [
        { id: 'measure', label: 'Measure' },
        ...(periods.length > 1 ? [{ id: 'period', label: 'Period' }] : []),
      ],
      rows,
      further,
    ),
    tables: headlines.flatMap(({ table, county }) =>
      [table, ...(filtered ? [county] : [])].filter((each) => typeof each === 'object'),
    ),
    periods: periods.flatMap((period) => [periodBefore(period), period]),
  };
}

const notAvailable: SafeCell = { value: null, status: 'x' };

function comparisonOf(
  { table, county, period }: Headline,
  scope: Scope,
  published: readonly PublishedFigure[],
): string | null {
  const row = typeof table === 'string' ? null : rowFor(table, period);
  const { comparator } = scope.view;
  return sayComparison(row, county, published, comparator, scope.county.name, isFiltered(scope));
}

/**
 * @param dated whether the row names its period, because the others are of another
 * @param last the cells after the others
 */
function rowOf(
  { measure, period, table, county }: Headline,
  scope: Scope,
  dated: boolean,
  last: readonly string[],
): MeasureRow {
  const filtered = isFiltered(scope);
  const row = typeof table === 'string' ? null : rowFor(table, period);
  const before = typeof table === 'string' ? null : rowFor(table, periodBefore(period));
  const whole = typeof county === 'string' ? null : rowFor(county, period);
  const change = changeBetween(measure, row, before);
  return {
    key: measure.id,
    names: [measure.label, ...(dated ? [periodLabel(period)] : [])],
    measure,
    row,
    further: [
      before?.value ?? notAvailable,
      change ? sayChangeAndSense(measure, change, 'last year') : noFigure,
      ...(filtered ? [whole?.value ?? notAvailable] : []),
      ...last,
    ],
  };
}
