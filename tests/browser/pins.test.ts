// Pinned figures and notes over the sample county: what is pinned is what its page shows, and nothing outlives a wipe.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { press } from './keys';
import { cellsOf, chart, overviewReady, showPicture, showTable } from './overview_page';
import { expect, test } from './sample_page';

// One view of the page leads to the next.
test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];
const split = /^NEET or not known by special educational needs/;

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  await sampleTab.afresh();
});

async function goTo(name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name, exact: true })
    .click();
}

const tray = () => page.getByRole('link', { name: /^Pinned \(\d+\)/ });
const figures = () => page.locator('main ol.figures > li');

async function pin(figure: Locator): Promise<void> {
  await figure.getByRole('button', { name: /^Pin: / }).press('Enter');
  await expect(figure.getByRole('button', { name: /^Pinned: / })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
}

async function cells(figure: Locator): Promise<string[][]> {
  const shown = await cellsOf(await showTable(figure));
  await showPicture(figure);
  return shown;
}

/** The figure of the NEET page whose title begins so. */
async function onNeetPage(title: RegExp): Promise<Locator> {
  await goTo('NEET');
  await page.getByRole('heading', { level: 2, name: 'Who', exact: true }).scrollIntoViewIfNeeded();
  const figure = page
    .locator('figure')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .first();
  await expect(figure).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.panel-body').filter({ has: figure })).toHaveAttribute(
    'aria-busy',
    'false',
    { timeout: 60_000 },
  );
  return figure;
}

const shownOn: Record<string, string[][]> = {};

test('before anything is pinned there is no tray, and its page says how to pin', async () => {
  await expect(tray()).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a measure/ }).fill('compare pinned');
  await expect(page.getByRole('option', { name: /^Compare pinned figures/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/compare$/);
  await expect(page.getByRole('heading', { name: 'Nothing is pinned yet' })).toBeVisible();
  expect(await violationsEverywhere(page)).toEqual([]);
});

test('figures pinned on two pages show the numbers of their pages', async () => {
  test.setTimeout(240_000);
  await goTo('Overview');
  await overviewReady(page);
  shownOn['absence'] = await cells(chart(page, 2));
  await pin(chart(page, 2));
  const tile = page.getByRole('article', { name: 'NEET or not known' });
  shownOn['tile'] = [[(await tile.locator('.value').textContent())?.trim() ?? '']];
  await pin(tile);
  await expect(tray()).toContainText('Pinned (2)');

  const figure = await onNeetPage(split);
  shownOn['neet'] = await cells(figure);
  await pin(figure);

  // What is pinned stays as it was, however its page is filtered afterwards.
  await page.getByRole('combobox', { name: 'Sex' }).selectOption('F');
  await expect(page).toHaveURL(/sex=F/);
  await tray().press('Enter');
  await expect(page).toHaveURL(/\/compare$/);
  await expect(figures()).toHaveCount(3);
  expect(await cells(figures().nth(0))).toEqual(shownOn['absence']);
  await expect(figures().nth(1).getByRole('table')).toContainText(shownOn['tile'][0]![0]!);
  expect(await cells(figures().nth(2))).toEqual(shownOn['neet']);
  await expect(figures().nth(0).locator('svg').first()).toBeVisible();

  // Two of them are of one measure: in words, what tells them apart.
  await expect(page.getByText('They differ in how they are split.')).toBeVisible();
  await expect(page.getByText(/^Figure 3: .*by special educational needs\.$/)).toBeVisible();
  await expect(page.getByText('The extracts have changed')).toHaveCount(0);
});

test('no page or dialog of them has a fault that a program can find', async () => {
  test.setTimeout(240_000);
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'Notes', exact: true }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Notes' })).toBeVisible();
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Notes', exact: true })).toBeFocused();
});

test('the page of pinned figures fits 320 pixels', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.waitForTimeout(300); // pictures are drawn anew
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1440, height: 1000 });
});

