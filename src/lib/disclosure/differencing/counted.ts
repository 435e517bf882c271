import type { DimensionId } from '../../measures/dimension_ids';
import type { Measure } from '../../measures/measure';
import type { CountRow, CountsContent } from '../counts';
import { boxOf, textOf, type Box, type Cohort } from './cohort';
import type { ShownCount } from './shown_counts';

/** A count of a row, with what it can be added to and subtracted from. */
export interface Counted extends ShownCount {
  /** Counts of one series can be subtracted from each other. */
  readonly series: string;
  readonly period: string;
  /** The same for the same cohort of the same series. */
  readonly name: string;
  /**
   * Of how many things one person can have been counted, where things are counted and people stand behind them; then
   * only counts of different kinds are held against each other. Null where people are counted.
   */
  readonly thingsEach: number | null;
}

/** A pupil has sessions at several of them. */
const ofTime: readonly DimensionId[] = ['day', 'week', 'weekday', 'am_pm', 'term'];

/** Whether everybody has one code of a dimension, so that cohorts by it can be told apart cell by cell. */
export function isOfPeople({ kinds, overlapping }: Measure, id: DimensionId): boolean {
  return kinds?.[id] === undefined && overlapping?.includes(id) !== true && !ofTime.includes(id);
}

/**
 * What is shown of a row and can be subtracted: who is below the line, whoever is counted among them, and for a
 * proportion who is not. Where people stand behind other counts it is the people within the same kinds, for the people
 * of one kind do not tell of those of another; between kinds it is the things that are counted.
 */
export function countsOf(
  { measure, where }: Pick<CountsContent, 'measure' | 'where'>,
  { period, keys, contributors, ...own }: CountRow,
): readonly Counted[] {
  const people = boxOf(where, keys, (id) => isOfPeople(measure, id));
  const kinds = boxOf(where, keys, (id) => !isOfPeople(measure, id));
  // A kind splits who is counted, not the people below the line.
  const ofAll = new Map([...kinds].filter(([id]) => measure.kinds?.[id] === undefined));
  // What other measures split by kind is counted here in some of the kinds.
  const { numeratorOf } = measure;
  const what: Box = numeratorOf
    ? new Map([...kinds, [numeratorOf.kind, new Set(numeratorOf.codes)]])
    : kinds;
  const counted: Counted[] = [];
  const add = (
    series: readonly string[],
    cohort: Cohort,
    count: number | null,
    thingsEach: number | null,
  ): void => {
    if (count === null) return;
    const id = `${textOf(cohort.people)} ${textOf(cohort.kinds)}`;
    const inPeriod = JSON.stringify([...series, period]);
    const name = `${inPeriod} ${id}`;
    counted.push({ series: inPeriod, period, id, name, cohort, count, thingsEach });
  };
  const below = [measure.denominator, measure.coveredBy];
  const above = [numeratorOf?.measure ?? measure.id, 'counted'];
  const thingsEach = contributors ? thingsOfOne(own, contributors) : null;
  add(below, { people, kinds: ofAll }, own.denominator, thingsEach);
  add(above, { people, kinds: what }, own.numerator, thingsEach);
  if (measure.kind === 'proportion' && own.numerator !== null && own.denominator !== null)
    add([measure.id, 'others'], { people, kinds }, own.denominator - own.numerator, thingsEach);
  if (contributors) {
    const nothing: Box = new Map();
    const behind = (of: Box): readonly string[] => ['people behind', textOf(of)];
    add([...below, ...behind(ofAll)], { people, kinds: nothing }, contributors.denominator, null);
    add([...above, ...behind(what)], { people, kinds: nothing }, contributors.numerator, null);
  }
  return counted;
}

/** How many things there are for each of the people behind them, below the line and above it: as many few can have. */
function thingsOfOne(
  { numerator, denominator }: Pick<CountRow, 'numerator' | 'denominator'>,
  people: NonNullable<CountRow['contributors']>,
): number {
  const each = (things: number | null, of: number): number => Math.ceil((things ?? 0) / (of || 1));
  return Math.max(1, each(denominator, people.denominator), each(numerator, people.numerator));
}
