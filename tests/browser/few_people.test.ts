// A county of a few hundred people: most of its figures are hidden, and what cannot be said is said to be so.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { addFiles, openDataPage, settled } from './load_page';
import { nothingBusy, openByRail, overviewReady } from './overview_page';
import { expect, test } from './sparing_test';

// One load serves every test.
test.describe.configure({ mode: 'serial' });

const root = join(import.meta.dirname, '../..');
const hiddenInWords = 'hidden to protect people, because few are counted';

let page: Page;
let folder: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'waymark-few-'));
  const options = ['samples', '--people', '300', '--years', '1', '--out', folder];
  execFileSync(process.execPath, ['src/cli/run.mjs', ...options], { cwd: root, stdio: 'ignore' });
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.setDefaultTimeout(20_000);
  await openDataPage(page);
  const extracts = readdirSync(folder).filter((name) => /\.(parquet|csv)$/.test(name));
  await addFiles(
    page,
    extracts.map((name) => join(folder, name)),
  );
  await settled(page);
});

test.afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});

async function expectNoFault(): Promise<void> {
  expect(await violationsEverywhere(page)).toEqual([]);
}

/** Goes to a view of the page that is shown. */
async function show(fragment: string): Promise<void> {
  await page.evaluate((text) => (location.hash = text), fragment);
  await expect(page).toHaveURL(new RegExp(fragment));
}

test('hidden: a tile says why it has no number, and gives no count away', async () => {
  await openByRail(page, 'Overview');
  await overviewReady(page);
  const tile = page.getByRole('article', { name: 'Severe absence' });
  await expect(tile).toContainText(`This figure is ${hiddenInWords}.`);
  await expect(tile).not.toContainText(/\d of \d/);
  await expectNoFault();
});

test('hidden: a table has [c], says it in words to a screen reader and explains it below', async () => {
  await openByRail(page, 'Districts');
  await expect(page.locator('.districts[aria-busy="false"]')).toBeVisible({ timeout: 60_000 });
  const table = page.getByRole('table', { name: /^The districts of Kent/ });
  const cell = table.getByRole('cell').filter({ hasText: '[c]' }).first();
  await expect(cell.locator('[aria-hidden]')).toHaveText('[c]');
  await expect(cell.locator('.visually-hidden')).toHaveText(hiddenInWords);
  await expect(page.getByText(`[c] ${hiddenInWords}`).first()).toBeVisible();
  await expectNoFault();
});

test('hidden: a picture keeps a place for the figure, and the arrow keys say why it is empty', async () => {
  const figure = page.locator('figure').last();
  const picture = figure.getByRole('application');
  await expect(picture.locator('svg')).toBeVisible();
  await expect(picture.locator('svg').getByText('[c]').first()).toBeVisible();
  await picture.press('End');
  await expect(figure.locator('[aria-live=polite]')).toContainText('hidden');
});

test('not applicable and not available are told apart from hidden, in a table and below it', async () => {
  await openByRail(page, 'Measures');
  await show('v=1&measure=persistent_absence&by=sex');
  await nothingBusy(page);
  const compared = page.getByRole('region', { name: 'Compared with', exact: true });
  await expect(compared.getByRole('cell').filter({ hasText: '[z]' }).first()).toBeVisible();
  await expect(compared.getByText('[z] not applicable').first()).toBeVisible();
  await expect(page.getByText('[x] not available').first()).toBeVisible();
  await expectNoFault();
});

test('too few: a model says what it would need instead of an answer', async () => {
  await openByRail(page, 'Models');
  for (const [model, title, because] of [
    ['forecast', 'There is no answer', /A forecast needs at least \d+ months in a row/],
    ['risk_points', 'The answer would not be reliable', /Fewer than 10 people had the outcome/],
  ] as const) {
    await show(`v=1&model=${model}`);
    await page.getByRole('button', { name: 'Work it out' }).click();
    await expect(page.getByText('The answer is below.')).toBeVisible({ timeout: 60_000 });
    const result = page.locator('.result');
    await expect(result.getByText(title)).toBeVisible();
    await expect(result.getByText(because)).toBeVisible();
    await expect(result.getByRole('table')).toHaveCount(0);
    await expectNoFault();
  }
});

test('too few: a county without enough says so on the pages of topics too', async () => {
  test.setTimeout(180_000);
  for (const name of ['NEET', 'Attendance', 'Enforcement', 'Services', 'Commissioning']) {
    await openByRail(page, name);
    await nothingBusy(page);
    await expect(page.getByText(/hidden|withheld|too few/i).first()).toBeVisible();
    await expect(page.getByText('could not be')).toHaveCount(0);
    await expectNoFault();
  }
});
