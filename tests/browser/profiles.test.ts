// Disclosure profiles: one is in force, every figure and file is made under it, and a looser one asks why.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { firstAltered, type LogEntry } from '../../src/lib/session_log/entries';
import { violationsEverywhere } from './axe';
import { cellsOf, chart, openByRail, overviewReady, showPicture, showTable } from './overview_page';
import { expect, test } from './sample_page';

// One view of the page leads to the next.
test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  await sampleTab.afresh();
});

const dialog = () => page.getByRole('dialog', { name: 'Disclosure profile' });

async function choose(profile: string): Promise<void> {
  await page.getByRole('button', { name: /^Disclosure profile:/ }).click();
  await dialog().getByRole('radio', { name: profile }).check();
}

/** Numerators and denominators of persistent absence by district: numbers, and symbols. */
async function counts(): Promise<string[]> {
  const figure = chart(page, 2);
  const cells = (await cellsOf(await showTable(figure))).flatMap((row) => row.slice(1, 3));
  await showPicture(figure);
  return cells;
}

async function saved(press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  return readFile(await (await download).path(), 'utf8');
}

test('a stricter profile is taken without a question, and rounds every count', async () => {
  const exact = (await counts()).map((text) => Number(text.replace(',', '')));
  expect(exact.some((count) => count % 5 !== 0)).toBe(true);

  await choose('Publication');
  expect(await violationsEverywhere(page)).toEqual([]);
  await expect(dialog().getByRole('textbox')).toHaveCount(0);
  await dialog().getByRole('button', { name: 'Use this profile' }).click();
  await expect(page.getByRole('button', { name: 'Disclosure profile: Publication' })).toBeVisible();
  await overviewReady(page);

  const rounded = (await counts()).map((text) => Number(text.replace(',', '')));
  expect(rounded).toEqual(exact.map((count) => Math.floor(count / 5 + 0.5) * 5));
});

test('its name is on the printed page, in the CSV and in the picture', async () => {
  const figure = chart(page, 2);
  const csv = await saved(() => figure.getByRole('button', { name: /^Download CSV/ }).click());
  const [head, ...rows] = csv.trim().split('\r\n');
  expect(head).toContain(',disclosure');
  expect(rows.length).toBeGreaterThan(11);
  for (const row of rows) expect(row).toContain(',Publication,');
  const svg = await saved(() => figure.getByRole('button', { name: /^Download SVG/ }).click());
  expect(svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain('Publication');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Disclosure: Publication')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
});

test('what a model answered before is gone with the profile it was made under', async () => {
  // The profile in force rounds: start from the one that shows an answer.
  await choose('Inspection pack');
  await dialog().getByRole('textbox').fill('To look at a model');
  await dialog().getByRole('button', { name: 'Use this profile' }).click();
  await openByRail(page, 'Models');
  await page.getByRole('button', { name: 'Work it out' }).click();
  await expect(page.getByText('The answer is below.')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.result table, .result figure').first()).toBeVisible();
  await choose('Publication');
  await dialog().getByRole('button', { name: 'Use this profile' }).click();
  await expect(page.locator('.result table, .result figure')).toHaveCount(0);
  await openByRail(page, 'Overview');
  await overviewReady(page);
});

test('a looser one asks why, and takes no identifier for an answer', async () => {
  await choose('Explore inside the authority');
  const use = dialog().getByRole('button', { name: 'Use this profile' });
  await use.click();
  await expect(dialog().getByRole('alert')).toContainText('Say why');
  const why = dialog().getByRole('textbox', { name: /^Why is it to show more/ });
  // A pupil number with its check letter, of nobody.
  await why.fill('Asked about A123456789012 Z or mail@example.org');
  await use.click();
  await expect(dialog().getByRole('alert')).toContainText('identifier');
  await why.fill('Back to work inside the team');
  expect(await violationsEverywhere(page)).toEqual([]);
  await use.click();
  await expect(dialog()).toBeHidden();
  await expect(
    page.getByRole('button', { name: 'Disclosure profile: Explore inside the authority' }),
  ).toBeVisible();
  await overviewReady(page);
});

test('the log has what was done, and that nobody changed it', async () => {
  await page.getByTitle('Where is my data?').click();
  const text = await saved(() => page.getByRole('button', { name: 'Download the log' }).click());
  await page.keyboard.press('Escape');
  const { entries } = JSON.parse(text) as { entries: LogEntry[] };
  expect(await firstAltered(entries)).toBeNull();
  expect(entries[0]?.what).toBe('opened');
  const loaded = entries.filter(({ what }) => what === 'loaded');
  expect(new Set(loaded.map(({ facts }) => facts['table']))).toContain('people');
  for (const { facts } of loaded) expect(facts['content']).toMatch(/^[0-9a-f]{64}$/);
  expect(entries.filter(({ what }) => what === 'profile').map(({ facts }) => facts)).toEqual([
    { from: 'Explore inside the authority', to: 'Publication', because: null },
    { from: 'Publication', to: 'Inspection pack', because: 'To look at a model' },
    { from: 'Inspection pack', to: 'Publication', because: null },
    {
      from: 'Publication',
      to: 'Explore inside the authority',
      because: 'Back to work inside the team',
    },
  ]);
  const exported = entries.filter(({ what }) => what === 'exported');
  expect(exported.at(-1)?.facts).toMatchObject({ profile: 'Publication' });
  expect(String(exported.at(-1)?.facts['name'])).toMatch(/\.svg$/);
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
