import type { DisclosurePolicy, SafeTable } from './safe_table';
import { settings } from './settings';

/** What the page and the command line apply unless they are told otherwise. */
export const defaultPolicy: DisclosurePolicy = settings.explore;

/** Hides nothing; who uses it must say so to the reader. The page does not offer it. */
export const rawPolicy: DisclosurePolicy = settings.raw;

/** The profiles that a reader can choose among, in the order in which they are offered. */
export const profiles: readonly DisclosurePolicy[] = [
  settings.explore,
  settings.inspection,
  settings.partners,
  settings.publication,
];

/** Whether the second policy shows anything that the first hides or rounds. */
export function isLooser(from: DisclosurePolicy, to: DisclosurePolicy): boolean {
  return (
    to.threshold < from.threshold ||
    (from.zero === 'hidden' && to.zero === 'shown') ||
    (from.complementary && !to.complementary) ||
    (from.differencing && !to.differencing && to.roundingBase === null) ||
    (to.roundingBase ?? 0) < (from.roundingBase ?? 0)
  );
}

/** Why rows are held back that are not small themselves, as a sentence; null where none is. */
export function heldBackInWords(tables: readonly SafeTable[]): string | null {
  const rows = tables.reduce((sum, { heldBack }) => sum + heldBack, 0);
  if (rows === 0) return null;
  const few = tables.find(({ heldBack }) => heldBack > 0)?.policy.threshold ?? 0;
  const [are, they] = rows === 1 ? ['1 row is', 'it'] : [`${rows} rows are`, 'they'];
  return `${are} held back: added to or taken from figures that you have seen, ${they} would tell of a group of ${few} people or fewer.`;
}

/** What a policy does, in a sentence or two for the reader. */
export function protectionInWords(policy: DisclosurePolicy): string {
  const { threshold, zero, complementary, differencing, roundingBase } = policy;
  if (threshold === 0) return 'Nothing is hidden: this is for the data team only.';
  const counts =
    zero === 'hidden'
      ? `Zero and counts from 1 to ${threshold} are hidden`
      : `Counts from 1 to ${threshold} are hidden and zero is shown`;
  const besides = complementary
    ? ', and with them as many others as it takes that nothing hidden can be worked out'
    : '';
  const held = differencing
    ? ' What would tell of so few together with figures shown before is held back.'
    : '';
  const rounded =
    roundingBase === null
      ? ''
      : ` What is shown is rounded to the nearest ${roundingBase}, rates with it, so totals may not add up.`;
  return `${counts}, with every rate made from them${besides}.${held}${rounded}`;
}
