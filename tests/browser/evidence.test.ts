// The inspector's page: packs are opened, checked, shown and compared, and hostile ones do no harm.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { encryptPack } from '../../src/lib/evidence/encrypted_pack';
import { makePack } from '../../src/lib/evidence/write_pack';
import {
  inventedFigure,
  inventedInput,
  inventedRow,
  sealing,
} from '../unit/evidence/invented_pack';
import { violations, violationsEverywhere } from './axe';
import { evil, evilTexts, packs } from './hostile_packs';
import { watchForTrouble, type Trouble } from './load_page';
import { expect, test } from './sparing_test';

const versionOne = 'tests/packs/version-1.zip';
const council = 'tests/packs/invented-council.json';
const print = 'fe81 2c12 f3ab 4ce6 ac5d b69a c352 f906 cb1b 11ef 43fb 33e2 52ef 7ff5 5226 3889';

let trouble: Trouble;
test.beforeEach(async ({ page, context, baseURL }) => {
  trouble = watchForTrouble(context, page, baseURL ?? '');
  page.on('dialog', () => trouble.complaints.push('A dialog was opened.'));
  await page.goto('/evidence');
  await expect(page.getByRole('heading', { level: 1, name: 'Evidence' })).toBeVisible();
});

test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(trouble).toEqual({ complaints: [], elsewhere: [] });
});

const choose = (page: Page, label = 'Evidence pack') =>
  page.locator(`input[type=file][aria-label="${label}"]`);

const fileOf = (bytes: Uint8Array, name = 'pack.zip') => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(bytes),
});

const arrived = (page: Page, name: RegExp | string) =>
  expect(page.getByRole('heading', { level: 2, name })).toBeFocused();

