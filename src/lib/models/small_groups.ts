/** The threshold of disclosure control at its default: one to five people are never shown. */
export const FEWEST_SHOWN = 6;

/**
 * Parts of one whole that may be listed, and those that may not: the rest is listed as one. Where the
 * small parts together are fewer than `fewest` people, the next smallest part joins them, because the
 * rest is known from the whole.
 */
export function setAsideSmall<T extends { readonly people: number }>(
  parts: readonly T[],
  fewest: number,
): { readonly listed: readonly T[]; readonly rest: readonly T[]; readonly restPeople: number } {
  const bySize = parts.filter((part) => part.people > 0).sort((a, b) => b.people - a.people);
  const rest: T[] = [];
  let restPeople = 0;
  while (bySize.length > 0) {
    const smallest = bySize[bySize.length - 1]!;
    if (smallest.people >= fewest && (restPeople === 0 || restPeople >= fewest)) break;
    rest.push(smallest);
    restPeople += smallest.people;
    bySize.pop();
  }
  return { listed: bySize, rest, restPeople };
}
