import type { Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { openByRail } from './overview_page';
import { expect, test } from './sample_page';

test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  await sampleTab.afresh();
  await openByRail(page, 'Models');
});

test('every model says what it asks, and answers or says why not', async () => {
  test.setTimeout(300_000);
  const models = page.getByRole('navigation', { name: 'Choose among models' }).getByRole('link');
  for (let index = 0; index < (await models.count()); index += 1) {
    const name = (await models.nth(index).textContent())?.trim() ?? '';
    await models.nth(index).click();
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Work it out' }).click();
    await expect(page.getByText('The answer is below.'), name).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('could not be'), name).toHaveCount(0);
    await expect(page.locator('.result')).not.toBeEmpty();
  }
});

test('a model is a picture whose marks can be walked, and whose table has the same numbers', async () => {
  const models = page.getByRole('navigation', { name: 'Choose among models' });
  await models.getByRole('link', { name: 'District comparison that is fair' }).click();
  await page.getByRole('button', { name: 'Work it out' }).click();
  const figure = page.locator('.result figure').first();
  const picture = figure.getByRole('application');
  await expect(picture.locator('svg')).toBeVisible();
  const drawn = await picture.locator('svg text').allTextContents();
  await picture.press('End');
  await expect(figure.locator('[aria-live=polite]')).toHaveText(/95 % interval|hidden/);
  await picture.press('t');
  const rows = figure.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(12);
  for (const row of await rows.all()) {
    const name = (await row.getByRole('rowheader').textContent())?.trim() ?? '';
    // District, counted, expected, ratio: a hidden one reads "[c]" here and "hidden [c]" in the picture.
    const ratio = (await row.getByRole('cell').nth(2).textContent())?.trim().slice(0, 4) ?? '';
    const at = drawn.indexOf(name);
    expect(at, name).toBeGreaterThanOrEqual(0);
    expect(drawn[at + 1], name).toContain(ratio.replace(/].*/, ']'));
  }
});

test('a choice is in the address, and what was worked out before is marked as such', async () => {
  const select = page.getByRole('group', { name: 'What to work it out for' }).locator('select');
  const chosen = await select.first().inputValue();
  const values = await select
    .first()
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  await select.first().selectOption(values.find((value) => value !== chosen) ?? '');
  await expect(page.getByText('Worked out for something else')).toBeVisible();
  expect(page.url()).toContain('set.');
});

test('the page has no fault that a program can find', async () => {
  expect(await violationsEverywhere(page)).toEqual([]);
});

test('it fits a narrow screen', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