/** How far the page can be scrolled sideways. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('a pack of version 1 opens by choosing: its key is not known until it is given', async ({
  page,
}) => {
  expect(await violations(page)).toEqual([]);
  await choose(page).setInputFiles(versionOne);
  await arrived(page, /^Key not known/);
  const verdict = page.getByRole('region', { name: 'Verdict on version-1.zip' });
  await expect(verdict).toContainText(
    'goes by the name of “Invented County Council” on 31 January 2026',
  );
  await expect(verdict.locator('code')).toHaveText(print);
  await expect(verdict).toContainText('Everybody in this pack is invented');
  await expect(page.locator('main').getByRole('status').first()).toContainText(
    'version-1.zip is opened',
  );

  await page.getByLabel('Fingerprint', { exact: true }).fill('fe81 2c12');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('A fingerprint has 64 digits')).toBeVisible();
  await page.getByLabel('Public key file').setInputFiles(versionOne);
  await expect(page.getByText('version-1.zip is not taken.')).toBeVisible();
  await page.getByLabel('Public key file').setInputFiles(council);
  await expect(page.getByRole('heading', { level: 2, name: /^Valid/ })).toBeVisible();
  await page.getByRole('button', { name: /^Take away/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^Key not known/ })).toBeVisible();
  await page.getByLabel('Fingerprint', { exact: true }).fill(print.toUpperCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /^Valid/ })).toBeVisible();

  await expect(page.getByRole('row', { name: /^Ashford 40 1,200 3\.3/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Dartford hidden to protect people/ })).toHaveCount(
    2,
  );
  await expect(page.getByRole('img', { name: /^Picture of the figure/ }).first()).toBeAttached();
  await page.getByText('How this was made').first().press('Enter');
  await expect(page.getByRole('region', { name: /^SQL of/ })).toContainText('from activity_months');
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Extracts', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Extracts', exact: true })).toBeFocused();
  await expect(
    page.getByRole('row', { name: /^people\.parquet people 2,100 15 January 2026/ }),
  ).toBeVisible();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});

test('a pack that is dropped opens, and a changed byte is named', async ({ page }) => {
  const bytes = await readFile(versionOne);
  const drop = async (content: Buffer) => {
    const transfer = await page.evaluateHandle((base64) => {
      const carried = new DataTransfer();
      const letters = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      carried.items.add(new File([letters], 'dropped.zip'));
      return carried;
    }, content.toString('base64'));
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  };
  await drop(bytes);
  await arrived(page, /^Key not known/);
  bytes[bytes.indexOf('data/index.html') + 40]! ^= 1;
  await drop(bytes);
  await arrived(page, 'Altered: do not rely on this pack');
  await expect(page.getByText(/Not as it was: data\/index\.html/)).toBeVisible();
});

test('hostile and broken packs are refused with a sentence, and the page lives on', async ({
  page,
}) => {
  const { good, refused, altered } = await packs();
  for (const [what, bytes, sentence] of refused) {
    await test.step(what, async () => {
      await choose(page).setInputFiles(fileOf(bytes, `${what}.zip`));
      await arrived(page, `${what}.zip is not opened`);
      await expect(page.locator('.refused')).toContainText(sentence);
      await expect(page.getByRole('table')).toHaveCount(0);
    });
  }
  expect(await violations(page)).toEqual([]);
  for (const [what, bytes, file] of altered) {
    await test.step(what, async () => {
      await choose(page).setInputFiles(fileOf(bytes, `${what}.zip`));
      await arrived(page, 'Altered: do not rely on this pack');
      await expect(page.getByRole('region', { name: /^Verdict/ })).toContainText(file);
    });
  }
  await choose(page).setInputFiles(fileOf(good));
  await arrived(page, /^Key not known/);
});

test('nothing in a pack becomes more than a text or an image', async ({ page }) => {
  await choose(page).setInputFiles(fileOf(await evilTexts()));
  await arrived(page, /^Key not known/);
  await page.getByText('How this was made').first().press('Enter');
  await expect(page.getByText(evil('commentary'))).toBeVisible();
  await expect(page.getByText(evil('sql'))).toBeVisible();
  await expect(page.getByRole('img')).toHaveJSProperty('complete', true);
  const main = page.locator('main');
  await expect(main.locator('a, script, iframe, object, embed, svg, style, link')).toHaveCount(0);
  await expect(main.locator('img')).toHaveCount(1);
  await expect(main.locator('img')).toHaveAttribute('src', /^data:image\/svg\+xml/);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Extracts', exact: true }).click();
  await expect(main.locator('a, script, img')).toHaveCount(0);
});

test('an encrypted pack asks for its passphrase, and says when it is wrong', async ({ page }) => {
  const passphrase = 'four invented words here';
  const pack = await encryptPack(await readFile(versionOne), { passphrase });
  await choose(page).setInputFiles(fileOf(pack, 'pack.zip.age'));
  const field = page.getByLabel('Passphrase');
  await expect(field).toBeFocused();
  await page.keyboard.type('not the right words');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passphrase is not the one of this pack.')).toBeVisible();
  await expect(field).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await arrived(page, /^Key not known/);
});

test('two packs are compared: figures before and after, and their data', async ({ page }) => {
  const { details } = inventedInput(2);
  const later = inventedInput(2, {
    details: {
      ...details,
      extracts: [details.extracts[0]!, { ...details.extracts[1]!, sha256: 'e5'.repeat(32) }],
    },
    figures: [1, 2].map((number) => {
      const figure = inventedFigure(`neet-${number}`, [
        inventedRow('2025-djf', 'E07000105', [39 + number, 1200]),
        inventedRow('2025-djf', 'E07000106', [30 + 5 * number, 900]),
        inventedRow('2025-djf', 'E07000107', null),
      ]);
      const extracts = [details.extracts[0]!.sha256, 'e5'.repeat(32)];
      return { ...figure, making: { ...figure.making, extracts } };
    }),
  });
  await choose(page).setInputFiles(versionOne);
  await arrived(page, /^Key not known/);
  const second = fileOf(await makePack(later, sealing), 'later.zip');
  await choose(page, 'Evidence pack to compare with').setInputFiles(second);
  const compared = page.getByRole('region', {
    name: 'What changed from version-1.zip to later.zip',
  });
  await expect(compared).toContainText(/Of 2\sfigures in both packs, 2 changed\./);
  await expect(
    compared.getByRole('row', { name: /^Canterbury 3\.4\s% 3\.9\s% 31 35 900 900/ }),
  ).toBeVisible();
  await expect(compared).toContainText('e5e5e5');
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});

test('a pack of 60 figures shows its first page and leaves the others for later', async ({
  page,
}) => {
  const { details } = inventedInput(1);
  const periods = Array.from(
    { length: 12 },
    (_, month) => `2025-${String(month + 1).padStart(2, '0')}`,
  );
  const districts = Array.from(
    { length: 12 },
    (_, index) => `E070001${String(index + 5).padStart(2, '0')}`,
  );
  const figures = Array.from({ length: 60 }, (_, index) => {
    const rows = periods.flatMap((period, at) =>
      districts.map((district) =>
        inventedRow(period, district, at % 5 ? [40 + index + at, 1200] : null),
      ),
    );
    const marks = Array.from(
      { length: 900 },
      (_each, at) =>
        `<rect x="${(at * 7919) % 997}" y="${(at * index * 31) % 389}" width="4" height="9"/>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320" viewBox="0 0 1000 400">${marks.join('')}</svg>`;
    return { ...inventedFigure(`neet-${index + 1}`, rows), svg };
  });
  const sections = Array.from({ length: 6 }, (_, index) => ({
    ...details.sections[0]!,
    title: `Section ${index + 1}`,
    figures: figures.slice(10 * index, 10 * index + 10).map(({ id }) => id),
  }));
  const pack = await makePack(
    inventedInput(60, { figures, details: { ...details, sections } }),
    sealing,
  );
  await choose(page).setInputFiles(fileOf(pack));
  await arrived(page, /^Key not known/);
  // One section a page: the figures of the others are made when the reader goes there.
  await expect(page.locator('main article')).toHaveCount(10);
});
