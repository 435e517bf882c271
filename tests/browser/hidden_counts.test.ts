// What is hidden must be nowhere: not in what is seen, spoken, drawn, downloaded or copied, and in no variable that
// a program in the page could reach. The hidden numbers are learnt from the command line with control off.
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { drawnCells, drawnRows, spokenMarks } from './drawn_groups';
import { leaksOf, namesByCode, showView } from './hidden_page';
import { hidingViews, whatIsHidden, type Hidden } from './hidden_views';
import { cellsOf, headingsOf, showPicture, showTable } from './overview_page';
import { expect, test } from './sample_page';
import { toldBy } from './telling';

// One view of the page leads to the next.
test.describe.configure({ mode: 'serial' });

const reason = 'hidden to protect people, because few are counted';

let page: Page;
let names: ReadonlyMap<string, string>;
let hidden: readonly Hidden[];

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(300_000);
  ({ page } = sampleTab);
  await sampleTab.afresh();
  names = await namesByCode(page);
  hidden = await whatIsHidden(hidingViews, names);
});

async function saved(press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  return readFile(await (await download).path(), 'utf8');
}

/** The lines that the clipboard holds, as another program is given them. */
async function pasted(browser: Browser): Promise<string[]> {
  const elsewhere = await browser.newPage();
  await elsewhere.setContent('<textarea></textarea>');
  await elsewhere.locator('textarea').press('ControlOrMeta+v');
  const text = await elsewhere.locator('textarea').inputValue();
  await elsewhere.close();
  return text.split('\n');
}

/** The cells of a group in a table: those of its row, or the one of its row and column. */
function cellsOfGroup(rows: string[][], headings: string[], group: readonly string[]): string[] {
  const [name, across] = group;
  const cells = rows.find(([first]) => first === name) ?? [];
  return across === undefined ? cells.slice(1) : [cells[headings.indexOf(across)] ?? ''];
}

for (const [index, view] of hidingViews.entries()) {
  const isGrid = view.by.length > 1;

  test.describe(`${view.rail}, ${view.caption}`, () => {
    let figure: Locator;
    let of: Hidden;

    test.beforeAll(async () => {
      test.setTimeout(180_000);
      of = hidden[index]!;
      figure = await showView(page, view);
      await showPicture(figure);
    });

    test('hides groups of whom some are counted, and shows others', () => {
      expect(of.groups.length).toBeGreaterThan(2);
      expect(of.groups.filter(({ numerator }) => numerator > 0).length).toBeGreaterThan(2);
      expect(of.shown.length).toBeGreaterThan(0);
    });

    test('tells nothing in texts, in what is spoken or in memory, as picture or as table', async () => {
      expect(await leaksOf(page, of.groups, of.columns)).toEqual([]);
      await showTable(figure);
      expect(await leaksOf(page, of.groups, of.columns)).toEqual([]);
      await showPicture(figure);
    });

    test('has the symbol alone in the table, and hidden groups in the order of their names', async () => {
      const table = await showTable(figure);
      const [rows, headings] = [await cellsOf(table), await headingsOf(table)];
      for (const group of of.groups)
        for (const cell of cellsOfGroup(rows, headings, group.names))
          expect(`${group.names.join()} ${cell}`).toMatch(/ (?:\[c\]|not placed)$/);
      for (const shown of of.shown)
        expect(cellsOfGroup(rows, headings, shown)[0], shown.join()).toMatch(/\d/);
      if (!isGrid) {
        const found = rows.flatMap(([name]) =>
          of.groups.some((group) => group.names[0] === name) ? [name!] : [],
        );
        expect(found).toEqual([...found].sort((a, b) => a.localeCompare(b, 'en-GB')));
      }
      await showPicture(figure);
    });

    test('draws every hidden group alike, on the page and in the SVG file', async ({ browser }) => {
      const svg = await saved(() => figure.getByRole('button', { name: /^Download SVG/ }).click());
      const file = await browser.newPage();
      await file.setContent(svg);
      for (const drawing of [figure.locator('.svg > svg'), file.locator('svg').first()]) {
        const drawn = isGrid ? await gridOf(drawing) : await rowsOf(drawing);
        const [first] = of.groups;
        expect(drawn(first!.names)).toContain('[c]');
        for (const group of of.groups) expect(drawn(group.names)).toBe(drawn(first!.names));
        for (const shown of of.shown) expect(drawn(shown)).not.toBe(drawn(first!.names));
      }
      await file.close();
    });

    async function rowsOf(drawing: Locator) {
      const all = [...of.groups.map((group) => group.names), ...of.shown].map(([name]) => name!);
      const drawn = await drawnRows(drawing, all);
      return ([name]: readonly string[]) => drawn[name ?? ''];
    }

    async function gridOf(drawing: Locator) {
      const table = await showTable(figure);
      const [rows, headings] = [await cellsOf(table), (await headingsOf(table)).slice(2)];
      await showPicture(figure);
      const drawn = await drawnCells(drawing, headings.length);
      return ([name, across]: readonly string[]) =>
        drawn[rows.findIndex(([first]) => first === name)]?.[headings.indexOf(across ?? '')];
    }

    test('says the same of every hidden group to who walks through the picture', async () => {
      const marks = await spokenMarks(figure);
      // In a grid the place across is that of the column; elsewhere it must not follow what is hidden.
      const place = isGrid ? /(?:left|top): [\d.]+%/g : /top: [\d.]+%/g;
      const bare = (card: string, name: string) =>
        card
          .replace(name, '')
          .replace(place, '')
          .replace(/ class="[^"]*"/, '');
      const cards = of.groups.map((group) => {
        const name = group.names.join(', ');
        const mark = marks.find(({ said }) => said.startsWith(`${name}: `));
        expect(mark?.said).toBe(`${name}: ${reason}`);
        return bare(mark?.card ?? '', name);
      });
      expect(new Set(cards).size).toBe(1);
    });

    test('has the symbol alone in the CSV, and no number in what is copied', async ({
      browser,
    }) => {
      const csv = await saved(() => figure.getByRole('button', { name: /^Download CSV/ }).click());
      const [head = '', ...lines] = csv.trim().split('\r\n');
      const from = head.split(',').findIndex((column) => ['numerator', 'value'].includes(column));
      for (const group of of.groups) {
        const line = lines.find((each) => each.startsWith(`${group.names.join()},`));
        expect(line?.split(',').slice(from, -2).join()).toMatch(/^c(?:,c)*(?:,not placed)?$/);
      }
      await figure.getByRole('button', { name: /^Copy the table/ }).click();
      await expect(figure.getByText('Copied.')).toBeVisible();
      const table = await pasted(browser);
      expect(table.length).toBeGreaterThan(of.groups.length);
      await showTable(figure);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('ControlOrMeta+c');
      await page.evaluate(() => getSelection()?.removeAllRanges());
      const everything = await pasted(browser);
      expect(everything.length).toBeGreaterThan(50);
      // A line of either is a row.
      for (const group of of.groups)
        for (const line of [...table, ...everything]) expect(toldBy(line, group), line).toEqual([]);
      await showPicture(figure);
    });
  });
}
