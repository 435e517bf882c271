import { complementarySuppression } from './complementary/complementary_suppression';
import type { CountsContent } from './counts';
import type { DisclosurePolicy } from './safe_table';
import { isSmallRow } from './small_counts';

/**
 * One step of suppression over a whole table. It is given which rows are hidden so far, in the order
 * of the rows, and answers which are hidden after it; a step never shows what an earlier one hid.
 */
export type SuppressionStep = (
  counts: CountsContent,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
) => readonly boolean[];

/** The steps in order. */
export const steps: readonly SuppressionStep[] = [primarySuppression, complementarySuppression];

/** Hides each row whose own counts are small. */
export function primarySuppression(
  { measure, rows }: CountsContent,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
): readonly boolean[] {
  return rows.map((row, i) => hidden[i] === true || isSmallRow(measure, row, policy));
}
