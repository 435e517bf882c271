import { complementarySuppression } from './complementary/complementary_suppression';
import type { CountRow, CountsContent } from './counts';
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

/** What was decided of rows before: the parts of one table are asked for one after the other. */
const decided = new WeakMap<readonly CountRow[], Map<DisclosurePolicy, readonly boolean[]>>();

/**
 * Which rows are hidden after all steps, in the order of the rows. A group that is hidden in one of several measures
 * that add up is hidden in all of them, or it could be worked out from the others.
 */
export function hiddenRows(content: CountsContent, policy: DisclosurePolicy): readonly boolean[] {
  const hidden = hiddenByItself(content, policy);
  const beside = (content.beside ?? []).map(({ measure, rows }) => ({
    rows,
    hidden: hiddenByItself({ ...content, measure, rows }, policy),
  }));
  if (!beside.some((each) => each.hidden.includes(true))) return hidden;
  const groups = new Set(
    beside.flatMap((each) => each.rows.filter((_, i) => each.hidden[i]).map(groupOf)),
  );
  return hidden.map((isHidden, i) => {
    const row = content.rows[i];
    return isHidden || (row !== undefined && groups.has(groupOf(row)));
  });
}

const groupOf = ({ period, keys }: CountRow): string =>
  JSON.stringify([period, ...Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1))]);

function hiddenByItself(content: CountsContent, policy: DisclosurePolicy): readonly boolean[] {
  const before = decided.get(content.rows) ?? new Map<DisclosurePolicy, readonly boolean[]>();
  decided.set(content.rows, before);
  const known = before.get(policy);
  if (known) return known;
  const hidden = steps.reduce<readonly boolean[]>(
    (soFar, step) => step(content, soFar, policy),
    content.rows.map(() => false),
  );
  before.set(policy, hidden);
  return hidden;
}

/** Hides each row whose own counts are small. */
export function primarySuppression(
  { measure, rows }: CountsContent,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
): readonly boolean[] {
  return rows.map((row, i) => hidden[i] === true || isSmallRow(measure, row, policy));
}
