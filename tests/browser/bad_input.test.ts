import type { Page } from '@playwright/test';
import {
  addFiles,
  fileRow,
  openDataPage,
  settled,
  watchForTrouble,
  type Trouble,
} from './load_page';
import { OddFiles, people, registers } from './odd_files';
import { expect, test } from './sparing_test';

const files = new OddFiles();
let good: string;
let trouble: Trouble;

test.beforeAll(async () => {
  good = await files.parquet('people.parquet', people(60));
});

test.beforeEach(async ({ page, context, baseURL }) => {
  trouble = watchForTrouble(context, page, baseURL ?? '');
  await openDataPage(page);
});

test.afterEach(() => {
  expect(trouble).toEqual({ complaints: [], elsewhere: [] });
});

/** The notice of refusals. */
function refusals(page: Page) {
  return page.getByRole('alert').filter({ hasText: 'refused' });
}

const unexpected: readonly (readonly [string, () => Promise<string> | string, RegExp])[] = [
  [
    'a truncated file',
    () => files.truncated('people-cut.parquet', good, 0.6),
    /is not complete; copy or export it again/,
  ],
  [
    'text that is not Parquet',
    () => files.bytes('people-text.parquet', 'person_id,sex\n1,F\n'),
    /is not Parquet; export it as Parquet/,
  ],
  ['an empty file', () => files.bytes('people-none.parquet', ''), /The file is empty/],
  [
    'a table that is not in the contract',
    () => files.parquet('potatoes.parquet', 'select 1 as weight'),
    /not one of the tables of the contract/,
  ],
  [
    'a column of the wrong type',
    () => files.parquet('people-type.parquet', people(60).replace("'F'", '1').replace("'M'", '2')),
    /Column sex: .* another type .* Expected text, found/,
  ],
  [
    'a required column that is missing',
    () => files.parquet('people-lack.parquet', `select * exclude (sex) from (${people(60)})`),
    /Column sex: A column that the contract requires is missing/,
  ],
  [
    'a column of lists',
    () => files.parquet('people-list.parquet', people(60, 0, ', [i] as visits')),
    /Column visits: A column holds lists or structures/,
  ],
  [
    'a column named for surnames',
    () => files.parquet('people-names.parquet', people(60, 0, ", 'x' || i as surname")),
    /Column surname: The name of a column says that it identifies people/,
  ],
  [
    'pupil numbers under an innocent name',
    () => files.parquet('people-ref.parquet', people(60, 0, ", 'A000000000000' as unit")),
    /Column unit: The values of a column look as if they identify people/,
  ],
  [
    'postcodes under an innocent name',
    () =>
      files.parquet(
        'people-area.parquet',
        people(60, 0, ", 'CT' || (1 + i % 9) || ' 1AA' as unit"),
      ),
    /Column unit: The values of a column look as if they identify people/,
  ],
  [
    'an exported spreadsheet where Parquet is asked for',
    () => files.bytes('people-sheet.csv', 'person_id,sex\n1,F\n'),
    /not accepted as CSV; export it as Parquet/,
  ],
];

test('each unfit file is refused with a sentence, beside good ones, and leaves nothing', async ({
  page,
}) => {
  await addFiles(page, good);
  expect(await settled(page)).toContain('1 file loaded with 60 rows.');

  for (const [index, [what, write, sentence]] of unexpected.entries()) {
    await test.step(what, async () => {
      await addFiles(page, await write());
      const notice = refusals(page);
      await expect(notice.getByRole('listitem')).toHaveCount(index + 1, { timeout: 30_000 });
      await expect(notice.getByRole('listitem').last()).toContainText(sentence);
      expect(await settled(page)).toContain(`1 file loaded with 60 rows, ${index + 1} refused.`);
      await expect(page.getByRole('region', { name: 'What is loaded' })).toContainText(
        '1\u00a0file',
      );
    });
  }

  await addFiles(page, await files.parquet('people-2.parquet', people(40, 1000)));
  expect(await settled(page)).toContain('2 files loaded with 100 rows, 11 refused.');
});

