// The command palette, with the keyboard alone.
import type { Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { overviewReady } from './overview_page';
import { expect, test } from './sample_page';

/** The option that Enter would choose. */
const selectedIn = (page: Page) =>
  page.getByRole('listbox', { name: 'Found' }).getByRole('option', { selected: true });

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Find a measure/ });
  await expect(field).toBeFocused();
  return field;
}

test('finds a page, a measure and a model before anything is loaded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const button = page.getByRole('button', { name: 'Find', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: /^Find a measure/ });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(button).toBeFocused();

  await openPalette(page);
  const before = asked.length;
  await page.keyboard.type('absence persis');
  const selected = selectedIn(page);
  await expect(selected).toContainText('Persistent absence');
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await selected.getAttribute('id')) ?? '',
  );
  await page.keyboard.press('ArrowDown');
  await expect(selected).not.toHaveText(/^Persistent absence\s*Attendance$/);
  await page.keyboard.press('ArrowUp');
  expect(asked.length).toBe(before);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Persistent absence' })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type('what if');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/models#/);
  await openPalette(page);
  await page.keyboard.type('methods');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Methods' })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('qqqq');
  await expect(page.getByText('Nothing is called that')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
});

test('a district filters the page shown, and filters are cleared', async ({ sampleTab }) => {
  test.setTimeout(240_000);
  const { page } = sampleTab;
  await sampleTab.afresh();
  await openPalette(page);
  await page.keyboard.type('thanet');
  await expect(selectedIn(page)).toContainText('filters this page');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/overview#.*district=/);
  await overviewReady(page);
  await expect(page.getByRole('combobox', { name: 'District' })).toHaveValue(/^E/);

  // Escape closes the palette and leaves the filter.
  await openPalette(page);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/district=/);
  await openPalette(page);
  await page.keyboard.type('clear filters');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/district=/);

  // From a page without districts the overview is filtered.
  await openPalette(page);
  await page.keyboard.type('methods');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/methods/);
  await openPalette(page);
  await page.keyboard.type('thanet');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/overview#.*district=/);

  // Wiping is only ever led to.
  await openPalette(page);
  await page.keyboard.type('wipe');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  await expect(page.getByText('Nothing has left this tab')).toBeVisible();

  await openPalette(page);
  await page.keyboard.type('absence');
  expect(await violationsEverywhere(page)).toEqual([]);
});
