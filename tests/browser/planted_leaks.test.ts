// The tests of hidden counts are worth what their scraper finds: here leaks are planted, one way after the other.
import type { Locator, Page } from '@playwright/test';
import { drawnRows } from './drawn_groups';
import { leaksOf, namesByCode, showView } from './hidden_page';
import { hidingViews, whatIsHidden, type Hidden } from './hidden_views';
import { showPicture, showTable } from './overview_page';
import { walkMemory } from './page_memory';
import { expect, test } from './sample_page';
import { spokenTexts } from './scraped_texts';
import { tellingTexts, type HiddenGroup } from './telling';

// One view of the page serves every test.
test.describe.configure({ mode: 'serial' });

let page: Page;
let figure: Locator;
let of: Hidden;
/** A hidden group with a count that is seldom met by chance. */
let group: HiddenGroup;

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(300_000);
  ({ page } = sampleTab);
  await sampleTab.afresh();
  const view = hidingViews.find(({ rail }) => rail === 'Attendance')!;
  [of] = (await whatIsHidden([view], await namesByCode(page))) as [Hidden];
  group = of.groups.find(({ numerator }) => numerator > 5)!;
  figure = await showView(page, view);
});

test('in a hidden element, an attribute, a comment and a template', async () => {
  await showTable(figure);
  const row = figure.locator('tbody tr').filter({ hasText: group.names[0]! });
  for (const way of ['element', 'attribute', 'comment', 'template'] as const) {
    await row.evaluate(
      (tr, { planted, name, count }) => {
        const text = `${name}: ${count} children`;
        if (planted === 'attribute') tr.querySelector('td')!.setAttribute('data-n', count);
        if (planted === 'comment') tr.append(document.createComment(text));
        if (planted === 'element')
          document.body.append(
            Object.assign(document.createElement('p'), {
              hidden: true,
              textContent: text,
              className: 'planted',
            }),
          );
        if (planted === 'template') {
          const template = document.createElement('template');
          template.className = 'planted';
          template.content.append(text);
          document.body.append(template);
        }
      },
      { planted: way, name: group.names[0]!, count: String(group.numerator) },
    );
    expect(await leaksOf(page, [group], []), way).not.toEqual([]);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('.planted')) each.remove();
      for (const each of document.querySelectorAll('[data-n]')) each.removeAttribute('data-n');
      for (const tr of document.querySelectorAll('tr'))
        for (const each of [...tr.childNodes])
          if (each.nodeName === '#comment') each.nodeValue = '';
    });
    expect(await leaksOf(page, [group], []), `${way}, taken out`).toEqual([]);
  }
});

test('in what is spoken alone', async () => {
  const row = figure.locator('tbody tr').filter({ hasText: group.names[0]! });
  const cell = row.getByRole('cell').first();
  await cell.evaluate(
    (td, count) => td.setAttribute('aria-description', count),
    String(group.numerator),
  );
  expect(tellingTexts(await spokenTexts(page), [group])).not.toEqual([]);
  await cell.evaluate((td) => td.removeAttribute('aria-description'));
  expect(tellingTexts(await spokenTexts(page), [group])).toEqual([]);
});

test('in a variable, however it is kept', async () => {
  const ways = ['object', 'map', 'class', 'element', 'columns', 'array', 'json'] as const;
  for (const way of ways) {
    await page.evaluate(
      ({ planted, code, count, rate, column }) => {
        const kept = window as unknown as Record<PropertyKey, unknown>;
        class Row {
          #count = count;
          get numerator() {
            return this.#count;
          }
          get keys() {
            return { district: code };
          }
        }
        const made = {
          object: () => ({ rows: [{ keys: { district: code }, numerator: { value: count } }] }),
          map: () => new Set([new Map([[code, count]])]),
          class: () => Object.assign(() => {}, { held: new Row() }),
          element: () => null,
          columns: () => ({ values: new Float64Array([7, ...column, 7]) }),
          array: () => [[0, [code, count]]],
          json: () => [JSON.stringify({ district: code, rate })],
        }[planted]();
        Object.defineProperty(kept, Symbol.for('planted'), {
          value: made,
          enumerable: false,
          configurable: true,
        });
        const owner = document.querySelector('main') as unknown as Record<string, unknown>;
        if (planted === 'element') owner['__planted'] = { name: code, n: count };
      },
      {
        planted: way,
        code: group.codes[0]!,
        count: group.numerator,
        rate: group.rate,
        column: of.columns[0]!,
      },
    );
    const { found } = await walkMemory(page, of.groups, of.columns);
    expect(found, way).not.toEqual([]);
    await page.evaluate(() => {
      const kept = window as unknown as Record<PropertyKey, unknown>;
      Reflect.deleteProperty(kept, Symbol.for('planted'));
      Reflect.deleteProperty(document.querySelector('main')!, '__planted');
    });
    expect((await walkMemory(page, of.groups, of.columns)).found, way).toEqual([]);
  }
});

test('in a mark that stands elsewhere than the others', async () => {
  await showPicture(figure);
  const svg = figure.locator('.svg > svg');
  const all = of.groups.map(({ names: [name] }) => name!);
  expect(new Set(Object.values(await drawnRows(svg, all))).size).toBe(1);
  await svg.evaluate((root) => {
    const hatched = [...root.querySelectorAll('rect[fill^="url(#hatch"]')];
    hatched.at(-1)!.setAttribute('width', '212');
  });
  expect(new Set(Object.values(await drawnRows(svg, all))).size).toBe(2);
});
