import type { Page } from '@playwright/test';

/** Said by what drives the browser, where a file of tests goes without the service worker. */
const byTheDriver = 'Service Worker registration blocked by Playwright';

/** Warnings and errors of a page's console, and errors that nothing caught, from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.text() !== byTheDriver)
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
