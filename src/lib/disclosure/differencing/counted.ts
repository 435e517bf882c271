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
}

/** Whether everybody has one code of a dimension, so that cohorts by it can be told apart cell by cell. */
export function isOfPeople({ kinds, overlapping }: Measure, id: DimensionId): boolean {
  return kinds?.[id] === undefined && overlapping?.includes(id) !== true;
}

/**
 * What is shown of a row and can be subtracted: who is below the line, whoever is counted among them, and for a
 * proportion who is not. Where people stand behind other counts, it is the people.
 */
export function countsOf(
  { measure, where }: Pick<CountsContent, 'measure' | 'where'>,
  { period, keys, contributors, ...own }: CountRow,
): readonly Counted[] {
  const { numerator, denominator } = contributors ?? own;
  const people = boxOf(where, keys, (id) => isOfPeople(measure, id));
  const kinds = boxOf(where, keys, (id) => !isOfPeople(measure, id));
  // A kind splits who is counted, not the people below the line.
  const ofAll = new Map([...kinds].filter(([id]) => measure.kinds?.[id] === undefined));
  const counted: Counted[] = [];
  const add = (series: readonly string[], cohort: Cohort, count: number | null): void => {
    if (count === null) return;
    const id = `${textOf(cohort.people)} ${textOf(cohort.kinds)}`;
    const inPeriod = JSON.stringify([...series, period]);
    counted.push({ series: inPeriod, period, id, name: `${inPeriod} ${id}`, cohort, count });
  };
  // Whoever is counted among them, people below the line are the same in every measure that names them so.
  add([measure.denominator, measure.coveredBy], { people, kinds: ofAll }, denominator);
  // What other measures split by kind is counted here in some of the kinds.
  const { numeratorOf } = measure;
  const what: Box = numeratorOf
    ? new Map([...kinds, [numeratorOf.kind, new Set(numeratorOf.codes)]])
    : kinds;
  add([numeratorOf?.measure ?? measure.id, 'counted'], { people, kinds: what }, numerator);
  if (measure.kind === 'proportion' && numerator !== null && denominator !== null)
    add([measure.id, 'others'], { people, kinds }, denominator - numerator);
  return counted;
}
