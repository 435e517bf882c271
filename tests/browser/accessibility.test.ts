// WCAG 2.2 AA as far as a program can tell. Pages that other files load data into are looked at there, and what
// they show without data, or while something is amiss, in `states.test.ts`.
import { violations, violationsEverywhere } from './axe';
import { openByRail } from './overview_page';
import { expect, test } from './sample_page';

test('no page of the frame has a fault that a program can find', async ({ sampleTab }) => {
  test.setTimeout(240_000);
  const { page } = sampleTab;
  await sampleTab.afresh();
  for (const name of ['Overview', 'Data', 'Methods', 'Start']) {
    await openByRail(page, name);
    expect(await violationsEverywhere(page), name).toEqual([]);
  }
});

test('the check finds a fault where there is one', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.body.append(document.createElement('button')));
  expect(await violations(page)).toContain('button-name: body > button');
});