test('no value of a refused file is shown', async ({ page }) => {
  const named = ", ['Saunders', 'Okafor', 'Whitcombe'][1 + i % 3] as family_name";
  await addFiles(page, await files.parquet('people-family.parquet', people(60, 0, named)));
  await expect(refusals(page)).toContainText('family_name');
  await settled(page);
  expect(await page.locator('body').innerText()).not.toMatch(/Saunders|Okafor|Whitcombe/);
});

test('a corrected file takes the place of a refused one', async ({ page }) => {
  await addFiles(page, files.truncated('people-short.parquet', good, 0.4));
  await expect(refusals(page)).toContainText('is not complete');
  await settled(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a corrected file' }).click();
  await (await chooser).setFiles(good);
  await expect(fileRow(page, 'people.parquet')).toContainText('Loaded');
  await expect(refusals(page)).toHaveCount(0);
  expect(await settled(page)).toContain('1 file loaded with 60 rows.');
});

test('a file dropped twice is loaded once', async ({ page }) => {
  await addFiles(page, good);
  await settled(page);
  await addFiles(page, good);
  await expect(refusals(page)).toContainText('The same file is loaded already');
  expect(await settled(page)).toContain('1 file loaded with 60 rows, 1 refused.');
});

test('files can be dropped anywhere on the page', async ({ page }) => {
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['nothing of use'], 'people.parquet'));
    return transfer;
  });
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(refusals(page)).toContainText('is not Parquet');
  await settled(page);
});

test('a load cancelled half-way keeps nothing of the file', async ({ page }) => {
  await addFiles(page, good);
  await settled(page);
  await addFiles(page, await files.parquet('attendance.parquet', registers(12_000_000)));
  const row = fileRow(page, 'attendance.parquet');
  await expect(row).toContainText('of 12,000,000', { timeout: 30_000 });
  await row.getByRole('button', { name: /Cancel/ }).click();
  await expect(row).toContainText('Cancelled: nothing of it was kept');
  expect(await settled(page)).toContain('1 file loaded with 60 rows, 1 cancelled.');

  const small = await files.parquet('attendance-2.parquet', registers(1000));
  await addFiles(page, small);
  expect(await settled(page)).toContain('2 files loaded with 1,060 rows, 1 cancelled.');
  await row.getByRole('button', { name: /Remove/ }).click();
  expect(await settled(page)).toContain('2 files loaded with 1,060 rows.');
});

test('200 files load, are listed and can be cancelled together', async ({ page }) => {
  const many = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      files.parquet(`people-${String(index).padStart(3, '0')}.parquet`, people(5, index * 5)),
    ),
  );
  await addFiles(page, many.slice(0, 150));
  expect(await settled(page)).toContain('150 files loaded with 750 rows.');
  await addFiles(page, many.slice(150));
  await page.getByRole('button', { name: 'Cancel all' }).click();
  const line = await settled(page);
  expect(line).toMatch(/^1\d\d files loaded with [\d,]+ rows, \d+ cancelled\./);
  const [, loaded, rows, cancelled] =
    /^(\d+) files loaded with ([\d,]+) rows, (\d+) cancelled/.exec(line) ?? [];
  expect(Number(loaded) + Number(cancelled)).toBe(200);
  expect(Number(rows?.replace(',', ''))).toBe(5 * Number(loaded));
  await page.getByRole('button', { name: /^Not loaded/ }).click();
  await expect(page.getByRole('listitem', { name: /people-\d+\.parquet/ })).toHaveCount(
    Number(cancelled),
  );
});

test('a removed file counts no longer', async ({ page }) => {
  await addFiles(page, [good, await files.parquet('people-3.parquet', people(40, 500))]);
  expect(await settled(page)).toContain('2 files loaded with 100 rows.');
  await fileRow(page, 'people-3.parquet')
    .getByRole('button', { name: /Remove/ })
    .click();
  expect(await settled(page)).toContain('1 file loaded with 60 rows.');
  await expect(page.getByRole('heading', { name: 'Files' })).toBeFocused();
});
