import { violationsEverywhere } from './axe';
import { expect, test } from './sparing_test';

test('the dictionary is searched in the tab and opens one entry at a time', async ({ page }) => {
  await page.goto('/methods');
  const search = page.getByRole('searchbox', { name: 'Find a measure or a model' });
  const entries = page.locator('details:has(h4)');
  await expect(entries.first()).toBeVisible();
  const all = await entries.count();
  expect(all).toBeGreaterThan(80);
  // What is inside is made only when it is opened.
  await expect(page.getByRole('region', { name: 'SQL of Severe absence' })).toHaveCount(0);

  // The engine is still being fetched; what the search would add is looked for after that.
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await search.fill('severe absence');
  await expect(page.getByRole('search', { name: 'Dictionary' }).getByRole('status')).toContainText(
    /\d+ of \d+ measures and \d+ of \d+\s+models?\s+found/,
  );
  expect(await entries.count()).toBeLessThan(all);
  expect(requests).toEqual([]);

  await page.getByText('Severe absence', { exact: true }).first().click();
  await expect(page.getByRole('region', { name: 'SQL of Severe absence' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'History of the definition' })).toBeVisible();
  expect(await violationsEverywhere(page)).toEqual([]);

  await search.fill('no such thing');
  await expect(entries).toHaveCount(0);
});

test('a link to an entry opens it, whatever was searched for', async ({ page }) => {
  await page.goto('/methods#neet');
  await expect(page.getByRole('region', { name: 'SQL of NEET', exact: true })).toBeVisible();
  await page.getByRole('searchbox').fill('suspensions');
  await page.evaluate(() => (location.hash = 'persistent_absence'));
  await expect(page.getByRole('region', { name: 'SQL of Persistent absence' })).toBeVisible();
  await page.locator('#persistent_absence').getByRole('link', { name: 'See its figures' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Persistent absence' })).toBeVisible();
});

test('only what is opened is made, so that opening one among all of them is quick', async ({
  page,
}) => {
  await page.goto('/methods');
  const opened = page.getByRole('region', { name: /^SQL of / });
  await expect(page.locator('#neet')).toBeVisible();
  await expect(opened).toHaveCount(0);
  await page.locator('#neet summary').click();
  await expect(opened).toHaveCount(1);
});
