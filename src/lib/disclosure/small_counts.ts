import type { Measure } from '../measures/measure';
import type { CountRow } from './counts';
import type { DisclosurePolicy } from './safe_table';

/**
 * Whether the numerator, the denominator or the complement of a row (19 of 20 tells of one) is small, or few
 * people stand behind them.
 */
export function isSmallRow(
  measure: Measure,
  row: CountRow,
  { threshold, zero }: DisclosurePolicy,
): boolean {
  if (threshold === 0) return false;
  // Of a group that nobody is in there is nothing to tell.
  const zeroIsSmall = zero === 'hidden' && row.denominator !== 0;
  // A mean of three months can lie between two whole counts: 5.33 is hidden with 5.
  return countsOf(measure, row).some(
    (count) => (count > 0 || zeroIsSmall) && count < threshold + 1,
  );
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
