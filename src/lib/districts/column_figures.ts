import type { PublishedFigure } from '../county';
import type { SafeCell, SafeRow, SafeTable } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import { periodFor, placeOf, whereFor, type Scope } from '../topics/scope';
import { nothingIn } from '../topics/topic_words';
import { periodBefore } from '../view/periods';
import { districtOf, rowFor, rowsFor } from '../words/rows';

/** One measure for every district and the county: what is asked for it, or in words why nothing is. */
export type ColumnAsk =
  | {
      readonly measure: Measure;
      readonly period: string;
      readonly districts: FigureRequest;
      readonly county: FigureRequest;
    }
  | { readonly measure: Measure; readonly why: string };

/** One question by district and one for the county, each with the year before. */
export function columnAsk(measure: Measure, scope: Scope): ColumnAsk {
  const place = placeOf(measure);
  const period = periodFor(measure, scope);
  if (place === null) return { measure, why: `${measure.label} is not known by district.` };
  if (period === null) return { measure, why: nothingIn(measure, scope) };
  const periods = [periodBefore(period), period];
  const where = whereFor(measure, scope, [place]);
  return {
    measure,
    period,
    districts: { measure: measure.id, periods, by: [place], where },
    county: { measure: measure.id, periods, by: [], where },
  };
}

export function requestsOf(asks: readonly ColumnAsk[]): readonly FigureRequest[] {
  return asks.flatMap((ask) => ('why' in ask ? [] : [ask.districts, ask.county]));
}

/** The figures of one measure as they are shown. */
export interface ColumnFigures {
  readonly measure: Measure;
  /** Empty where the extracts hold no period. */
  readonly period: string;
  /** The measure split by district. */
  readonly table: SafeTable;
  readonly district: ReadonlyMap<string, SafeRow>;
  readonly lastYear: ReadonlyMap<string, SafeRow>;
  readonly county: SafeRow | null;
  readonly countyLastYear: SafeRow | null;
}

/** A column of the table: its figures, why there are none, or null while they are on their way. */
export interface Column {
  readonly measure: Measure;
  readonly figures: ColumnFigures | string | null;
}

/** @param answer what came back for a request: a table, why there is none, or null when nothing has yet */
export function columnOf(
  ask: ColumnAsk,
  answer: (request: FigureRequest) => SafeTable | string | null,
): Column {
  const { measure } = ask;
  if ('why' in ask) return { measure, figures: ask.why };
  const [table, county] = [answer(ask.districts), answer(ask.county)];
  if (typeof table === 'string') return { measure, figures: table };
  if (typeof county === 'string') return { measure, figures: county };
  if (table === null || county === null) return { measure, figures: null };
  const before = periodBefore(ask.period);
  return {
    measure,
    figures: {
      measure,
      period: ask.period,
      table,
      district: byDistrict(table, ask.period),
      lastYear: byDistrict(table, before),
      county: rowFor(county, ask.period),
      countyLastYear: rowFor(county, before),
    },
  };
}

/** The columns whose figures are there. */
export function readyOf(columns: readonly Column[]): readonly ColumnFigures[] {
  return columns.flatMap(({ figures }) => (typeof figures === 'object' && figures ? figures : []));
}

function byDistrict(table: SafeTable, period: string): ReadonlyMap<string, SafeRow> {
  return new Map(
    rowsFor(table, period).flatMap((row) => {
      const code = districtOf(row);
      return code === null ? [] : [[code, row] as const];
    }),
  );
}

/** The end of the scale on which a measure's dots are drawn; hidden figures never set it. */
export function highestOf(rows: readonly (SafeRow | null | undefined)[]): number {
  const ends = rows.flatMap((row) => [row?.value.value ?? 0, row?.upper.value ?? 0]);
  return Math.max(0, ...ends);
}

/** Stands for a figure that is not there. */
export const missing: SafeCell = { value: null, status: 'x' };

/** What was published of an area for the very same period; not available where nothing was. */
export function publishedCell(
  { measure, period }: Pick<ColumnFigures, 'measure' | 'period'>,
  published: readonly PublishedFigure[],
  kind: 'region' | 'england',
): SafeCell {
  const found = published.find(
    (figure) =>
      measure.published !== undefined &&
      figure.measure === measure.published &&
      figure.period === period &&
      figure.areaKind === kind,
  );
  const value = found?.value ?? null;
  return value === null ? missing : { value, status: 'ok' };
}
