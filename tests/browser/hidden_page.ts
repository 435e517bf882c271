// The page at a view that hides something, and everything that it tells there.
import { expect, type Locator, type Page } from '@playwright/test';
import type { HidingView } from './hidden_views';
import { nothingBusy, openByRail } from './overview_page';
import { walkMemory } from './page_memory';
import { documentTexts, spokenTexts } from './scraped_texts';
import { tellingTexts, type HiddenGroup } from './telling';

/** What the page calls districts and services, as its own lists have it. */
export async function namesByCode(page: Page): Promise<ReadonlyMap<string, string>> {
  await openByRail(page, 'Commissioning');
  await nothingBusy(page);
  const options = await page
    .locator('main option')
    .evaluateAll((all) =>
      all.map(
        (option) => [(option as HTMLOptionElement).value, option.textContent!.trim()] as const,
      ),
    );
  const listed = options.filter(([code]) => /^(?:E07\d+|[a-z]+(?:_[a-z]+)*)$/.test(code));
  return new Map([...listed, ['section_47', 'Section 47 enquiry']]);
}

/** Goes to a view and waits for the figure; sections of a page are worked out as the reader comes to them. */
export async function showView(
  page: Page,
  { rail, fragment, caption }: HidingView,
): Promise<Locator> {
  await openByRail(page, rail);
  await page.evaluate((text) => (location.hash = text), fragment);
  await nothingBusy(page);
  await page.evaluate(async () => {
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
      scrollTo(0, at);
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    }
  });
  await nothingBusy(page);
  const download = page.getByRole('button', { name: `Download CSV: ${caption}` });
  // A map of the same figures is no row a group.
  const map = page.locator('.district-areas');
  return page.locator('figure').filter({ has: download }).filter({ hasNot: map }).first();
}

/** Everything that the page as it stands tells of hidden groups, by way of text or memory. */
export async function leaksOf(
  page: Page,
  groups: readonly HiddenGroup[],
  columns: readonly (readonly number[])[],
): Promise<string[]> {
  // Of a group of two names the last is the more telling: the other heads a row of many groups.
  const texts = await documentTexts(page, [...new Set(groups.map(({ names }) => names.at(-1)!))]);
  const spoken = await spokenTexts(page);
  const { found, objects, givenUp } = await walkMemory(page, groups, columns);
  // Neither walk may come back with next to nothing.
  expect(texts.length).toBeGreaterThan(1000);
  expect(spoken.length).toBeGreaterThan(100);
  expect(objects).toBeGreaterThan(1000);
  expect(givenUp).toEqual([]);
  return [...tellingTexts(texts, groups), ...tellingTexts(spoken, groups), ...found];
}
