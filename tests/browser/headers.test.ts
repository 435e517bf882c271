// A copy that is served without the protective headers says so on the page itself, not only to who asks.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createSite } from '../../src/cli/serve.mjs';
import { violationsEverywhere } from './axe';
import { expect, test } from './sparing_test';

const notice = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'served without headers that protect it' });

/** Serves the build on a free port without some of the headers it would be served with. */
async function serveWithout(left: readonly RegExp[]): Promise<{ server: Server; origin: string }> {
  const site = await createSite(join(import.meta.dirname, '../../build'));
  const server = createServer((request, response) => {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      left.some((each) => each.test(name)) ? response : setHeader(name, value);
    site.emit('request', request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, origin: `http://localhost:${(server.address() as AddressInfo).port}` };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

test('without headers the page names them at the top, until the reader dismisses it', async ({
  page,
}) => {
  const all = [/^content-security-policy$/i, /^cross-origin-/i, /-policy$/i, /^x-content-type/i];
  const { server, origin } = await serveWithout(all);
  try {
    await page.goto(origin);
    for (const name of [
      'Content-Security-Policy',
      'Cross-Origin-Opener-Policy',
      'Cross-Origin-Resource-Policy',
      'Permissions-Policy',
      'Referrer-Policy',
      'X-Content-Type-Options',
    ])
      await expect(notice(page)).toContainText(name);
    await expect(notice(page)).toContainText('docs/hosting');
    const box = (await notice(page).boundingBox())!;
    const heading = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
    expect(box.y).toBeLessThan(heading.y);
    expect(await violationsEverywhere(page)).toEqual([]);

    // It stays on the way to another page, and once dismissed it is gone from every page.
    await page.getByRole('link', { name: 'Methods', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Methods' })).toBeVisible();
    await expect(notice(page)).toBeVisible();
    await notice(page).getByRole('button', { name: 'Dismiss for this tab' }).click();
    await expect(notice(page)).toHaveCount(0);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
  } finally {
    await close(server);
  }
});

test('a single one that is missing is named alone', async ({ page }) => {
  const { server, origin } = await serveWithout([/^referrer-policy$/i]);
  try {
    await page.goto(origin);
    await expect(notice(page)).toContainText('Missing: Referrer-Policy.');
  } finally {
    await close(server);
  }
});

test('with all of them there is no notice', async ({ page }) => {
  const asked = page.waitForResponse((response) => response.request().method() === 'HEAD');
  await page.goto('/');
  expect((await asked).ok()).toBe(true);
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});
