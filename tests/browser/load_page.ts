import { expect, type BrowserContext, type Page } from '@playwright/test';
import { complaintsOf } from './complaints';

/** What must stay empty: complaints in the console, and requests to any other origin. */
export interface Trouble {
  readonly complaints: string[];
  readonly elsewhere: string[];
}

/** Follows the page and its workers from now on. */
export function watchForTrouble(context: BrowserContext, page: Page, origin: string): Trouble {
  const trouble: Trouble = { complaints: complaintsOf(page), elsewhere: [] };
  const note = (address: string): void => {
    const url = new URL(address);
    const own = url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:';
    if (!own) trouble.elsewhere.push(address);
  };
  // The context's requests are those of the page, its workers and service workers.
  context.on('request', (request) => note(request.url()));
  page.on('worker', (worker) => note(worker.url()));
  return trouble;
}

/** Opens the Data page with nothing loaded. */
export async function openDataPage(page: Page): Promise<void> {
  await page.goto('/data');
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
}

type Files = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

/** Adds files as the picker would. */
export async function addFiles(page: Page, files: Files): Promise<void> {
  await page.locator('input[type=file][aria-label="Extract files"]').setInputFiles(files);
}

/** Waits until nothing is being read or worked out, then answers the line of totals. */
export async function settled(page: Page, timeout = 100_000): Promise<string> {
  const line = page.getByText(/Nothing has left this tab\.$/);
  await expect(line).toBeVisible({ timeout });
  return ((await line.textContent()) ?? '').replaceAll('\u00a0', ' ').trim();
}

/** The row of one file that is loaded, on its way or cancelled. */
export function fileRow(page: Page, name: string) {
  return page.getByRole('listitem', { name, exact: true });
}
