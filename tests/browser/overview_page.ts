import { expect, type Locator, type Page } from '@playwright/test';

/** Loads the sample county from the start page, and waits for the overview's figures. */
export async function exploreSample(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Explore the sample county' }).click();
  await sampleReady(page);
}

/** Waits until the last table of the sample county, the registers, is in the figures. */
export async function sampleReady(page: Page): Promise<void> {
  const tile = page.getByRole('article', { name: 'Persistent absence' });
  await expect(tile).toContainText(/\d of \d/, { timeout: 90_000 });
  await overviewReady(page);
}

/** The overview with its figures, none of them on their way. */
export async function overviewReady(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 90_000 });
  await expect(page.locator('.overview[aria-busy="false"]')).toBeVisible({ timeout: 30_000 });
}

/** Moves to another page by the rail, as its name there says. */
export async function openByRail(page: Page, name: string): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name, exact: true });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Waits until nothing of the page is on its way. */
export async function nothingBusy(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 90_000 });
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
}

/** A chart and its table twin. The four are, in order: months, map, persistent absence, services. */
export function chart(page: Page, index: number): Locator {
  return page.locator('figure').nth(index);
}

export async function showTable(figure: Locator): Promise<Locator> {
  const table = figure.getByRole('table');
  await turned(figure, 'Table', table);
  return table;
}

export function showPicture(figure: Locator): Promise<void> {
  return turned(figure, 'Picture', figure.locator('svg').first());
}

/** Turns a figure to its other side, if need be. One that is just being made anew may turn back under the hand. */
async function turned(figure: Locator, to: 'Table' | 'Picture', shown: Locator): Promise<void> {
  const toggle = figure.getByRole('button', { name: to, exact: true });
  await expect(async () => {
    await expect(toggle.or(shown).first()).toBeVisible();
    if (await toggle.isVisible()) await toggle.click({ timeout: 2_000 });
    await expect(shown).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

/** The texts of a table's body as they are seen, without what is only spoken. */
export function cellsOf(table: Locator): Promise<string[][]> {
  return table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => {
        const seen = cell.cloneNode(true) as Element;
        for (const spoken of seen.querySelectorAll('.visually-hidden')) spoken.remove();
        return (seen.textContent ?? '').replace(/\s+/g, ' ').trim();
      }),
    ),
  );
}

/** The headings of a table. */
export function headingsOf(table: Locator): Promise<string[]> {
  return table
    .locator('thead th')
    .evaluateAll((cells) =>
      cells.map((cell) => (cell.textContent ?? '').replace(/[↑↓\s]+/g, ' ').trim()),
    );
}
