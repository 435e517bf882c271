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
  { rows }: CountsContent,
  hidden: readonly boolean[],
  { threshold }: DisclosurePolicy,
): readonly boolean[] {
  return rows.map((row, i) => hidden[i] === true || countsOf(row).some(isSmall));

  // A mean of three months can lie between two whole counts: 5.33 is hidden with 5.
  function isSmall(count: number): boolean {
    return threshold > 0 && count > 0 && count < threshold + 1;
  }
}

function countsOf({ numerator, denominator, contributors }: CountRow): number[] {
  const pairs = [{ numerator, denominator }, ...(contributors ? [contributors] : [])];
  return pairs.flatMap((pair) => {
    const counts = [pair.numerator, pair.denominator];
    if (pair.numerator !== null && pair.denominator !== null)
      counts.push(pair.denominator - pair.numerator);
    return counts.filter((count) => count !== null);
  });
}
