// An evidence pack is made on the page and on the command line, checked by a program that shares no code with ours,
// and opened by an inspector.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Download, Locator, Page } from '@playwright/test';
import { filesOf, problemsOf, wrongWithBag } from '../unit/evidence/independent_verifier';
import { violations } from './axe';
import { openByRail } from './overview_page';
import { expect, test } from './sample_page';

// One pack leads from test to test.
test.describe.configure({ mode: 'serial' });

const passphrase = 'four invented words here';
let page: Page;
let complaints: readonly string[];
let folder: string;
let pack: Buffer;
let publicKey: { name: string; mimeType: string; buffer: Buffer };

test.beforeAll(async ({ sampleTab }) => {
  ({ page, complaints } = sampleTab);
  folder = await mkdtemp(join(tmpdir(), 'waymark-packs-'));
  await sampleTab.afresh();
});

test.afterAll(() => rm(folder, { recursive: true }));

const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

const recordHashes = (zip: Buffer): string[] => {
  const text = filesOf(zip).get('data/records.json')?.content.toString('utf8') ?? '{}';
  const { records } = JSON.parse(text) as { records: { record_sha256: string }[] };
  return records.map(({ record_sha256 }) => record_sha256);
};

/** The pack of a definition, by the command line. */
async function packedByCommand(definition: string): Promise<Buffer> {
  const [from, out] = [join(folder, 'definition.json'), join(folder, 'command.zip')];
  await writeFile(from, definition);
  await promisify(execFile)(
    process.execPath,
    ['src/cli/run.mjs', 'pack', '--data', 'data-samples', '--definition', from, '--out', out],
    { cwd: join(import.meta.dirname, '../..') },
  );
  return readFile(out);
}

test('a key is made under a passphrase, and its two files are saved', async () => {
  test.setTimeout(180_000);
  await openByRail(page, 'Reports');
  await button(/^Use the template Care leavers/).click();
  await button(/^Make it for “Explore inside the authority” instead$/).click();
  await button('Make the report').click();
  await expect(page.getByRole('heading', { name: 'Evidence pack' })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByText('Make a key', { exact: true }).click();
  await page.getByLabel('Name of the authority').fill('Invented County');
  await page.getByLabel('Passphrase, at least 12 characters').fill(passphrase);
  await page.getByLabel('The passphrase again').fill(passphrase);
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await button('Make the key').click();
  await expect.poll(() => downloads.length, { timeout: 30_000 }).toBe(2);
  page.removeAllListeners('download');
  const [key, open] = downloads;
  const content = await contentOf(key!);
  expect(content.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  publicKey = {
    ...{ name: open!.suggestedFilename(), mimeType: 'application/json' },
    buffer: await contentOf(open!),
  };
  expect(publicKey.buffer.toString('utf8')).not.toMatch(/seed|private|secret/i);
  await page.getByLabel('File of the sealing key').setInputFiles({
    ...{ name: key!.suggestedFilename(), mimeType: 'application/octet-stream', buffer: content },
  });
});

test('a wrong passphrase is told; a pack is sealed, and its records are those of the command line', async () => {
  test.setTimeout(240_000);
  await page.getByLabel('Passphrase of the key').fill('not the passphrase');
  await button('Make the pack').click();
  await expect(page.getByRole('alert')).toContainText(/passphrase/i, { timeout: 30_000 });

  const definition = page.waitForEvent('download');
  await button('Save the definition').click();
  const byCommand = packedByCommand((await contentOf(await definition)).toString('utf8'));

  await page.getByLabel('Passphrase of the key').fill(passphrase);
  const made = page.waitForEvent('download', { timeout: 120_000 });
  await button('Make the pack').click();
  const download = await made;
  expect(download.suggestedFilename()).toMatch(/^waymark-sample-evidence-.*\.zip$/);
  pack = await contentOf(download);
  const hashes = recordHashes(pack);
  expect(hashes.length).toBeGreaterThan(8);
  expect(hashes).toEqual(recordHashes(await byCommand));

  const fingerprint = (
    JSON.parse(filesOf(pack).get('data/pack.json')!.content.toString('utf8')) as {
      signer: { fingerprint: string };
    }
  ).signer.fingerprint;
  expect(problemsOf(pack, fingerprint)).toEqual([]);
  expect(wrongWithBag(filesOf(pack))).toEqual([]);
  // No passphrase stays in a field.
  await expect(page.getByLabel('Passphrase of the key')).toHaveValue('');
  expect(await violations(page)).toEqual([]);
});

test('its page needs no script and no network, and has no fault that a program can find', async ({
  browser,
}) => {
  const path = join(folder, 'index.html');
  await writeFile(path, filesOf(pack).get('data/index.html')!.content);
  const context = await browser.newContext({ offline: true });
  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.goto(`file://${path}`);
  await expect(reader.getByRole('heading', { name: /About this pack/ })).toBeVisible();
  await expect(reader.locator('script')).toHaveCount(0);
  expect(asked).toHaveLength(1);
  expect(await violations(reader)).toEqual([]);
  await context.close();
});

test('an inspector opens it: valid with the key of the authority', async () => {
  await openByRail(page, 'Evidence');
  await page.locator('input[type=file][aria-label="Evidence pack"]').setInputFiles({
    ...{ name: 'evidence.zip', mimeType: 'application/zip', buffer: pack },
  });
  await expect(page.getByRole('heading', { level: 2, name: /^Key not known/ })).toBeFocused();
  await page.getByLabel(/public key file/i).setInputFiles(publicKey);
  await expect(page.getByRole('heading', { level: 2, name: /^Valid/ })).toBeVisible();
  await expect(page.locator('main figure, main article').first()).toBeVisible();
  expect(complaints).toEqual([]);
});
