// What an information governance officer tries: every way out, what stays behind, and a tab that was left alone.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { violationsEverywhere } from './axe';
import { addFiles, openDataPage, settled } from './load_page';
import { expect, test } from './sparing_test';

const people = join(import.meta.dirname, '../../data-samples/people.parquet');
const panel = (page: Page) => page.getByRole('dialog', { name: 'Where is my data?' });

async function loadPeople(page: Page): Promise<void> {
  await openDataPage(page);
  await addFiles(page, [people]);
  await settled(page);
}

test.describe('try to leak', () => {
  let elsewhere: Server;
  let arrived: string[];
  let origin: string;

  test.beforeEach(async () => {
    arrived = [];
    // Counts connections too: a WebSocket that is let through need not get as far as a request.
    elsewhere = createServer((request, response) => {
      arrived.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end('arrived');
    });
    elsewhere.on('connection', () => arrived.push('a connection'));
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  });
  test.afterEach(async () => {
    elsewhere.closeAllConnections();
    await new Promise((closed) => elsewhere.close(closed));
  });

  test('every way out is refused, and nothing arrives at a second origin that counts', async ({
    page,
  }) => {
    await loadPeople(page);
    await page.getByTitle('Where is my data?').click();
    await expect(panel(page).getByText('All headers that protect the page')).toBeVisible();
    await panel(page).getByRole('textbox', { name: 'Address to try' }).fill(origin);
    await panel(page).getByRole('button', { name: 'Try to leak' }).click();
    await expect(panel(page).getByText('15 of 15 attempts refused.')).toBeVisible({
      timeout: 60_000,
    });
    const said = await panel(page).getByRole('listitem').allTextContents();
    for (const [way, directive] of [
      ...['fetch', 'beacon', 'WebSocket', 'events', 'XMLHttpRequest'].map((each) => [
        each,
        'connect-src',
      ]),
      ['picture', 'img-src'],
      ['style sheet', 'style-src-elem'],
    ] as const)
      expect(said.filter((line) => line.includes(way!))[0]).toContain(
        `refused, by the page’s policy (${directive})`,
      );
    for (const way of ['file of another site', 'extension', 'attach', 'write a file', 'undo'])
      expect(said.filter((line) => line.includes(way))[0]).toContain('refused');
    expect(arrived).toEqual([]);
    // What was refused was not sent, and is not counted as if it had been.
    await expect(page.getByTitle('Where is my data?')).toContainText(/sealed\s+0/);
    // The database runs on after it was asked for what it may not do.
    await expect(page.getByTitle('Where is my data?')).not.toContainText('not sealed');
    expect(await violationsEverywhere(page)).toEqual([]);
  });

  test('the count sees what does arrive', async ({ request }) => {
    await request.get(`${origin}/seen`);
    expect(arrived).toEqual(['a connection', '/seen']);
  });

  test('an address that is none, or this page’s own, is not tried', async ({ page, baseURL }) => {
    await page.goto('/');
    await page.getByTitle('Where is my data?').click();
    for (const address of ['nowhere', `${baseURL}/overview`, 'javascript:alert(1)']) {
      await panel(page).getByRole('textbox', { name: 'Address to try' }).fill(address);
      await panel(page).getByRole('button', { name: 'Try to leak' }).click();
      await expect(panel(page).getByRole('alert')).toContainText(
        'Give the address of another site',
      );
    }
  });
});

test('a tab that is left alone warns, and then wipes everything', async ({ page }) => {
  await page.clock.install();
  await loadPeople(page);
  await page.clock.fastForward(27 * 60_000);
  const warning = page.getByRole('dialog', { name: 'Is anybody there?' });
  await expect(warning).toBeHidden();
  await page.clock.fastForward(90_000);
  await expect(warning).toBeVisible();
  await warning.getByRole('button', { name: 'I am here' }).click();
  await page.clock.fastForward(10_000);
  await expect(warning).toBeHidden();

  await page.clock.fastForward(29 * 60_000);
  await expect(warning).toBeVisible();
  await expect(page.getByText('people.parquet').first()).toBeAttached();
  await page.clock.fastForward(3 * 60_000);
  await expect(warning).toBeHidden();
  await expect(page.getByText('people.parquet')).toHaveCount(0);
  await expect(page.getByTitle('Where is my data?')).toContainText('not sealed');
});
