import { purposes, type Purpose } from '../contract/purpose';
import type { AskOptions } from '../engine/engine';

/**
 * What the page that asks is for: one purpose; several, as of a page that looks across all of them; or what its reader
 * picked there by name, as on the page of measures.
 */
export type PagePurpose = Purpose | 'several' | 'picked';

/** How a page asks. One that does not say what it is for is taken to be for several purposes, and sees least. */
export interface PageAsk extends AskOptions {
  readonly purpose?: PagePurpose;
}

/**
 * Why a figure is not shown on a page, as sentences that stand in its place; null when it is shown.
 *
 * @param restsOn the purposes kept apart whose tables the figure rests on
 * @param added those that the reader has added to the tab
 */
export function keptOutInWords(
  restsOn: readonly Purpose[],
  page: PagePurpose,
  added: readonly Purpose[],
): string | null {
  if (page === 'picked') return null;
  const out = restsOn.find((purpose) => purpose !== page && !added.includes(purpose));
  if (out === undefined) return null;
  return `Kept out of this page. It rests on ${purposes[out].keptApart ?? 'records held for another purpose'}. To see it here, add them under “Where is my data?”, and say why.`;
}
