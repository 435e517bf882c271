import { complementarySuppression, mostGroups } from './complementary/complementary_suppression';
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

type Decided = WeakMap<readonly CountRow[], Map<DisclosurePolicy, readonly boolean[]>>;

/** What was decided of rows before: the parts of one table are asked for one after the other. */
const decided: Decided = new WeakMap();
/** The same of tables of measures that make up a whole, by the rows of the first of them. */
const decidedOfWholes: Decided = new WeakMap();

/** Which rows are hidden after all steps, in the order of the rows. */
export function hiddenRows(content: CountsContent, policy: DisclosurePolicy): readonly boolean[] {
  const parts = partsOfWhole(content);
  if (parts === null) return decide(content, content.rows, policy, decided);
  const hidden = decide(
    wholeOf(content, parts),
    parts[0]?.rows ?? content.rows,
    policy,
    decidedOfWholes,
  );
  const place = parts.findIndex(({ rows }) => rows === content.rows);
  const before = parts.slice(0, place).reduce((sum, { rows }) => sum + rows.length, 0);
  return hidden.slice(before, before + content.rows.length);
}

/** @param named the rows by which the table is recognised when it is asked for again */
function decide(
  content: CountsContent,
  named: readonly CountRow[],
  policy: DisclosurePolicy,
  decided: Decided,
): readonly boolean[] {
  const before = decided.get(named) ?? new Map<DisclosurePolicy, readonly boolean[]>();
  decided.set(named, before);
  const known = before.get(policy);
  if (known) return known;
  const hidden = steps.reduce<readonly boolean[]>(
    (soFar, step) => step(content, soFar, policy),
    content.rows.map(() => false),
  );
  before.set(policy, hidden);
  return hidden;
}

type Part = Pick<CountsContent, 'measure' | 'rows'>;

/**
 * The measures that with this one make up a whole, in one order whichever is asked for. The whole is published too, so
 * that each part could be worked out from the others. Null for others, and where the table of all would be too large.
 */
function partsOfWhole({ measure, by, rows, beside = [] }: CountsContent): readonly Part[] | null {
  if (beside.length === 0) return null;
  const groups = by.map((id) => 1 + new Set(rows.map(({ keys }) => keys[id])).size);
  const inAll = groups.reduce((all, each) => all * each, beside.length + 2);
  if (inAll > mostGroups) return null;
  return [{ measure, rows }, ...beside].sort((a, b) => (a.measure.id < b.measure.id ? -1 : 1));
}

/** The table of a whole, split by the measures that make it up. */
function wholeOf(content: CountsContent, parts: readonly Part[]): CountsContent {
  const { measure, by } = content;
  const kind = measure.numeratorOf?.kind;
  if (kind === undefined) return content;
  return {
    ...content,
    measure: { ...measure, kinds: { ...measure.kinds, [kind]: kind } },
    by: [...by, kind],
    rows: parts.flatMap(({ measure: { id }, rows }) =>
      rows.map((row) => ({ ...row, keys: { ...row.keys, [kind]: id } })),
    ),
  };
}

/** Hides each row whose own counts are small. */
export function primarySuppression(
  { measure, rows }: CountsContent,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
): readonly boolean[] {
  return rows.map((row, i) => hidden[i] === true || isSmallRow(measure, row, policy));
}
