// No page scrolls sideways, on a telephone and at the width of a small screen, with the sample county loaded.
import type { Page } from '@playwright/test';
import { nothingBusy } from './overview_page';
import { expect, test } from './sample_page';

test.describe.configure({ mode: 'serial' });

const names = [
  'Start',
  'Overview',
  'NEET',
  'Attendance',
  'Enforcement',
  'Services',
  'Districts',
  'Commissioning',
  'Measures',
  'Models',
  'Evidence',
  'Data',
  'Methods',
];

let page: Page;

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page } = sampleTab);
  await sampleTab.afresh();
});

/** Opens a page whatever the width, and brings in what waits to be come to. */
async function open(name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  const link = page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name, exact: true });
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (let at = 0; at < (await height()); at += 1500) {
    await page.evaluate((top) => scrollTo(0, top), at);
    await page.waitForTimeout(50);
  }
  await nothingBusy(page);
}

const height = () => page.evaluate(() => document.documentElement.scrollHeight);

/** What stands out to the right, not counting what scrolls inside a frame of its own. */
function sticksOut(): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('main *')].filter(
      (node) => node.getBoundingClientRect().right > innerWidth + 1,
    );
    return [`${scrollWidth}`, ...wide.slice(0, 5).map((node) => node.outerHTML.slice(0, 160))];
  });
}

for (const width of [320, 1024]) {
  test(`at ${width} pixels no page scrolls sideways`, async () => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 800 });
    for (const name of names) {
      await open(name);
      expect(await sticksOut(), name).toEqual([]);
    }
  });
}