test('they are moved, removed and opened where they were pinned, with the keyboard', async () => {
  const title = (index: number) => figures().nth(index).getByRole('heading').first();
  const last = (await title(2).textContent()) ?? '';
  await figures()
    .nth(2)
    .getByRole('button', { name: /^Move earlier/ })
    .press('Enter');
  await expect(title(1)).toHaveText(last);
  await expect(page.getByText('Moved to place 2 of 3.')).toBeAttached();
  await expect(
    figures()
      .nth(1)
      .getByRole('button', { name: /^Move earlier/ }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(title(0)).toHaveText(last);
  await expect(
    figures()
      .nth(0)
      .getByRole('button', { name: /^Move later/ }),
  ).toBeFocused();

  await figures()
    .nth(1)
    .getByRole('button', { name: /^Remove/ })
    .press('Enter');
  await expect(figures()).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(tray()).toContainText('Pinned (2)');

  await figures().nth(0).getByRole('link', { name: 'Open where it was pinned' }).press('Enter');
  await expect(page).toHaveURL(/\/neet$/);
  const figure = await onNeetPage(split);
  await figure.getByRole('button', { name: /^Pin(ned)?: / }).press('Enter');
});

async function writeNote(dialog: Locator, text: string): Promise<void> {
  await dialog.getByLabel('Note', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: 'Add the note' }).press('Enter');
}

test('a note on a month flags the charts that show it, and goes along in their pictures', async () => {
  await goTo('Overview');
  await page.evaluate(() => (location.hash = ''));
  await overviewReady(page);
  await page.getByRole('button', { name: 'Notes', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Notes' });
  await dialog.getByRole('combobox', { name: 'Month' }).selectOption('2024-11');
  await writeNote(dialog, 'Ask about ME14 1XX.');
  await expect(dialog.getByRole('alert')).toContainText('postcodes');
  await writeNote(dialog, 'The tracking team was short of staff.');
  await expect(dialog.getByText('Note 1 was added.')).toBeVisible();
  await page.keyboard.press('Escape');

  const months = chart(page, 0);
  const note = 'November 2024: The tracking team was short of staff.';
  await expect(months.getByRole('list', { name: 'Notes' })).toContainText(note);
  await expect(months.locator('.note-flag')).toHaveCount(2);
  await expect(chart(page, 1).getByRole('list', { name: 'Notes' })).toHaveCount(0);
  const saved = page.waitForEvent('download');
  await months.getByRole('button', { name: 'Download SVG' }).click();
  const svg = await readFile(await (await saved).path(), 'utf8');
  expect(svg.match(/note-flag/g)).toHaveLength(2);
  expect(svg).toContain('Note 1. November 2024:');
  expect(await violationsEverywhere(page)).toEqual([]);

  await months.getByRole('application').focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await expect(months.locator('[aria-live]')).toContainText('See note 1.');
});

test('a note on a figure shows where the figure is, and is kept in a file', async () => {
  await chart(page, 2)
    .getByRole('button', { name: /^Add a note: / })
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Notes' });
  await expect(dialog.getByRole('combobox', { name: 'Figure' })).toHaveValue('persistent_absence');
  await writeNote(dialog, 'Two schools merged.');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save to a file' }).press('Enter');
  const path = await (await saved).path();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    format: 'waymark notes',
    version: 1,
    notes: [
      { text: 'The tracking team was short of staff.', figure: null, on: '2024-11' },
      { text: 'Two schools merged.', figure: { measure: 'persistent_absence' }, on: null },
    ],
  });
  await dialog.getByRole('button', { name: 'Delete note 1' }).press('Enter');
  await expect(dialog.getByText('Note 1 was deleted.')).toBeVisible();
  await dialog.getByLabel('File of notes').setInputFiles(path);
  await expect(dialog.getByText(/1\snote added\. 1 was here already\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chart(page, 2).getByRole('list', { name: 'Notes' })).toContainText(
    'Note 1. Two schools merged.',
  );
  await expect(chart(page, 2).getByRole('button', { name: /^Add a note: / })).toBeFocused();
  expect(await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))).toEqual(
    [],
  );
  expect(page.url()).not.toContain('merged');
});

test('a note is changed in its place with the keyboard, or left as it was', async () => {
  await page.getByRole('button', { name: 'Notes (2)', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Notes' });
  const change = dialog.getByRole('button', { name: 'Change note 1' });
  const text = dialog.getByRole('textbox', { name: 'Note 1' });
  await press(page, change);
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('Two schools merged.');
  expect(await violationsEverywhere(page)).toEqual([]);

  // Escape leaves the note, not the dialog.
  await text.fill('Three schools merged.');
  await page.keyboard.press('Escape');
  await expect(dialog.getByText('Two schools merged.')).toBeVisible();
  await expect(change).toBeFocused();
  await page.keyboard.press('Enter');
  await text.fill('Three schools merged.');
  await press(page, dialog.getByRole('button', { name: 'Cancel' }));
  await expect(dialog.getByText('Two schools merged.')).toBeVisible();
  await expect(change).toBeFocused();

  await page.keyboard.press('Enter');
  await text.fill('Ask about ME14 1XX.');
  await press(page, dialog.getByRole('button', { name: 'Save note 1' }));
  await expect(dialog.getByRole('alert')).toContainText('postcodes');
  await expect(text).toBeFocused();
  await text.fill('Three schools merged.');
  await press(page, dialog.getByRole('button', { name: 'Save note 1' }));
  await expect(dialog.getByText('Note 1 was changed.')).toBeVisible();
  await expect(change).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(chart(page, 2).getByRole('list', { name: 'Notes' })).toContainText(
    'Note 1. Three schools merged.',
  );
});

test('a figure says when the extracts have changed since it was pinned', async () => {
  await goTo('Data');
  await page.getByRole('button', { name: 'Remove targets.csv' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  await tray().press('Enter');
  await expect(figures()).not.toHaveCount(0);
  await expect(page.getByText('The extracts have changed since this was pinned.')).toHaveCount(
    await figures().count(),
  );
});

test('wiping takes pins and notes along', async () => {
  await expect(tray()).toBeVisible();
  await goTo('Data');
  await page.getByRole('button', { name: 'Wipe everything' }).click();
  await page.getByRole('button', { name: 'Wipe everything now' }).click();
  await expect(tray()).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Notes', exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});
