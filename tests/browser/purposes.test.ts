// Enforcement data is kept out of pages of another purpose until their reader adds it with a reason.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { LogEntry } from '../../src/lib/session_log/entries';
import { violationsEverywhere } from './axe';
import { nothingBusy, openByRail } from './overview_page';
import { expect, test } from './sample_page';

// One step leads to the next.
test.describe.configure({ mode: 'serial' });

const reason = 'Safeguarding panel of 12 May';
const keptOut = /Penalty notices: Kept out of this page\. It rests on records of enforcement/;

let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  await sampleTab.afresh();
});

const table = (): Locator => page.getByRole('table', { name: /^The districts of Kent/ });
const column = (): Locator => table().getByRole('button', { name: 'Penalty notices', exact: true });
const panel = (): Locator => page.getByRole('dialog', { name: 'Where is my data?' });

async function openDistricts(): Promise<void> {
  await openByRail(page, 'Districts');
  await expect(page.locator('.districts[aria-busy="false"]')).toBeVisible({ timeout: 60_000 });
}

test('Districts says that it is kept out and why, and Enforcement shows it', async () => {
  test.setTimeout(120_000);
  await openDistricts();
  await expect(page.getByText(keptOut)).toBeVisible();
  await expect(column()).toHaveCount(0);
  await openByRail(page, 'Enforcement');
  await nothingBusy(page);
  await expect(page.getByText('Kept out')).toHaveCount(0);
  await expect(page.getByRole('article', { name: 'Penalty notices', exact: true })).toContainText(
    /\d of \d/,
  );
});

test('a reason adds it, and it goes into the log', async () => {
  test.setTimeout(120_000);
  await openDistricts();
  await page.getByTitle('Where is my data?').click();
  const add = panel().getByRole('button', { name: 'Add enforcement and licensing to all pages' });
  await add.click();
  await expect(panel().getByText('Say why it is needed on pages')).toBeVisible();
  await panel()
    .getByRole('textbox', { name: 'Why is data on enforcement and licensing needed elsewhere?' })
    .fill(reason);
  expect(await violationsEverywhere(page)).toEqual([]);
  await add.click();
  const download = page.waitForEvent('download');
  await panel().getByRole('button', { name: 'Download the log' }).click();
  const log = await readFile(await (await download).path(), 'utf8');
  const { entries } = JSON.parse(log) as { entries: LogEntry[] };
  expect(entries.filter(({ what }) => what === 'purpose added').map(({ facts }) => facts)).toEqual([
    { purpose: 'enforcement and licensing', because: reason },
  ]);
  await page.keyboard.press('Escape');
  await expect(column()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(keptOut)).toHaveCount(0);
});

test('taken out again, it is gone from the page', async () => {
  await page.getByTitle('Where is my data?').click();
  await panel().getByRole('button', { name: 'Take enforcement and licensing out again' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(keptOut)).toBeVisible({ timeout: 60_000 });
  await expect(column()).toHaveCount(0);
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
