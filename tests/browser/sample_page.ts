import type { Page } from '@playwright/test';
import { exploreSample, nothingBusy, openByRail } from './overview_page';
import { complaintsOf } from './complaints';
import { test as base } from './sparing_test';

/** A tab with the sample county in it, which takes long to load: all files that a worker runs share it. */
export interface SampleTab {
  readonly page: Page;
  /** Warnings and errors of its console since a file of tests began. */
  readonly complaints: string[];
  /** Brings it back to the overview of the whole county, as it is after loading. */
  readonly afresh: () => Promise<void>;
}

const viewport = { width: 1440, height: 1000 };

export const test = base.extend<object, { sampleTab: SampleTab }>({
  sampleTab: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ viewport });
      page.setDefaultTimeout(20_000);
      const complaints = complaintsOf(page);
      await use({
        page,
        complaints,
        afresh: async () => {
          complaints.length = 0;
          await page.setViewportSize(viewport);
          await page.emulateMedia({ media: null, colorScheme: null, contrast: null });
          if (!(await page.getByText('Everyone in it is invented.').isVisible()))
            return exploreSample(page);
          await page.keyboard.press('Escape');
          // In this order, for the links of the rail carry the view along.
          await openByRail(page, 'Overview');
          await page.evaluate(() => (location.hash = ''));
          await page.evaluate(() => scrollTo(0, 0));
          await nothingBusy(page);
        },
      });
      await page.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';
