// Saved views, with the keyboard alone but for the choice of a file, which is the system's own.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { expect, test } from './sparing_test';

const key = 'waymark saved views';

function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

async function openViews(page: Page) {
  await page.getByRole('button', { name: 'Saved views', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('a view is saved, opened, renamed, found, exported, deleted and imported', async ({
  page,
}) => {
  await page.goto('/measures#v=1&measure=persistent_absence&pupil=A123');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const dialog = await openViews(page);
  const name = dialog.getByLabel('Name of this view');
  await name.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('For the February meeting');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Saved.')).toBeVisible();
  // Definitions only, under one key, and nothing that the page does not know.
  const kept = await stored(page);
  expect(Object.keys(kept)).toEqual([key]);
  const content = JSON.parse(kept[key] ?? '');
  expect(content.views).toEqual([
    {
      name: 'For the February meeting',
      page: '/measures',
      fragment: expect.stringMatching(/^v=1&measure=persistent_absence$/),
      savedOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    },
  ]);

  await name.fill('for the february meeting');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('already');
  await dialog.getByRole('button', { name: 'Rename For the February meeting' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('New name of For the February meeting')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Absence');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Absence', exact: true })).toBeFocused();
  expect(await violationsEverywhere(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export to a file' }).press('Enter');
  const path = await (await download).path();
  const text = await readFile(path, 'utf8');
  expect(JSON.parse(text).views).toHaveLength(1);

  await dialog.getByRole('button', { name: 'Delete Absence' }).press('Enter');
  await expect(dialog.getByText('“Absence” was deleted.')).toBeVisible();
  expect(await stored(page)).toEqual({});
  await dialog.getByLabel('File of saved views').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('<html>'),
  });
  await expect(dialog.getByText('it is not JSON')).toBeVisible();
  await dialog.getByLabel('File of saved views').setInputFiles(path);
  await expect(dialog.getByText(/1\sview added/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // It outlives the tab, is found by its name and opens where it was.
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Find a measure/ })).toBeFocused();
  await page.keyboard.type('absence');
  const option = page.getByRole('option', { name: /^Absence saved on/ });
  await expect(option).toBeVisible();
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/measures#v=1&measure=persistent_absence$/);
});

test('the privacy panel tells of them and deletes them; wiping says that they stay', async ({
  page,
}) => {
  await page.goto('/overview');
  const dialog = await openViews(page);
  await dialog.getByLabel('Name of this view').fill('Ours');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  await page.goto('/data');
  await page.getByLabel('Extract files').setInputFiles({
    name: 'nothing.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b\n'),
  });
  await page.getByRole('button', { name: 'Wipe everything' }).click();
  await page.getByRole('button', { name: 'Wipe everything now' }).click();
  await expect(page.getByText('Your saved views are still here')).toBeVisible();
  expect(Object.keys(await stored(page))).toEqual([key]);

  await page.getByTitle('Where is my data?').click();
  const panel = page.getByRole('dialog', { name: 'Where is my data?' });
  await expect(panel.getByText(/1\ssaved view in this browser/)).toBeVisible();
  expect(await violationsEverywhere(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Delete the saved views' }).press('Enter');
  await expect(panel.getByText('None is kept.')).toBeFocused();
  expect(await stored(page)).toEqual({});
});
