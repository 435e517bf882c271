import { expect, type Locator } from '@playwright/test';

/**
 * Waits until a figure shows what the command line answers. The command line answers one question by itself; the page
 * holds back what would tell of few people together with figures seen before, says so, and shows all the rest.
 *
 * @param shown the cells of the figure, sorted
 */
export async function expectFigures(
  figure: Locator,
  shown: () => Promise<readonly string[]>,
  expected: readonly string[],
): Promise<void> {
  await expect
    .poll(async () => faults(await shown(), expected, await figure.innerText()), {
      timeout: 30_000,
    })
    .toEqual([]);
}

function faults(shown: readonly string[], expected: readonly string[], said: string): string[] {
  if (shown.length !== expected.length) return [`${shown.length} rows, not ${expected.length}`];
  const added = without(shown, expected);
  if (added.length === 0) return [];
  const found = added.filter((cell) => !/^\[c\]( of \[c\])?$/.test(cell));
  if (!/held back/.test(said)) found.push('nothing is said to be held back');
  if (added.length > expected.length / 2) found.push('more is held back than shown');
  return found;
}

/** The first without the second, each as often as it comes. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
