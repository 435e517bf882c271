import type { Measure } from '../measures/measure';
import type { CountRow, CountsContent } from './counts';
import type { DisclosurePolicy } from './safe_table';

/**
 * One step of suppression over a whole table. It is given which rows are hidden so far, in the order
 * of the rows, and answers which are hidden after it; a step never shows what an earlier one hid.
 */
export type SuppressionStep = (
  counts: CountsContent,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
) => readonly boolean[];

/** The steps in order. Complementary suppression follows here. */
export const steps: readonly SuppressionStep[] = [primarySuppression];

/**
 * Hides each row in which the numerator, the denominator or the complement (19 of 20 tells of one)
 * is small, or in which few people stand behind them.
 */
export function primarySuppression(
  { measure, rows }: CountsContent,
  hidden: readonly boolean[],
  { threshold }: DisclosurePolicy,
): readonly boolean[] {
  return rows.map((row, i) => hidden[i] === true || countsOf(measure, row).some(isSmall));

  // A mean of three months can lie between two whole counts: 5.33 is hidden with 5.
  function isSmall(count: number): boolean {
    return threshold > 0 && count > 0 && count < threshold + 1;
  }
}

function countsOf(measure: Measure, row: CountRow): number[] {
  const { numerator, denominator, contributors } = row;
  if (row.lengths !== undefined) return besideTheQuantile(measure, denominator ?? 0);
  // There can be more events than people, so only of a proportion is the rest a group of its own.
  const ofPeople = measure.kind === 'proportion';
  return [
    ...group({ numerator, denominator }, ofPeople),
    ...(contributors ? group(contributors, true) : []),
  ];
}

function group(
  { numerator, denominator }: Pick<CountRow, 'numerator' | 'denominator'>,
  withRest: boolean,
): number[] {
  const counts = [numerator, denominator];
  if (withRest && numerator !== null && denominator !== null) counts.push(denominator - numerator);
  return counts.filter((count) => count !== null);
}

/** A median with few people below or above it says how long one of them took. */
function besideTheQuantile({ quantile = 'median' }: Measure, people: number): number[] {
  const fewerSide = quantile === 'median' ? people / 2 : people / 4;
  return [people, Math.floor(fewerSide)];
}
